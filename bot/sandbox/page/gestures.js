/** Touch, mouse and keyboard on the rows of the chat: swipe to reply, hold or right-click for the menu, arrows. */

const SWIPE = 56; // px to the left that make a reply
const HOLD = 450; // ms

/** Listens on the log for all its rows; calls `reply(id)` and `menu(id, at)`, `at` a place or a node. */
export function watchRows(log, { reply, menu }) {
  const rowOf = (event) => event.target.closest?.(".row");
  const idOf = (row) => Number(row.dataset.id);
  watchSwipe(
    log,
    rowOf,
    (row) => reply(idOf(row)),
    (row, at) => menu(idOf(row), at),
  );

  log.addEventListener("contextmenu", (event) => {
    const row = rowOf(event);
    if (!row || event.target.closest("a")) return;
    event.preventDefault();
    menu(idOf(row), event.detail === 0 && event.clientX === 0 ? row : { x: event.clientX, y: event.clientY });
  });

  log.addEventListener("keydown", (event) => {
    if (event.target !== log && !event.target.matches(".row")) return;
    if (event.key === "ArrowUp" || event.key === "ArrowDown") step(log, event, event.key === "ArrowUp" ? -1 : 1);
    else if (event.target.matches(".row") && (event.key === "Enter" || event.key === " ")) {
      event.preventDefault();
      menu(idOf(event.target), event.target.querySelector(".bubble"));
    }
  });
}

/** Moves the focus from row to row; from the log itself to the newest. */
function step(log, event, by) {
  event.preventDefault();
  const rows = [...log.querySelectorAll(".row")];
  const next = event.target === log ? rows.at(-1) : rows[rows.indexOf(event.target) + by];
  next?.focus();
}

function watchSwipe(log, rowOf, reply, menu) {
  let drag = null;

  function end(commit) {
    if (!drag) return;
    clearTimeout(drag.timer);
    drag.row.style.removeProperty("--pull");
    drag.row.classList.remove("pulled");
    if (commit && drag.by >= SWIPE) reply(drag.row);
    drag = null;
  }

  log.addEventListener("pointerdown", (event) => {
    const row = rowOf(event);
    if (event.pointerType === "mouse" || !row || !event.isPrimary) return;
    const at = { x: event.clientX, y: event.clientY };
    const timer = setTimeout(() => {
      end(false);
      menu(row, at);
      swallowClick();
    }, HOLD);
    drag = { row, at, by: 0, timer };
  });

  log.addEventListener("pointermove", (event) => {
    if (!drag || !event.isPrimary) return;
    const across = drag.at.x - event.clientX;
    if (Math.hypot(across, event.clientY - drag.at.y) > 10) clearTimeout(drag.timer);
    drag.by = Math.max(0, Math.min(across, SWIPE + 24));
    drag.row.classList.toggle("pulled", drag.by > 10);
    drag.row.style.setProperty("--pull", drag.by > 10 ? `${-drag.by}px` : "0px");
  });

  log.addEventListener("pointerup", () => end(true));
  log.addEventListener("pointercancel", () => end(false));
}

/** The finger that opened the menu must not, on leaving, also press what is under it. */
function swallowClick() {
  const stop = (event) => {
    event.preventDefault();
    event.stopPropagation();
  };
  addEventListener("click", stop, { capture: true });
  addEventListener("pointerup", () => setTimeout(() => removeEventListener("click", stop, { capture: true }), 60), {
    once: true,
  });
}
