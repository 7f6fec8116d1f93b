/** Where the chat stands: at its end unless the person went up to read; a button leads back down. */
import { calm, h, icon } from "./dom.js";

const REST = 900; // ms without movement until a floating day fades
const NEAR = 48; // px from the end that still count as being at the end

/** Scrolling of `scroller`; `onTop` is called when older messages are wanted. */
export function createScroll(scroller, stage, onTop) {
  const count = h("span", { class: "jump-count", hidden: true });
  const button = h("button", { type: "button", class: "jump", onclick: () => toEnd(true) }, icon("down"), count);
  stage.append(button);
  let pinned = true;
  let missed = 0;
  let height = 0;
  let resting = 0;

  /** A day's name floats above the rows only while they move; standing in its own place it stays. */
  function restDays() {
    clearTimeout(resting);
    for (const name of scroller.querySelectorAll(".resting")) name.classList.remove("resting");
    resting = setTimeout(() => {
      for (const name of scroller.querySelectorAll(".day-name")) {
        name.classList.toggle("resting", name.offsetTop - name.parentElement.offsetTop > 24);
      }
    }, REST);
  }

  function atEnd() {
    return scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < NEAR;
  }

  function toEnd(smooth = false) {
    pinned = true;
    scroller.scrollTo({ top: scroller.scrollHeight, behavior: smooth && !calm() ? "smooth" : "instant" });
    showMissed(0);
  }

  function showMissed(number) {
    missed = number;
    count.textContent = number > 99 ? "99+" : `${number}`;
    count.hidden = number === 0;
  }

  /** After new rows: stay at the end, but never push the top of what just came out of sight. */
  function follow(wasAtEnd, firstNew, own) {
    if (!wasAtEnd && !own) return showMissed(missed + 1);
    if (!firstNew || own) return toEnd(true);
    const top = firstNew.offsetTop - 44; // below the floating day
    const end = scroller.scrollHeight - scroller.clientHeight;
    pinned = top >= end;
    scroller.scrollTo({ top: Math.min(top, end), behavior: calm() ? "instant" : "smooth" });
  }

  /** Runs `grow`, which adds rows above, and keeps what is in sight where it is. */
  function keepPlace(grow) {
    const before = scroller.scrollHeight - scroller.scrollTop;
    scroller.style.overflowAnchor = "none";
    grow();
    scroller.scrollTop = scroller.scrollHeight - before;
    requestAnimationFrame(() => {
      scroller.style.overflowAnchor = "";
    });
  }

  /** Brings a row into the middle and lets it glow once. */
  function reveal(row) {
    pinned = false;
    row.scrollIntoView({ block: "center", behavior: calm() ? "instant" : "smooth" });
    row.classList.remove("glow");
    void row.offsetWidth; // restarts the animation
    row.classList.add("glow");
  }

  scroller.addEventListener(
    "scroll",
    () => {
      pinned = atEnd();
      button.classList.toggle("shown", !pinned);
      if (pinned) showMissed(0);
      if (scroller.scrollTop < 600) onTop();
      restDays();
    },
    { passive: true },
  );

  new ResizeObserver(() => {
    if (pinned && scroller.clientHeight !== height) toEnd();
    height = scroller.clientHeight;
  }).observe(scroller);

  return {
    atEnd,
    toEnd,
    follow,
    keepPlace,
    reveal,
    name: (label) => {
      button.setAttribute("aria-label", label);
      button.title = label;
    },
  };
}
