import { locale } from './labels.js';

export const byId = (id) => document.getElementById(id);

/** Makes an element. Text goes in as text, never as markup. */
export function el(tag, attributes, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.slice(0, 2) === 'on') node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? '' : String(value));
  }
  for (const child of children.flat()) if (child !== null && child !== undefined && child !== '') node.append(child);
  return node;
}

export function fill(node, ...children) {
  node.textContent = '';
  for (const child of children.flat()) if (child) node.append(child);
}

export function setText(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

const formats = new Map();
let zone = 'Asia/Shanghai';

export function setZone(given) {
  zone = given;
}

function format(name, options) {
  const key = `${name} ${locale()} ${zone}`;
  if (!formats.has(key)) formats.set(key, new Intl.DateTimeFormat(locale(), { timeZone: zone, ...options }));
  return formats.get(key);
}

/** Instants (epoch ms) on the wall clock of the hospital. */
export const time = (at) => format('time', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);
export const day = (at) => format('day', { month: 'short', day: 'numeric' }).format(at);
export const dayTime = (at) => `${day(at)} ${time(at)}`;
export const longDay = (at) => format('long', { month: 'short', day: 'numeric', weekday: 'short' }).format(at);
export const fullDay = (at) =>
  format('full', { year: 'numeric', month: 'short', day: 'numeric', weekday: 'short' }).format(at);
