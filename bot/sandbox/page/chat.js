/** The conversation: shows the end of the chosen person's chat, more on scrolling up, and patches what changes. */
import { h } from "./dom.js";
import { messageRow } from "./message.js";
import { createRows } from "./rows.js";
import { createScroll } from "./scroll.js";
import { phone } from "./texts.js";

const PAGE = 60; // rows rendered at once

/** The log inside `stage`; `act` are the things a person can do to messages. */
export function createChat(store, stage, act) {
  const days = h("div", { class: "days" });
  const log = h("div", { class: "log", role: "log", "aria-live": "polite", tabindex: "0" }, days);
  const welcome = h("div", { class: "welcome", hidden: true });
  stage.append(log, welcome);
  const waiting = new Set();
  const rows = createRows(days, () => ({ person: store.person(), now: store.now() }), make);
  const scroll = createScroll(log, stage, extend);
  let oldest = Infinity; // smallest id on the page

  function make(message) {
    const group = message.chat && message.chat.type !== "private";
    return messageRow(message, { person: store.person(), words: phone(store.person()), waiting, act, group });
  }

  /** Shows another chat, or the same one anew. */
  function show() {
    if (!store.person()) return;
    const words = phone(store.person());
    log.setAttribute("aria-label", words.conversation(store.bot.first_name ?? ""));
    scroll.name(words.toNewest);
    quietly(() => {
      rows.clear();
      oldest = Infinity;
      older().forEach(rows.put);
    });
    greet();
    scroll.toEnd();
  }

  /** Screen readers hear what arrives, not a whole history. */
  function quietly(work) {
    log.setAttribute("aria-live", "off");
    work();
    setTimeout(() => log.setAttribute("aria-live", "polite"), 300);
  }

  /** The next page of messages above what is shown; marks them as shown. */
  function older() {
    const hidden = [...store.chat().messages.values()].filter((message) => message.message_id < oldest);
    const page = hidden.slice(-PAGE);
    if (page.length) oldest = page[0].message_id;
    return page;
  }

  function extend() {
    const page = oldest === Infinity ? [] : older();
    if (page.length) scroll.keepPlace(() => quietly(() => page.reverse().forEach(rows.put)));
  }

  /** Takes a change of the store onto the page. */
  function apply({ person, first, added, changed, removed }) {
    if (person !== store.current) return;
    if (first) return show();
    const wasAtEnd = scroll.atEnd();
    const { messages } = store.chat();
    removed.forEach(rows.drop);
    for (const id of changed) if (rows.get(id)) rows.put(messages.get(id));
    if (wasAtEnd && changed.length && !added.length) scroll.toEnd();
    arrive(
      added.map((id) => messages.get(id)).filter((message) => message.message_id >= oldest || oldest === Infinity),
      wasAtEnd,
    );
    greet();
  }

  function arrive(fresh, wasAtEnd) {
    if (!fresh.length) return;
    oldest = Math.min(oldest, ...fresh.map((message) => message.message_id));
    const made = fresh.map(rows.put);
    made.forEach((row) => row.classList.add("arriving"));
    const own = fresh.some((message) => message.from?.id === store.current);
    scroll.follow(wasAtEnd, made[0], own);
    rows.nameDays();
  }

  /** An empty chat says what the bot is for. */
  function greet() {
    const chat = store.chat();
    const words = phone(store.person());
    welcome.hidden = !chat.loaded || chat.messages.size > 0;
    welcome.replaceChildren(
      h(
        "div",
        { class: "welcome-card", dir: "auto" },
        h("h2", {}, words.welcome),
        h("p", {}, store.bot.description || words.welcomeText),
      ),
    );
  }

  /** Goes to a message, rendering what lies between; false if it is gone. */
  function jump(id) {
    if (!store.chat().messages.has(id)) return false;
    while (!rows.get(id) && oldest > id) extend();
    scroll.reveal(rows.get(id));
    return true;
  }

  store.on("chat", apply);
  store.on("clock", rows.nameDays);
  return { show, jump, log, row: rows.get, toEnd: scroll.toEnd };
}
