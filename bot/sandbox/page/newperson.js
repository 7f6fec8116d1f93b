/** The form for a new person: a name, the language of the phone, where they live. */
import { dialog } from "./dialogs.js";
import { h } from "./dom.js";
import { TOOLS } from "./texts.js";
import { city, languageName } from "./time.js";

const LANGUAGES = [
  "en",
  "es",
  "ar",
  "de",
  "fr",
  "it",
  "pt",
  "ru",
  "uk",
  "tr",
  "pl",
  "id",
  "hi",
  "ja",
  "ko",
  "zh",
  "vi",
];

/** Asks; resolves to {first_name, language_code, zone} or null. */
export async function askForPerson() {
  const name = h("input", {
    name: "first_name",
    required: true,
    maxlength: "64",
    autocomplete: "off",
    dir: "auto",
    autofocus: true,
  });
  const language = h(
    "select",
    { name: "language" },
    LANGUAGES.map((code) => h("option", { value: code }, `${languageName(code)} (${code})`)),
  );
  const zone = h("select", { name: "zone" }, zoneGroups());
  zone.value = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (!zone.value) zone.value = "UTC";
  const content = h(
    "div",
    { class: "fields" },
    labelled(TOOLS.firstName, name),
    labelled(TOOLS.language, language),
    labelled(TOOLS.zone, zone),
  );
  const answer = await dialog(TOOLS.addPerson, content, [
    { label: TOOLS.cancel, value: "", quiet: true },
    { label: TOOLS.add, value: "add" },
  ]);
  return answer && name.value.trim()
    ? { first_name: name.value.trim(), language_code: language.value, zone: zone.value }
    : null;
}

function labelled(label, control) {
  return h("label", {}, h("span", {}, label), control);
}

function zoneGroups() {
  const groups = new Map([["UTC", h("optgroup", { label: "UTC" }, h("option", { value: "UTC" }, "UTC"))]]);
  for (const zone of Intl.supportedValuesOf("timeZone")) {
    const region = zone.split("/")[0];
    if (zone === "UTC") continue;
    if (!groups.has(region)) groups.set(region, h("optgroup", { label: region }));
    groups.get(region).append(h("option", { value: zone }, city(zone)));
  }
  return [...groups.values()];
}
