/** The sandbox's clock: what time it is for the chosen person, and buttons that move it on. */
import { toast } from "./dialogs.js";
import { h, icon } from "./dom.js";
import { TOOLS } from "./texts.js";
import { city, clockTime, dayKey, shortDate } from "./time.js";

/** The clock bar in `holder`; `take` puts the server's answer into the store. */
export function createClock(store, api, take, holder, fail) {
  const time = h("span", { class: "clock-time" });
  const date = h("span", { class: "clock-date" });
  const next = h("span", { class: "clock-next" });
  const reading = h(
    "div",
    { class: "clock-reading" },
    icon("clock"),
    h("div", { class: "clock-lines" }, time, date),
    next,
  );
  const buttons = TOOLS.jumps.map((jump) =>
    h(
      "button",
      {
        type: "button",
        class: "jump-button",
        title: jump.title,
        onclick: () => move(jump.move),
      },
      h("span", { class: "short" }, jump.label),
      h("span", { class: "long" }, jump.long),
    ),
  );
  const status = h("span", { class: "visually-hidden", role: "status" });
  holder.append(
    reading,
    h("div", { class: "clock-jumps", role: "group", "aria-label": TOOLS.moveClock }, buttons),
    status,
  );

  async function move(to) {
    busy(true);
    const before = store.now();
    try {
      const answer = await api.moveClock(to);
      take(answer);
      if (to.until && Date.parse(answer.now) - before < 1500) toast(TOOLS.nothingPlanned);
      status.textContent = answer.stops === undefined ? "" : TOOLS.moved(answer.stops);
    } catch (error) {
      fail(error);
    }
    busy(false);
  }

  function busy(flag) {
    holder.classList.toggle("busy", flag);
    holder.setAttribute("aria-busy", String(flag));
    for (const button of buttons) button.disabled = flag;
    if (flag) status.textContent = TOOLS.moving;
  }

  function tell() {
    const person = store.person();
    if (!person || !store.clock.now) return;
    const now = store.now();
    write(time, clockTime(person, now));
    write(date, `${shortDate({ ...person, language_code: "en" }, now)} · ${city(person.zone)}`);
    write(next, store.clock.nextDue ? TOOLS.nextPush(when(person, store.clock.nextDue, now)) : "");
    reading.title = TOOLS.clock(person.first_name);
  }

  store.on("clock", tell);
  store.on("current", tell);
  store.on("people", tell);
  setInterval(tell, 1000);
}

function when(person, at, now) {
  const sameDay = dayKey(person, at) === dayKey(person, now);
  return `${sameDay ? "" : `${shortDate({ ...person, language_code: "en" }, at)} `}${clockTime(person, at)}`;
}

function write(node, text) {
  if (node.textContent !== text) node.textContent = text;
}
