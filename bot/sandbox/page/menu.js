/** A small menu at a place on the page, for the mouse, a finger and the keyboard. */
import { h, icon } from "./dom.js";

/** Opens `entries` ({icon, label, run, danger?}) near `at`, a node or {x, y}; any earlier menu closes. */
export function openMenu(entries, at, label) {
  document.querySelector(".menu")?.dispatchEvent(new Event("leave"));
  const back = document.activeElement;
  const menu = h(
    "div",
    { class: "menu", role: "menu", "aria-label": label },
    entries.map((entry) => item(entry, () => close(true))),
  );
  const scrim = h("div", {
    class: "menu-scrim",
    onclick: () => close(true),
    oncontextmenu: (event) => {
      event.preventDefault();
      close(true);
    },
  });

  function close(giveBack) {
    menu.remove();
    scrim.remove();
    if (giveBack) back?.focus?.({ preventScroll: true });
  }

  menu.addEventListener("leave", () => close(false));
  menu.addEventListener("keydown", (event) => steer(event, menu, () => close(true)));
  document.body.append(scrim, menu);
  place(menu, at);
  menu.firstElementChild?.focus({ preventScroll: true });
}

function item(entry, close) {
  const press = () => {
    close();
    entry.run();
  };
  return h(
    "button",
    { type: "button", role: "menuitem", class: entry.danger ? "danger" : null, onclick: press },
    icon(entry.icon),
    h("span", { dir: "auto" }, entry.label),
  );
}

function steer(event, menu, close) {
  const items = [...menu.children];
  const here = items.indexOf(document.activeElement);
  const goal = { ArrowDown: here + 1, ArrowUp: here - 1 + items.length, Home: 0, End: items.length - 1 }[event.key];
  if (goal !== undefined) items[goal % items.length].focus();
  else if (event.key === "Escape" || event.key === "Tab") close();
  else return;
  event.preventDefault();
  event.stopPropagation();
}

function place(menu, at) {
  const box = at instanceof Element ? at.getBoundingClientRect() : { left: at.x, right: at.x, top: at.y, bottom: at.y };
  const { offsetWidth: width, offsetHeight: height } = menu;
  const left = Math.min(Math.max(8, box.left), innerWidth - width - 8);
  const below = box.bottom + 6 + height <= innerHeight;
  const top = below ? box.bottom + 6 : Math.max(8, box.top - height - 6);
  menu.style.left = `${left}px`;
  menu.style.top = `${Math.min(top, innerHeight - height - 8)}px`;
}
