/** What can be touched inside a message's text: spoilers, long quotes, commands, addresses, code. */
import { h, icon } from "./dom.js";
import { sanitise } from "./safe.js";

const TOUCHABLE = /(?<=^|\s)(\/[a-z][a-z0-9_]{0,31})(?![\w/])|(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]’”])/gi;

/** A message's HTML as live nodes; `act` has say(text) and copy(text), `words` the phone's texts. */
export function richText(html, words, act) {
  const fragment = sanitise(html);
  linkify(fragment, act);
  for (const spoiler of fragment.querySelectorAll(".spoiler")) makeSpoiler(spoiler, words);
  for (const quote of fragment.querySelectorAll("blockquote.expandable")) makeExpandable(quote, words);
  for (const code of fragment.querySelectorAll("code, pre"))
    code.addEventListener("click", () => act.copy(code.textContent));
  return fragment;
}

function makeSpoiler(spoiler, words) {
  const open = () => {
    spoiler.classList.add("open");
    for (const name of ["role", "tabindex", "aria-label"]) spoiler.removeAttribute(name);
  };
  spoiler.setAttribute("role", "button");
  spoiler.setAttribute("tabindex", "0");
  spoiler.setAttribute("aria-label", words.hidden);
  spoiler.addEventListener("click", open);
  spoiler.addEventListener("keydown", (event) => {
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      open();
    }
  });
}

/** Three lines until it is opened; a quote that is short anyway gets no button. */
function makeExpandable(quote, words) {
  const text = h("div", { class: "quote-text" });
  text.append(...quote.childNodes);
  const button = h(
    "button",
    { type: "button", class: "expander", "aria-expanded": "false", "aria-label": words.showMore },
    icon("down"),
  );
  quote.append(text, button);
  quote.addEventListener("click", (event) => {
    if (!quote.classList.contains("long") || event.target.closest("a, .spoiler, .command") || hasSelection()) return;
    const open = quote.classList.toggle("open");
    button.setAttribute("aria-expanded", String(open));
    button.setAttribute("aria-label", open ? words.showLess : words.showMore);
  });
  new ResizeObserver(() => {
    if (!quote.classList.contains("open")) quote.classList.toggle("long", text.scrollHeight > text.clientHeight + 2);
  }).observe(text);
}

function hasSelection() {
  return !getSelection().isCollapsed;
}

/** Commands and bare addresses in plain text become links, as in any client. */
function linkify(fragment, act) {
  const walker = document.createTreeWalker(fragment, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode())
    if (!walker.currentNode.parentElement?.closest("a, code, pre")) texts.push(walker.currentNode);
  for (const text of texts) replaceLinks(text, act);
}

function replaceLinks(text, act) {
  const parts = [];
  let end = 0;
  for (const match of text.data.matchAll(TOUCHABLE)) {
    parts.push(text.data.slice(end, match.index), match[1] ? command(match[1], act) : address(match[2]));
    end = match.index + match[0].length;
  }
  if (parts.length) text.replaceWith(...parts, text.data.slice(end));
}

function command(text, act) {
  return h("button", { type: "button", class: "command", onclick: () => act.say(text) }, text);
}

function address(text) {
  return h("a", { href: text, target: "_blank", rel: "noopener noreferrer" }, text);
}
