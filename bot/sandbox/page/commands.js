/** The bot's commands: a button that lists them, and a list that narrows while a person types "/…". */
import { h, icon } from "./dom.js";

/** Button and list; `run("/command")` when one is chosen. `filter` follows the field, `steer` takes its keys. */
export function createCommands(store, field, run) {
  const list = h("div", { class: "commands", role: "listbox", id: "commands", hidden: true });
  const button = h(
    "button",
    {
      type: "button",
      class: "commands-button",
      "aria-haspopup": "listbox",
      "aria-controls": "commands",
      onclick: toggle,
    },
    icon("slash"),
  );
  let chosen = 0;

  function toggle() {
    if (list.hidden) open(store.chat().commands);
    else close();
    field.focus({ preventScroll: true });
  }

  function open(entries) {
    chosen = 0;
    list.replaceChildren(...entries.map(option));
    list.hidden = entries.length === 0;
    button.setAttribute("aria-expanded", String(!list.hidden));
    mark();
  }

  function close() {
    open([]);
  }

  function option({ command, description }, index) {
    return h(
      "button",
      {
        type: "button",
        role: "option",
        tabindex: "-1",
        class: "command-option",
        id: `command-${index}`,
        onclick: () => {
          close();
          run(`/${command}`);
        },
      },
      h("span", { class: "command-name", dir: "ltr" }, `/${command}`),
      h("span", { class: "command-description", dir: "auto" }, description),
    );
  }

  function mark() {
    [...list.children].forEach((node, index) => node.setAttribute("aria-selected", String(index === chosen)));
    list.children[chosen]?.scrollIntoView({ block: "nearest" });
    if (list.hidden) field.removeAttribute("aria-activedescendant");
    else field.setAttribute("aria-activedescendant", `command-${chosen}`);
  }

  function filter() {
    const typed = /^\/(\w*)$/.exec(field.value)?.[1];
    if (typed === undefined) close();
    else open(store.chat().commands.filter(({ command }) => command.startsWith(typed.toLowerCase())));
  }

  /** True when the key was the list's: arrows move, Enter or Tab takes, Escape closes. */
  function steer(event) {
    if (list.hidden) return false;
    const count = list.childElementCount;
    const move = { ArrowDown: 1, ArrowUp: count - 1 }[event.key];
    if (move) {
      chosen = (chosen + move) % count;
      mark();
    } else if (event.key === "Escape") close();
    else if ((event.key === "Enter" && !event.shiftKey) || event.key === "Tab") list.children[chosen].click();
    else return false;
    event.preventDefault();
    return true;
  }

  function fit(words) {
    button.hidden = store.chat().commands.length === 0;
    button.setAttribute("aria-label", words.commands);
    button.title = words.commands;
    list.setAttribute("aria-label", words.commands);
  }

  document.addEventListener("pointerdown", (event) => {
    if (!list.hidden && !list.contains(event.target) && !button.contains(event.target) && event.target !== field)
      close();
  });
  return { button, list, filter, steer, fit };
}
