/** What the page knows: people, their chats, who is looking; views listen for changes by name. */

/**
 * A fresh store. Events: "people" (list or bot changed), "current" (another person was chosen),
 * "chat" {person, added, changed, removed, first} for messages, "status" {person} (typing, commands), "clock", "online".
 */
export function createStore() {
  const listeners = new Map();
  return {
    bot: {},
    people: new Map(),
    current: null,
    chats: new Map(),
    clock: { now: 0, readAt: 0, nextDue: null, moving: false },
    online: true,

    on(name, listener) {
      listeners.set(name, [...(listeners.get(name) ?? []), listener]);
    },

    emit(name, detail) {
      for (const listener of listeners.get(name) ?? []) listener(detail);
    },

    /** The person who holds the phone now, or undefined before the first answer of the server. */
    person() {
      return this.people.get(this.current);
    },

    /** The chat of a person: {messages: Map by id in order of id, typing, commands, loaded}. */
    chat(person = this.current) {
      if (!this.chats.has(person))
        this.chats.set(person, { messages: new Map(), typing: false, commands: [], loaded: false });
      return this.chats.get(person);
    },

    /** Sandbox time in milliseconds; it runs on between two readings. */
    now() {
      return this.clock.now + (performance.now() - this.clock.readAt);
    },
  };
}

/** Takes fetched messages into a chat's map; returns what is new, changed and gone (only from id `after` on). */
export function merge(messages, fetched, after = 0) {
  const change = { added: [], changed: [], removed: [] };
  const present = new Set();
  for (const message of fetched) {
    present.add(message.message_id);
    const known = messages.get(message.message_id);
    if (!known) change.added.push(message.message_id);
    else if (JSON.stringify(known) !== JSON.stringify(message)) change.changed.push(message.message_id);
    messages.set(message.message_id, message);
  }
  for (const id of messages.keys()) if (id > after && !present.has(id)) change.removed.push(id);
  for (const id of change.removed) messages.delete(id);
  return change;
}
