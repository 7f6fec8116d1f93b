/** The keyboard of answers that a bot can put in the place of letters (ReplyKeyboardMarkup). */
import { h, icon } from "./dom.js";
import { toast } from "./dialogs.js";
import { TOOLS } from "./texts.js";

/** Panel and its button; `say(text, message)` when an answer is pressed. */
export function createReplyKeyboard(store, say) {
  const panel = h("div", { class: "answers", role: "group", hidden: true });
  const button = h(
    "button",
    { type: "button", class: "answers-button", hidden: true, onclick: toggle },
    icon("keyboard"),
  );
  let shown = 0; // id of the message whose keyboard is up
  let folded = false;

  function current() {
    const markups = [...store.chat().messages.values()].filter((message) => message.keyboard);
    const last = markups.at(-1);
    return last && !last.keyboard.remove_keyboard ? last : null;
  }

  function fit(off, words) {
    const message = off ? null : current();
    const rows = message?.keyboard.keyboard ?? [];
    if (message && message.message_id !== shown) folded = false;
    if (message) shown = message.message_id;
    button.hidden = rows.length === 0;
    panel.hidden = rows.length === 0 || folded;
    button.setAttribute("aria-label", words.keyboard);
    panel.setAttribute("aria-label", words.keyboard);
    panel.replaceChildren(
      ...rows.map((row) =>
        h(
          "div",
          { class: "keyboard-row" },
          row.map((one) => answer(one, message)),
        ),
      ),
    );
  }

  function answer(one, message) {
    const text = typeof one === "string" ? one : one.text;
    return h(
      "button",
      { type: "button", class: "answer", dir: "auto", onclick: () => press(one, text, message) },
      text,
    );
  }

  function press(one, text, message) {
    if (one.request_location || one.request_contact || one.request_poll) return toast(TOOLS.unsupported);
    if (message.keyboard.one_time_keyboard) toggle();
    say(text, null);
  }

  function toggle() {
    folded = !panel.hidden;
    panel.hidden = folded;
  }

  return { panel, button, fit, placeholder: () => current()?.keyboard.input_field_placeholder };
}
