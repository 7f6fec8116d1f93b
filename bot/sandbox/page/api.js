/** The control interface of the sandbox: one function for each thing the page asks the server. */

/** The server answered, and said no. */
export class Refused extends Error {}

async function call(method, path, body) {
  const options = { method, headers: {} };
  if (body !== undefined) {
    options.headers["Content-Type"] = "application/json";
    options.body = JSON.stringify(body);
  }
  const answer = await fetch(path, options);
  const data = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Refused(data.error ?? data.description ?? `${answer.status}`);
  return data;
}

/** The server's door; every function answers a promise of its JSON. */
export const api = {
  state: () => call("GET", "/control/state"),
  chat: (person, after = 0) => call("GET", `/control/chats/${person}${after ? `?after=${after}` : ""}`),
  addPerson: (person) => call("POST", "/control/people", person),
  say: (message) => call("POST", "/control/say", message),
  edit: (person, message_id, text) => call("POST", "/control/edit", { person, message_id, text }),
  tap: (person, message_id, data) => call("POST", "/control/tap", { person, message_id, data }),
  block: (person) => call("POST", "/control/block", { person }),
  unblock: (person) => call("POST", "/control/unblock", { person }),
  clock: () => call("GET", "/control/clock"),
  moveClock: (move) => call("POST", "/control/clock", move),
};

/** Live events: `heard(event)` for each, `online(flag)` when the line comes or goes. */
export function listen(heard, online) {
  const source = new EventSource("/control/events");
  source.onopen = () => online(true);
  source.onerror = () => online(false);
  source.onmessage = (event) => heard(JSON.parse(event.data));
  return source;
}
