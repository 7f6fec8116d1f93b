/** The rows on the page, by message id, inside their days: put in, patched, taken out, never all anew. */
import { h } from "./dom.js";
import { dayKey, dayName } from "./time.js";

const TOGETHER = 300; // seconds within which one sender's messages hang together

/** Rows inside `holder`; `scene()` tells who looks and when, `make(message)` renders one row. */
export function createRows(holder, scene, make) {
  const rows = new Map();
  const days = new Map();
  const messages = new Map();

  function put(message) {
    const id = message.message_id;
    messages.set(id, message);
    const row = make(message);
    if (rows.has(id)) replace(rows.get(id), row);
    else insert(row, id, dayOf(message));
    rows.set(id, row);
    settle(row);
    return row;
  }

  function insert(row, id, section) {
    let before = section.lastElementChild;
    while (before && Number(before.dataset.id) > id) before = before.previousElementSibling;
    before.after(row); // the day's heading is always the first child
  }

  function dayOf(message) {
    const at = message.date * 1000;
    const { person } = scene();
    const key = dayKey(person, at);
    if (!days.has(key)) days.set(key, openDay(key, at));
    return days.get(key);
  }

  function openDay(key, at) {
    const section = h("section", { class: "day", data: { day: key } }, h("h2", { class: "day-name", data: { at } }));
    let before = holder.lastElementChild;
    while (before && before.dataset.day > key) before = before.previousElementSibling;
    if (before) before.after(section);
    else holder.prepend(section);
    nameDay(section);
    return section;
  }

  function nameDay(section) {
    const { person, now } = scene();
    const name = dayName(person, Number(section.firstChild.dataset.at), now);
    if (section.firstChild.textContent !== name) section.firstChild.textContent = name;
  }

  function drop(id) {
    const row = rows.get(id);
    if (!row) return;
    const section = row.parentElement;
    const before = row.previousElementSibling;
    row.remove();
    rows.delete(id);
    messages.delete(id);
    if (section.childElementCount > 1) return settle(before);
    days.delete(section.dataset.day);
    section.remove();
  }

  /** Decides where a run of one sender's messages begins and ends, around `row`. */
  function settle(row) {
    for (const one of [row.previousElementSibling, row, row.nextElementSibling]) {
      if (!one?.dataset.id) continue;
      one.classList.toggle("first", !together(one.previousElementSibling, one));
      one.classList.toggle("last", !together(one, one.nextElementSibling));
    }
  }

  function together(upper, lower) {
    const a = messages.get(Number(upper?.dataset.id));
    const b = messages.get(Number(lower?.dataset.id));
    return Boolean(a && b && a.from?.id === b.from?.id && b.date - a.date < TOGETHER);
  }

  function clear() {
    for (const map of [rows, days, messages]) map.clear();
    holder.replaceChildren();
  }

  return { put, drop, clear, get: (id) => rows.get(id), nameDays: () => days.forEach(nameDay), size: () => rows.size };
}

/** Swaps a row for its newer self; whoever was on one of its buttons stays at the same place. */
function replace(old, row) {
  const held = old.contains(document.activeElement);
  const place = held ? [...old.querySelectorAll(".key")].indexOf(document.activeElement) : -1;
  const opened = [...old.querySelectorAll("blockquote.expandable")].map((quote) => quote.classList.contains("open"));
  row.classList.toggle("current", old.classList.contains("current"));
  row.tabIndex = old.tabIndex;
  old.replaceWith(row);
  row.querySelectorAll("blockquote.expandable").forEach((quote, index) => {
    if (opened[index]) requestAnimationFrame(() => quote.classList.add("long", "open"));
  });
  if (held) (row.querySelectorAll(".key")[place] ?? row).focus({ preventScroll: true });
}
