/** The people of the sandbox: a list at the side when there is room, a drawer on a phone. */
import { h, icon, iconButton } from "./dom.js";
import { baseLanguage, TOOLS } from "./texts.js";
import { askForPerson } from "./newperson.js";
import { city, clockTime, languageName } from "./time.js";

const SEEN = "lexigram.seen";

/** The list in `holder`; `choose(id)` when a person is picked. `open`/`close` are the drawer's. */
export function createPeople(store, api, holder, scrim, { choose, readState, fail }) {
  const list = h("ul", { class: "people-list" });
  const seen = JSON.parse(localStorage.getItem(SEEN) ?? "{}"); // person → id of the last message looked at
  holder.setAttribute("aria-label", TOOLS.people);
  holder.append(
    h(
      "div",
      { class: "people-head" },
      h("h2", {}, TOOLS.people),
      iconButton("close", TOOLS.closePeople, () => close(), { class: "icon-button only-phone" }),
    ),
    list,
    h("button", { type: "button", class: "add-person", onclick: add }, icon("plus"), h("span", {}, TOOLS.addPerson)),
  );
  const entries = new Map();

  async function add() {
    const person = await askForPerson();
    if (!person) return;
    try {
      const made = await api.addPerson(person);
      await readState();
      choose(made.id);
      close();
    } catch (error) {
      fail(error);
    }
  }

  function draw() {
    for (const person of store.people.values()) {
      const entry = drawEntry(person);
      if (entries.has(person.id)) entries.get(person.id).replaceWith(entry);
      else list.append(entry);
      entries.set(person.id, entry);
    }
    for (const [id, entry] of entries)
      if (!store.people.has(id)) {
        entry.remove();
        entries.delete(id);
      }
  }

  function drawEntry(person) {
    const messages = [...store.chat(person.id).messages.values()];
    const last = messages.at(-1);
    const unread = countUnread(person, messages);
    const button = h(
      "button",
      {
        type: "button",
        class: "person",
        "aria-current": person.id === store.current ? "true" : null,
        onclick: () => {
          choose(person.id);
          close();
        },
      },
      avatar(person),
      h("span", { class: "person-name", dir: "auto" }, [person.first_name, person.last_name].filter(Boolean).join(" ")),
      h("span", { class: "person-time" }, last ? clockTime(person, last.date * 1000) : ""),
      h(
        "span",
        { class: "person-last", dir: "auto" },
        last ? preview(last) : `${languageName(baseLanguage(person))} · ${city(person.zone)}`,
      ),
      person.blocked
        ? h(
            "span",
            { class: "person-blocked", role: "img", "aria-label": TOOLS.blockedMark, title: TOOLS.blockedMark },
            icon("block"),
          )
        : null,
      unread ? h("span", { class: "badge", role: "img", "aria-label": TOOLS.unread(unread) }, `${unread}`) : null,
    );
    return h("li", {}, button);
  }

  function countUnread(person, messages) {
    const last = messages.at(-1)?.message_id ?? 0;
    if (person.id === store.current && !document.hidden) {
      seen[person.id] = last;
      localStorage.setItem(SEEN, JSON.stringify(seen));
    }
    if ((seen[person.id] ?? 0) > last) seen[person.id] = last; // the sandbox was emptied
    return messages.filter((message) => message.message_id > (seen[person.id] ?? 0) && message.from?.id !== person.id)
      .length;
  }

  function open() {
    document.body.classList.add("drawer-open");
    scrim.hidden = false;
    document.getElementById("conversation").inert = true;
    (entries.get(store.current)?.firstChild ?? holder).focus();
  }

  function close() {
    if (scrim.hidden) return;
    document.body.classList.remove("drawer-open");
    scrim.hidden = true;
    document.getElementById("conversation").inert = false;
    document.querySelector(".open-people")?.focus({ preventScroll: true });
  }

  scrim.addEventListener("click", close);
  holder.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
  });
  for (const name of ["people", "current", "chat"]) store.on(name, draw);
  document.addEventListener("visibilitychange", draw);
  return { open, close };
}

/** A round picture of a person: the first letter on a colour of their own. */
export function avatar(person) {
  return h(
    "span",
    { class: `avatar hue-${Math.abs(person.id) % 6}`, "aria-hidden": "true" },
    [...person.first_name][0] ?? "?",
  );
}

/** The first words of a message; what it hides stays hidden here, too. */
function preview(message) {
  let text = message.text ?? message.caption ?? "…";
  for (const { type, offset, length } of message.entities ?? []) {
    if (type === "spoiler") text = text.slice(0, offset) + "▒".repeat(length) + text.slice(offset + length);
  }
  return text.replace(/\s+/g, " ").slice(0, 90);
}
