/** What a person can do to messages: say, tap, reply, quote, edit, copy, jump. */
import { alertBox, askToOpen, dialog, toast } from "./dialogs.js";
import { h } from "./dom.js";
import { openMenu } from "./menu.js";
import { phone, TOOLS } from "./texts.js";

/** The deeds handed to the chat; `parts()` gives chat and composer, which are built after them. */
export function createActions(store, api, parts, fail) {
  const words = () => phone(store.person());

  async function say(text, extra = {}) {
    await api.say({ person: store.current, text, ...extra }).catch(fail);
    parts().chat.toEnd(true);
  }

  async function tap(message, button) {
    if (button.copy_text) return copy(button.copy_text.text);
    const payload = button.url && startLink(button.url);
    if (payload) return say(payload);
    if (button.callback_data === undefined) return toast(TOOLS.unsupported);
    try {
      await show(await api.tap(store.current, message.message_id, button.callback_data));
    } catch (error) {
      fail(error);
    }
  }

  async function show(answer) {
    if (!answer.answered) toast(words().noAnswer);
    else if (answer.alert && answer.text) alertBox(store.bot.first_name, answer.text, words().ok);
    else if (answer.text) toast(answer.text);
    if (answer.url) askToOpen(answer.url, words());
  }

  /** "/start c_AB" for a link that starts this very bot, else null. */
  function startLink(address) {
    const match = /^(?:https?:\/\/t\.me\/|tg:\/\/resolve\?domain=)(\w+)[?&]start=([\w-]{1,64})$/.exec(address);
    return match && match[1].toLowerCase() === store.bot.username?.toLowerCase() ? `/start ${match[2]}` : null;
  }

  async function copy(text) {
    await navigator.clipboard?.writeText(text).catch(() => {});
    toast(words().copied);
  }

  function reply(message, quote) {
    parts().composer.replyTo(message, quote);
  }

  async function quotePart(message) {
    const area = h("textarea", {
      class: "quote-area",
      rows: "8",
      readonly: true,
      dir: "auto",
      "aria-label": words().selectPart,
    });
    area.value = message.text;
    const answer = await dialog(words().selectPart, area, [
      { label: words().cancel, value: "", quiet: true },
      { label: words().reply, value: "reply" },
    ]);
    const part = area.value.slice(area.selectionStart, area.selectionEnd).trim();
    if (answer) reply(message, part || undefined);
  }

  function jump(id) {
    if (!parts().chat.jump(id)) toast(words().gone);
  }

  function menu(message, at) {
    const selected = selectionIn(parts().chat.row(message.message_id));
    const entries = [{ icon: "reply", label: words().reply, run: () => reply(message) }];
    if (selected) entries.push({ icon: "quote", label: words().quoteSelection, run: () => reply(message, selected) });
    else if (message.text) entries.push({ icon: "quote", label: words().quote, run: () => quotePart(message) });
    if (message.text) entries.push({ icon: "copy", label: words().copy, run: () => copy(selected || message.text) });
    if (message.text && message.from?.id === store.current)
      entries.push({ icon: "edit", label: words().edit, run: () => parts().composer.edit(message) });
    openMenu(entries, at, words().more);
  }

  return { say, tap, copy, reply, jump, menu, startLink };
}

/** The text selected inside a message's text, "" if none. */
function selectionIn(row) {
  const selection = getSelection();
  const text = row?.querySelector(".text");
  if (!text || selection.isCollapsed || !text.contains(selection.anchorNode) || !text.contains(selection.focusNode))
    return "";
  return selection.toString().trim();
}
