/** Buttons under a message: pressed, waiting for the bot's answer, then what the bot wanted shown. */
import { h, icon } from "./dom.js";
import { safeAddress } from "./safe.js";

/** The inline keyboard of a message, or null; `act.tap(message, button)` resolves when the bot has answered. */
export function inlineKeyboard(message, waiting, words, act) {
  const rows = message.reply_markup?.inline_keyboard;
  if (!rows?.length) return null;
  const board = h("div", { class: "keyboard" });
  for (const row of rows) {
    board.append(
      h(
        "div",
        { class: "keyboard-row" },
        row.map((button) => key(message, button, waiting, words, act)),
      ),
    );
  }
  return board;
}

function key(message, button, waiting, words, act) {
  const address = button.url && !act.startLink(button.url) ? safeAddress(button.url) : null;
  if (address) {
    return h(
      "a",
      { class: "key", href: address, target: "_blank", rel: "noopener noreferrer", title: address },
      label(button),
      icon("link"),
    );
  }
  const node = h(
    "button",
    { type: "button", class: "key", title: button.text, onclick: () => press(node) },
    label(button),
  );
  showWaiting(node, waiting.has(waitKey(message, button)), words);

  async function press() {
    if (waiting.has(waitKey(message, button))) return;
    waiting.add(waitKey(message, button));
    showWaiting(node, true, words);
    await act.tap(message, button);
    waiting.delete(waitKey(message, button));
    showWaiting(node, false, words);
  }
  return node;
}

function label(button) {
  return h("span", { class: "key-label", dir: "auto" }, button.text);
}

/** A tap is remembered by what it says, so a message edited meanwhile shows the same button still waiting. */
function waitKey(message, button) {
  return `${message.chat?.id}:${message.message_id}:${button.callback_data ?? button.url ?? button.text}`;
}

function showWaiting(node, flag, words) {
  node.classList.toggle("waiting", flag);
  if (flag) node.setAttribute("aria-busy", "true");
  else node.removeAttribute("aria-busy");
  node.querySelector(".spinner")?.remove();
  if (flag) node.append(h("span", { class: "spinner", role: "img", "aria-label": words.waiting }));
}
