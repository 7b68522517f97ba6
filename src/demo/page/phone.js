import { byId, el, fill, longDay, setText, time } from './dom.js';
import { t, word } from './labels.js';

const FAILED = ['undelivered', 'failed', 'expired', 'cancelled'];
const NEAR_END = 120;
const bubbles = new Map();
let drawnFor = '';

function bubble(side) {
  const text = el('p', { class: 'text' });
  const note = el('p', { class: 'note' });
  return { node: el('div', { class: `bubble ${side}` }, text, note), text, note };
}

/** What stands on the handset, in order: day lines, messages, texts on their way. Each with a key that stays. */
function itemsOf(conversations, sending) {
  const messages = conversations.flatMap((each) => each.messages).sort((a, b) => a.at - b.at || a.seq - b.seq);
  const items = [];
  let last = '';
  for (const message of messages) {
    const day = longDay(message.at);
    if (day !== last) items.push({ key: `day ${day}`, day });
    last = day;
    items.push({ key: `${message.conversationId}.${message.seq}`, message });
  }
  return items.concat(sending.map((text) => ({ key: `sending ${text.id}`, text })));
}

function make(item, retry) {
  if (item.day) return { node: el('p', { class: 'day' }, item.day) };
  if (item.message) return bubble(item.message.direction === 'in' ? 'mine' : 'theirs');
  const made = bubble('mine');
  made.retry = el('button', { type: 'button', class: 'retry', onclick: () => retry(item.text.id) });
  made.node.append(made.retry);
  return made;
}

function update(made, item) {
  if (item.message) {
    const { message } = item;
    setText(made.text, message.text);
    setText(made.note, `${time(message.at)} · ${word('delivery', message.delivery)}`);
    const lost = FAILED.includes(message.delivery);
    made.note.classList.toggle('bad', lost);
    made.node.classList.toggle('lost', lost);
  }
  if (item.text) {
    setText(made.text, item.text.text);
    setText(made.note, item.text.failed ? '' : t('sending'));
    setText(made.retry, item.text.failed || '');
    made.retry.hidden = !item.text.failed;
  }
}

function drawOptions(items, send) {
  const last = items[items.length - 1];
  const options = last && last.message && last.message.direction === 'out' ? last.message.options : [];
  const box = byId('options');
  const key = JSON.stringify([last && last.key, options]);
  if (box.dataset.key === key) return;
  box.dataset.key = key;
  fill(
    box,
    options.map((option) => el('button', { type: 'button', class: 'option', onclick: () => send(option) }, option)),
  );
}

/** Draws the chosen handset. Bubbles are kept and added to, so that a screen reader says only what is new. */
export function drawPhone({ address, name, conversations, sending, send, retry }) {
  const chosen = address !== '';
  document.querySelector('.phone').hidden = !chosen;
  const none = byId('talk-empty');
  none.hidden = chosen;
  setText(none, t('choose'));
  if (!chosen) return;
  setText(byId('phone-name'), name);
  setText(byId('phone-number'), address);
  const box = byId('bubbles');
  const atEnd = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR_END;
  const fresh = drawnFor !== address + document.documentElement.lang;
  if (fresh) {
    drawnFor = address + document.documentElement.lang;
    bubbles.clear();
    fill(box);
  }
  const items = itemsOf(conversations, sending);
  const waits = conversations.some(({ timers }) => timers.some(({ kind }) => kind === 'settle'));
  if (items.length === 0) items.push({ key: 'empty', day: t('newNumber') });
  else if (waits) items.push({ key: 'waits', day: t('waitsMore') });
  const keys = new Set(items.map((item) => item.key));
  let grown = false;
  for (const [key, made] of bubbles) {
    if (keys.has(key)) continue;
    made.node.remove();
    bubbles.delete(key);
  }
  items.forEach((item, index) => {
    if (!bubbles.has(item.key)) {
      bubbles.set(item.key, make(item, retry));
      grown = true;
    }
    const made = bubbles.get(item.key);
    update(made, item);
    if (box.children[index] !== made.node) box.insertBefore(made.node, box.children[index] || null);
  });
  drawOptions(items, send);
  if (fresh || (grown && atEnd)) box.scrollTop = box.scrollHeight;
}
