/** One message as a row of the chat: bubble, reply quote, text, time, buttons. */
import { h, icon, iconButton } from "./dom.js";
import { inlineKeyboard } from "./keyboard.js";
import { richText } from "./richtext.js";
import { clockTime } from "./time.js";

/**
 * The row of a message. `scene` = {person, words, waiting, act, group}: who looks, the phone's words,
 * taps in flight, what can be done, and whether others write here too.
 */
export function messageRow(message, scene) {
  const own = message.from?.id === scene.person.id;
  const board = inlineKeyboard(message, scene.waiting, scene.words, scene.act);
  const bubble = h(
    "div",
    { class: "bubble" },
    sender(message, own, scene),
    forwarded(message, scene),
    replyQuote(message, scene),
    body(message, own, scene),
  );
  const stack = h("div", { class: board ? "stack with-keyboard" : "stack" }, bubble, board);
  return h(
    "article",
    {
      class: own ? "row own" : "row",
      tabindex: "-1",
      data: { id: message.message_id },
      "aria-label": describe(message, own, scene),
    },
    stack,
    tools(message, scene),
  );
}

function describe(message, own, scene) {
  const name = own ? scene.words.you : (message.from?.first_name ?? "");
  return `${name}, ${clockTime(scene.person, message.date * 1000)}`;
}

function sender(message, own, scene) {
  return scene.group && !own ? h("div", { class: "sender", dir: "auto" }, message.from?.first_name ?? "") : null;
}

function forwarded(message, scene) {
  const origin = message.forward_origin;
  if (!origin) return null;
  const name = origin.sender_user?.first_name ?? origin.sender_user_name ?? origin.chat?.title ?? "";
  return h("div", { class: "forwarded", dir: "auto" }, scene.words.forwarded(name));
}

function replyQuote(message, scene) {
  const original = message.reply_to_message;
  if (!original) return null;
  const text = message.quote?.text ?? original.text ?? original.caption ?? "";
  const name = original.from?.id === scene.person.id ? scene.words.you : (original.from?.first_name ?? "");
  return h(
    "button",
    {
      type: "button",
      class: message.quote ? "reply-quote manual" : "reply-quote",
      onclick: () => scene.act.jump(original.message_id),
    },
    h("span", { class: "reply-name", dir: "auto" }, name),
    h("span", { class: "reply-text", dir: "auto" }, text),
  );
}

/** What a message can hold, by its field; later kinds (photo, poll, voice …) are added here. */
const BODIES = { text: textBody };

function body(message, own, scene) {
  const kind = Object.keys(BODIES).find((field) => message[field] !== undefined);
  return kind ? BODIES[kind](message, own, scene) : unknownBody(message, own, scene);
}

function textBody(message, own, scene) {
  const content = richText(message.html ?? escape(message.text), scene.words, scene.act);
  return h("div", { class: "text", dir: "auto" }, content, meta(message, own, scene));
}

function unknownBody(message, own, scene) {
  const text = message.caption ?? scene.words.unknownMessage;
  return h("div", { class: "text unknown", dir: "auto" }, text, meta(message, own, scene));
}

function escape(text) {
  const holder = document.createElement("div");
  holder.textContent = text;
  return holder.innerHTML;
}

/** Time and marks; it floats at the end of the last line, and never decides the direction of the text. */
function meta(message, own, scene) {
  const silent = h(
    "span",
    { class: "mark", role: "img", "aria-label": scene.words.silent, title: scene.words.silent },
    icon("silent"),
  );
  return h(
    "span",
    { class: "meta", dir: "ltr" },
    message.silent ? silent : null,
    message.edited ? h("span", { class: "edited" }, scene.words.edited) : null,
    h("time", { datetime: new Date(message.date * 1000).toISOString() }, clockTime(scene.person, message.date * 1000)),
    own ? icon("check") : null,
  );
}

function tools(message, scene) {
  const { words, act } = scene;
  const out = { tabindex: "-1" }; // the row itself is the stop for the keyboard; Enter opens its menu
  return h(
    "div",
    { class: "row-tools" },
    iconButton("reply", words.reply, () => act.reply(message), out),
    iconButton("more", words.more, (event) => act.menu(message, event.currentTarget), {
      ...out,
      "aria-haspopup": "menu",
    }),
  );
}
