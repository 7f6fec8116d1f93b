/** What lies over the page: alerts, questions, short notes. The browser's own <dialog> keeps the focus inside. */
import { h } from "./dom.js";

const NOTE_FOR = 3200; // ms

/** A short note that goes by itself. */
export function toast(text) {
  const holder = document.getElementById("toasts");
  const note = h("div", { class: "toast", dir: "auto" }, text);
  holder.replaceChildren(note);
  setTimeout(() => note.remove(), NOTE_FOR);
}

/** A dialog of `content` and buttons; resolves to the pressed button's `value`, null for a quiet one or on closing. */
export function dialog(title, content, buttons) {
  const actions = buttons.map(({ label, value, quiet }) =>
    quiet
      ? h("button", { type: "button", class: "plain-button", onclick: () => box.close("") }, label)
      : h("button", { type: "submit", value, class: "filled-button" }, label),
  );
  const form = h(
    "form",
    { method: "dialog" },
    title ? h("h2", { id: "dialog-title", dir: "auto" }, title) : null,
    content,
    h("div", { class: "dialog-actions" }, actions),
  );
  const box = h(
    "dialog",
    { class: "dialog", "aria-labelledby": title ? "dialog-title" : null, "aria-label": title ? null : " " },
    form,
  );
  document.body.append(box);
  box.addEventListener("click", (event) => {
    if (event.target === box) box.close("");
  });
  const closed = new Promise((resolve) => {
    box.addEventListener("close", () => {
      resolve(box.returnValue || null);
      box.remove();
    });
  });
  box.showModal();
  return closed;
}

/** The bot's alert: stays until it is read. */
export function alertBox(title, text, ok) {
  return dialog(title, h("p", { class: "dialog-text", dir: "auto" }, text), [{ label: ok, value: "ok" }]);
}

/** Asks before a link leaves the sandbox; opens it in a new tab. */
export async function askToOpen(address, words) {
  const content = h("p", { class: "dialog-text", dir: "ltr" }, address);
  const answer = await dialog(words.openLink, content, [
    { label: words.cancel, value: "", quiet: true },
    { label: words.open, value: "open" },
  ]);
  if (answer === "open") window.open(address, "_blank", "noopener,noreferrer");
}
