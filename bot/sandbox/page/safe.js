/** Message HTML onto the page: only what an allow-list names is built anew, all else is its text. */

const PLAIN = {
  B: "b",
  STRONG: "b",
  I: "i",
  EM: "i",
  U: "u",
  INS: "u",
  S: "s",
  STRIKE: "s",
  DEL: "s",
  CODE: "code",
  PRE: "pre",
  BR: "br",
};
const SCHEMES = ["http:", "https:", "tg:", "mailto:"];

/** A fragment of safe nodes for a message's HTML. */
export function sanitise(html) {
  const source = new DOMParser().parseFromString(`<body>${html}`, "text/html"); // inert: runs and loads nothing
  const target = document.createDocumentFragment();
  copyChildren(source.body, target);
  return target;
}

function copyChildren(source, target) {
  for (const node of source.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) target.append(node.data);
    else if (node.nodeType === Node.ELEMENT_NODE) copyElement(node, target);
  }
}

function copyElement(node, target) {
  if (["SCRIPT", "STYLE", "TEMPLATE", "IFRAME", "SVG", "svg", "MATH", "math"].includes(node.tagName)) return;
  const copy = allowed(node);
  if (copy) target.append(copy);
  copyChildren(node, copy ?? target);
}

function allowed(node) {
  if (PLAIN[node.tagName]) return document.createElement(PLAIN[node.tagName]);
  if (node.tagName === "A") return link(node);
  if (node.tagName === "BLOCKQUOTE") return quote(node);
  if (node.tagName === "TG-SPOILER" || (node.tagName === "SPAN" && /spoiler/.test(node.className))) return spoiler();
  return null;
}

function link(node) {
  const copy = document.createElement("a");
  const address = safeAddress(node.getAttribute("href"));
  if (address) Object.assign(copy, { href: address, target: "_blank", rel: "noopener noreferrer" });
  return copy;
}

function quote(node) {
  const copy = document.createElement("blockquote");
  if (node.hasAttribute("expandable") || node.classList.contains("expandable")) copy.className = "expandable";
  return copy;
}

function spoiler() {
  const copy = document.createElement("span");
  copy.className = "spoiler";
  return copy;
}

/** The address if a person may be sent there, else null. */
export function safeAddress(address) {
  try {
    const url = new URL(address ?? "", "https://invalid.example/");
    return SCHEMES.includes(url.protocol) && url.host !== "invalid.example" ? url.href : null;
  } catch {
    return null;
  }
}
