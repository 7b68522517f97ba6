import { byId, day, el, setText, time } from './dom.js';
import { t, word } from './labels.js';

const lines = new Map();

function newLine(address, choose) {
  const parts = {
    name: el('strong'),
    at: el('time'),
    badge: el('span', { class: 'badge' }),
    last: el('span', { class: 'last' }),
    mark: el('span', { class: 'dot' }),
    number: el('span', { class: 'number' }),
  };
  const button = el(
    'button',
    { type: 'button', class: 'handset', onclick: () => choose(address) },
    el('span', { class: 'line' }, parts.mark, parts.name, parts.number, parts.at),
    el('span', { class: 'line' }, parts.last, parts.badge),
  );
  return { ...parts, button, item: el('li', {}, button) };
}

export function badgeOf({ state, outcome, handoff }) {
  if (state === 'with_staff' && handoff === 'urgent') return { text: t('urgent'), tone: 'urgent' };
  if (state === 'closed')
    return {
      text: outcome ? word('outcome', outcome) : word('state', state),
      tone: outcome === 'completed' ? 'good' : 'calm',
    };
  return {
    text: word('state', state),
    tone: { waiting: 'info', scheduled: 'plan', with_staff: 'high' }[state] || 'calm',
  };
}

export const ownerOf = (handset) => handset.owner || t('stranger');

function update(line, handset, now, unread, chosen) {
  const { owner, patient } = handset;
  setText(line.name, patient && owner && owner !== patient ? `${owner}（${patient}）` : ownerOf(handset));
  setText(line.number, `…${handset.address.slice(-4)}`);
  setText(line.at, day(handset.lastAt) === day(now) ? time(handset.lastAt) : day(handset.lastAt));
  setText(line.last, `${handset.lastFrom === 'in' ? '↩ ' : ''}${handset.lastText}`);
  const { text, tone } = badgeOf(handset);
  setText(line.badge, text);
  line.badge.className = `badge ${tone}`;
  line.mark.hidden = !unread;
  line.mark.setAttribute('aria-label', t('unread'));
  line.mark.setAttribute('role', 'img');
  line.button.className = `handset${tone === 'urgent' ? ' urgent' : ''}${unread ? ' unread' : ''}`;
  if (chosen) line.button.setAttribute('aria-current', 'true');
  else line.button.removeAttribute('aria-current');
}

/** Draws the handsets in their order; lines are kept, so that focus and place stay. */
export function drawList({ handsets, more, address, now, search, isUnread, choose }) {
  const list = byId('handsets');
  const focused = document.activeElement;
  const known = new Set(handsets.map((handset) => handset.address));
  for (const [key, line] of lines) {
    if (known.has(key)) continue;
    line.item.remove();
    lines.delete(key);
  }
  handsets.forEach((handset, index) => {
    if (!lines.has(handset.address)) lines.set(handset.address, newLine(handset.address, choose));
    const line = lines.get(handset.address);
    update(line, handset, now, isUnread(handset), handset.address === address);
    if (list.children[index] !== line.item) list.insertBefore(line.item, list.children[index] || null);
  });
  if (list.contains(focused) && document.activeElement !== focused) focused.focus({ preventScroll: true });
  byId('more').hidden = !more;
  const empty = byId('list-empty');
  empty.hidden = handsets.length > 0;
  setText(empty, t(search === '' ? 'noHandsets' : 'noMatch'));
}
