/** Light, dark, or as the system: remembered in this browser. */
const ORDER = ["auto", "light", "dark"];
const KEY = "lexigram.theme";

/** The theme chosen earlier, "auto" if none. */
export function chosenTheme() {
  const saved = localStorage.getItem(KEY);
  return ORDER.includes(saved) ? saved : "auto";
}

/** Puts a theme on the page and remembers it. */
export function applyTheme(theme) {
  localStorage.setItem(KEY, theme);
  if (theme === "auto") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

/** The next of auto → light → dark → auto. */
export function nextTheme(theme) {
  return ORDER[(ORDER.indexOf(theme) + 1) % ORDER.length];
}
