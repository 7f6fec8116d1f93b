/** Instants as a person reads them: in their language and in their time zone, always with 0-9. */
import { baseLanguage } from "./texts.js";

const formats = new Map();

function format(person, options) {
  const key = `${baseLanguage(person)} ${person.zone} ${JSON.stringify(options)}`;
  if (!formats.has(key)) formats.set(key, build(person, options));
  return formats.get(key);
}

function build(person, options) {
  const locale = baseLanguage(person) === "en" ? "en-GB" : person.language_code;
  const wanted = { ...options, numberingSystem: "latn" };
  try {
    return new Intl.DateTimeFormat(locale, { ...wanted, timeZone: person.zone || undefined });
  } catch {
    return new Intl.DateTimeFormat("en-GB", wanted); // an unknown zone or language must not stop the page
  }
}

/** "08:05" where the person is; `at` in milliseconds. */
export function clockTime(person, at) {
  return format(person, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(at);
}

/** "Tue 24 Nov" where the person is. */
export function shortDate(person, at) {
  return format(person, { weekday: "short", day: "numeric", month: "short" }).format(at);
}

/** "2026-11-24" where the person is: a key that sorts, never shown. */
export function dayKey(person, at) {
  const parts = format({ ...person, language_code: "en" }, { year: "numeric", month: "2-digit", day: "2-digit" });
  return parts.format(at).split("/").reverse().join("-");
}

/** The heading of a day: "today", "yesterday", else "Tuesday 24 November", with the year when it isn't this one. */
export function dayName(person, at, now) {
  const distance = daysBetween(dayKey(person, now), dayKey(person, at));
  if (distance === 0 || distance === -1) return capital(relative(person).format(distance, "day"));
  const sameYear = dayKey(person, at).slice(0, 4) === dayKey(person, now).slice(0, 4);
  const year = sameYear ? {} : { year: "numeric" };
  return capital(format(person, { weekday: "long", day: "numeric", month: "long", ...year }).format(at));
}

function relative(person) {
  try {
    return new Intl.RelativeTimeFormat(person.language_code, { numeric: "auto" });
  } catch {
    return new Intl.RelativeTimeFormat("en", { numeric: "auto" });
  }
}

function daysBetween(from, to) {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86400000);
}

function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** "Madrid" of "Europe/Madrid". */
export function city(zone) {
  return (zone || "").split("/").pop().replaceAll("_", " ");
}

/** A language's own name, "es" → "español"; the code itself where the browser knows none. */
export function languageName(code) {
  try {
    return new Intl.DisplayNames([code], { type: "language" }).of(code);
  } catch {
    return code;
  }
}
