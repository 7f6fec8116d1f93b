/** Keeps the store in step with the server: everything at the start, then what the live events name. */
import { listen } from "./api.js";
import { merge } from "./store.js";

const WINDOW = 150; // messages at the end of a chat that an event makes us read again
const TYPING_FOR = 5200; // ms; Telegram shows an action for five seconds

/** Functions that read from the server into the store; `start` reads all and goes on listening. */
export function createSync(store, api, onError) {
  const reading = new Map();
  let wasOffline = false;
  let clockSoon = 0;

  async function readState() {
    const state = await api.state();
    store.bot = state.bot ?? {};
    store.people = new Map(state.people.map((person) => [person.id, person]));
    if (!store.people.has(store.current)) store.current = remembered(store.people);
    store.emit("people");
  }

  /** After a change of people or bot: the chat of the moment carries its command menu, an emptied sandbox none. */
  async function readPeople() {
    await readState();
    for (const { id, started } of store.people.values()) {
      if (id === store.current || (!started && store.chat(id).messages.size)) await readChat(id, true);
    }
  }

  async function readClock() {
    take(await api.clock());
  }

  function take(clock) {
    store.clock = { ...store.clock, now: Date.parse(clock.now), readAt: performance.now() };
    if ("next_due" in clock) store.clock.nextDue = clock.next_due ? Date.parse(clock.next_due) : null;
    store.emit("clock");
  }

  /** Reads a chat, one reading at a time; a call during a reading makes it read once more. */
  async function readChat(person, whole = false) {
    const running = reading.get(person);
    if (running) {
      running.again = true;
      running.whole ||= whole;
      return running.done;
    }
    const task = { again: false, whole };
    reading.set(person, task);
    task.done = repeat(person, task).finally(() => reading.delete(person));
    return task.done;
  }

  async function repeat(person, task) {
    do {
      const whole = task.whole;
      task.again = task.whole = false;
      await readOnce(person, whole);
    } while (task.again);
  }

  async function readOnce(person, whole) {
    const chat = store.chat(person);
    const after = whole || !chat.loaded ? 0 : ([...chat.messages.keys()].at(-WINDOW) ?? 0);
    const answer = await api.chat(person, after);
    const first = !chat.loaded;
    const change = merge(chat.messages, answer.messages, after);
    chat.loaded = true;
    chat.typing = Boolean(answer.typing);
    chat.commands = answer.person.commands ?? [];
    if (first || change.added.length || change.changed.length || change.removed.length) {
      store.emit("chat", { person, first, ...change });
    }
    store.emit("status", { person });
    if (chat.typing) setTimeout(() => quietly(readChat(person)), TYPING_FOR);
  }

  async function readAll() {
    await Promise.all([readState(), readClock()]);
    if (store.current !== null) await readChat(store.current, true);
    for (const person of store.people.keys()) if (person !== store.current) await readChat(person, true);
  }

  function heard(event) {
    if (event.people) quietly(readPeople());
    if (event.clock !== undefined) quietly(readClock());
    clearTimeout(clockSoon);
    clockSoon = setTimeout(() => quietly(readClock()), 900); // whatever happened, what is due next may have changed
    if (event.chat !== undefined) quietly(store.people.has(event.chat) ? readChat(event.chat) : readState());
  }

  function online(flag) {
    if (flag && wasOffline) quietly(readAll());
    wasOffline = !flag;
    store.online = flag;
    store.emit("online");
  }

  function quietly(promise) {
    promise.catch(onError);
  }

  async function start() {
    listen(heard, online);
    await readAll();
  }

  return { start, readState, readChat, take };
}

function remembered(people) {
  const saved = Number(new URLSearchParams(location.search).get("person") ?? localStorage.getItem("lexigram.person"));
  return people.has(saved) ? saved : (people.keys().next().value ?? null);
}
