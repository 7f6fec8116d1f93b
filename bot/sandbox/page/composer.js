/** Where a person writes: growing field, reply or edit above it, commands, start and unblock in its place. */
import { createCommands } from "./commands.js";
import { createReplyKeyboard } from "./replykeyboard.js";
import { h, icon, iconButton } from "./dom.js";
import { direction, phone } from "./texts.js";

/** The composer inside `holder`; `act.say` sends; `unblock()` lets the bot write again. */
export function createComposer(store, api, act, holder, { unblock, fail }) {
  const drafts = new Map(); // person → {text, mode}
  let mode = null; // {kind: "reply" | "edit", message, quote}
  const field = h("textarea", { class: "field", rows: "1", dir: "auto", enterkeyhint: "send", autocomplete: "off" });
  const send = h("button", { type: "button", class: "send-button", onclick: submit }, icon("send"));
  const strip = h("div", { class: "strip", hidden: true });
  const commands = createCommands(store, field, (command) => {
    field.value = "";
    act.say(command);
    changed();
  });
  const keyboard = createReplyKeyboard(store, (text, message) =>
    act.say(text, message ? { reply_to: message.message_id } : {}),
  );
  const bar = h(
    "div",
    { class: "bar" },
    commands.button,
    h("div", { class: "field-box" }, field, keyboard.button),
    send,
  );
  const big = h("button", { type: "button", class: "big-button", hidden: true, onclick: () => big.run() });
  holder.append(commands.list, strip, bar, keyboard.panel, big);

  function submit() {
    const text = field.value.trim();
    if (!text) return field.focus();
    const was = { text: field.value, mode };
    field.value = "";
    setMode(null);
    deliver(text, was.mode).catch((error) => {
      restore(was);
      fail(error);
    });
  }

  async function deliver(text, how) {
    if (how?.kind === "edit") return api.edit(store.current, how.message.message_id, text);
    const extra = how ? { reply_to: how.message.message_id, ...(how.quote ? { quote: how.quote } : {}) } : {};
    return api.say({ person: store.current, text, ...extra });
  }

  function restore(was) {
    field.value = was.text;
    setMode(was.mode);
  }

  function setMode(next) {
    mode = next;
    const words = phone(store.person());
    strip.hidden = !mode;
    strip.replaceChildren(...(mode ? describeMode(mode, words) : []));
    send.replaceChildren(icon(mode?.kind === "edit" ? "check" : "send"));
    changed();
  }

  function describeMode({ kind, message, quote }, words) {
    const title =
      kind === "edit"
        ? words.editing
        : words.replyTo(message.from?.id === store.current ? words.you : (message.from?.first_name ?? ""));
    const text = h(
      "div",
      { class: "strip-body" },
      h("span", { class: "reply-name", dir: "auto" }, title),
      h("span", { class: "reply-text", dir: "auto" }, quote ?? message.text ?? ""),
    );
    return [
      icon(kind === "edit" ? "edit" : quote ? "quote" : "reply"),
      text,
      iconButton("close", words.cancel, leaveMode),
    ];
  }

  function leaveMode() {
    if (mode?.kind === "edit") field.value = "";
    setMode(null);
    field.focus();
  }

  function changed() {
    field.style.height = "auto";
    field.style.height = `${Math.min(field.scrollHeight, 160)}px`;
    send.classList.toggle("ready", field.value.trim() !== "");
    commands.filter();
  }

  field.addEventListener("input", changed);
  field.addEventListener("keydown", (event) => {
    if (event.isComposing || commands.steer(event)) return;
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      submit();
    } else if (event.key === "Escape" && mode) leaveMode();
    else if (event.key === "ArrowUp" && field.value === "") editLast(event);
  });

  function editLast(event) {
    const last = [...store.chat().messages.values()].findLast((message) => message.from?.id === store.current);
    if (last?.text) {
      event.preventDefault();
      edit(last);
    }
  }

  function edit(message) {
    field.value = message.text;
    setMode({ kind: "edit", message });
    field.focus();
  }

  function replyTo(message, quote) {
    if (mode?.kind === "edit") field.value = "";
    setMode({ kind: "reply", message, quote });
    field.focus();
  }

  /** Start, unblock or the field, whatever fits the chat now. */
  function fit() {
    const person = store.person();
    if (!person) return;
    const words = phone(person);
    const empty = store.chat().loaded && store.chat().messages.size === 0;
    bar.hidden = empty || person.blocked;
    big.hidden = !bar.hidden;
    big.textContent = person.blocked ? words.unblock : words.start;
    big.run = person.blocked ? unblock : () => act.say("/start");
    keyboard.fit(bar.hidden, words);
    for (const [node, name] of [
      [field, words.message],
      [send, mode?.kind === "edit" ? words.save : words.send],
    ])
      node.setAttribute("aria-label", name);
    field.placeholder = keyboard.placeholder() ?? words.message;
    holder.dir = direction(person);
    commands.fit(words);
  }

  /** Another person takes the phone: what was half written stays with its writer. */
  function change(before) {
    if (before !== null) drafts.set(before, { text: field.value, mode });
    restore(drafts.get(store.current) ?? { text: "", mode: null });
    fit();
    if (matchMedia("(pointer: fine)").matches) field.focus({ preventScroll: true });
  }

  store.on("chat", ({ person, removed }) => {
    if (person === store.current && mode && removed.includes(mode.message.message_id)) setMode(null);
  });
  for (const name of ["people", "status"]) store.on(name, fit);
  return { replyTo, edit, change, field };
}
