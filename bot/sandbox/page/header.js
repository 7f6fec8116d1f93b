/** The head of the conversation: with whom, as whom, what is going on, and a menu. */
import { h, icon, iconButton } from "./dom.js";
import { openMenu } from "./menu.js";
import { phone, TOOLS } from "./texts.js";
import { applyTheme, chosenTheme, nextTheme } from "./theme.js";

const THEME_ICON = { auto: "auto", light: "sun", dark: "moon" };

/** The header in `holder`. */
export function createHeader(store, holder, { openPeople, block, unblock }) {
  const face = h(
    "button",
    {
      type: "button",
      class: "icon-button open-people only-phone",
      onclick: openPeople,
      "aria-label": TOOLS.openPeople,
      title: TOOLS.openPeople,
    },
    icon("menu"),
  );
  const title = h("h1", { class: "header-title", dir: "auto" });
  const subtitle = h("p", { class: "header-subtitle", dir: "auto" });
  const theme = iconButton("auto", "", () => {
    applyTheme(nextTheme(chosenTheme()));
    drawTheme();
  });
  const more = iconButton("more", phone().more, () => openMenu(entries(), more, phone(store.person()).more), {
    "aria-haspopup": "menu",
  });
  holder.append(
    face,
    h("span", { class: "bot-face", "aria-hidden": "true" }, "L"),
    h("div", { class: "header-text" }, title, subtitle),
    theme,
    more,
  );

  function entries() {
    const words = phone(store.person());
    const blocked = store.person()?.blocked;
    return [
      { icon: "block", label: blocked ? words.unblock : words.block, run: blocked ? unblock : block, danger: !blocked },
    ];
  }

  function drawTheme() {
    const name = chosenTheme();
    theme.replaceChildren(icon(THEME_ICON[name]));
    theme.setAttribute("aria-label", TOOLS.theme[name]);
    theme.title = TOOLS.theme[name];
  }

  function draw() {
    const person = store.person();
    if (!person) return;
    title.textContent = store.bot.first_name ?? "";
    more.setAttribute("aria-label", phone(person).more);
    more.title = phone(person).more;
    drawStatus(person);
  }

  function drawStatus(person = store.person()) {
    if (!person) return;
    const typing = store.online && store.chat().typing && !person.blocked;
    subtitle.classList.toggle("typing", Boolean(typing));
    const dots = h("span", { class: "dots", "aria-hidden": "true" }, h("i"), h("i"), h("i"));
    if (typing) subtitle.replaceChildren(phone(person).typing, dots);
    else subtitle.textContent = store.online ? TOOLS.chattingAs(person.first_name) : TOOLS.connecting;
  }

  drawTheme();
  applyTheme(chosenTheme());
  for (const name of ["people", "current"]) store.on(name, draw);
  for (const name of ["status", "online"]) store.on(name, () => drawStatus());
}
