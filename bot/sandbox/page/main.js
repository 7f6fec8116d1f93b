/** Builds the page: the only module that knows every part. */
import { createActions } from "./actions.js";
import { api, Refused } from "./api.js";
import { createChat } from "./chat.js";
import { createClock } from "./clock.js";
import { createComposer } from "./composer.js";
import { toast } from "./dialogs.js";
import { watchRows } from "./gestures.js";
import { createHeader } from "./header.js";
import { createPeople } from "./people.js";
import { createStore } from "./store.js";
import { createSync } from "./sync.js";
import { baseLanguage, direction, TOOLS } from "./texts.js";

function build() {
  const part = (id) => document.getElementById(id);
  const store = createStore();
  const sync = createSync(store, api, fail);
  const parts = {};
  const act = createActions(store, api, () => parts, fail);
  const unblock = () => api.unblock(store.current).then(sync.readState).catch(fail);
  const block = () => api.block(store.current).then(sync.readState).catch(fail);

  parts.chat = createChat(store, part("stage"), act);
  parts.composer = createComposer(store, api, act, part("composer"), { unblock, fail });
  const people = createPeople(store, api, part("people"), part("scrim"), { choose, readState: sync.readState, fail });
  createHeader(store, part("header"), { openPeople: people.open, block, unblock });
  createClock(store, api, sync.take, part("clock"), fail);
  const message = (id) => store.chat().messages.get(id);
  watchRows(parts.chat.log, { reply: (id) => act.reply(message(id)), menu: (id, at) => act.menu(message(id), at) });

  let shown = null;

  function choose(id) {
    store.current = id;
    store.emit("people");
  }

  /** The phone changes hands: language, direction, chat, half-written text. */
  function present() {
    const person = store.person();
    if (!person) return;
    const look = `${person.id} ${person.language_code} ${person.zone}`;
    if (look === shown) return;
    const before = shown === null ? null : Number(shown.split(" ")[0]);
    shown = look;
    localStorage.setItem("lexigram.person", person.id);
    document.documentElement.dir = direction(person);
    part("conversation").lang = baseLanguage(person);
    parts.chat.show();
    parts.composer.change(before);
    store.emit("current");
    sync.readChat(person.id, true).catch(fail);
  }

  store.on("people", present);
  sync.start().catch(fail);
}

function fail(error) {
  toast(error instanceof Refused ? TOOLS.failed(error.message) : TOOLS.offline);
}

build();
