import { api, listen, newId } from './api.js';
import { byId, setText, setZone } from './dom.js';
import { inEnglish, setLanguage, t } from './labels.js';
import { drawList, ownerOf } from './list.js';
import { drawPhone } from './phone.js';
import { drawRecord, drawTalks } from './record.js';
import { isUnread, now, PAGE, page, remembered, see, seen } from './store.js';
import { drawClock, drawTop, drawWords, show } from './top.js';

const REFRESH_MS = 120;
const wide = window.matchMedia('(min-width: 900px)');

const nameOf = (address) => {
  const handset = page.handsets.find((each) => each.address === address);
  const latest = page.conversations[page.conversations.length - 1];
  if (handset) return ownerOf(handset);
  return ownerOf({
    owner: latest && ((latest.relation && latest.relation.name) || (latest.stay && latest.stay.patientName)),
  });
};

function draw() {
  drawTop();
  if (!page.state) return;
  const { handsets, more, address, search, conversations } = page;
  drawList({ handsets, more, address, search, isUnread, choose, now: now() });
  drawPhone({
    address,
    conversations,
    send,
    retry,
    name: address === '' ? '' : nameOf(address),
    sending: page.sending[address] || [],
  });
  if (document.activeElement !== byId('fault')) byId('fault').value = page.fault;
  byId('fault').classList.toggle('bad', page.fault !== 'none');
  const current =
    conversations.find(({ id }) => id === page.talk) ||
    conversations.find((each) => each.current) ||
    conversations[conversations.length - 1];
  drawTalks({
    conversations,
    chosen: current && current.id,
    choose: (id) => {
      page.talk = id;
      draw();
    },
  });
  drawRecord({ view: current, hospital: page.state, goTo: (to) => move({ to }) });
}

/* Looking */

async function look() {
  const { address, limit, search } = page;
  const [state, list, phone] = await Promise.all([
    api.state(),
    api.handsets(limit, search),
    address === '' ? null : api.handset(address),
  ]);
  if (page.address !== address || page.search !== search || page.limit !== limit) return look();
  const first = page.state === null;
  setZone(state.zone);
  page.offset = state.now - Date.now();
  page.conversations = phone ? phone.conversations : [];
  page.fault = (phone && phone.fault) || 'none';
  Object.assign(page, { state, handsets: list.handsets, more: list.more });
  if (first) begin();
  see();
  draw();
  return undefined;
}

/** First look: what is there already is no news; on a wide screen a handset is open at once. */
function begin() {
  if (remembered('sessionStorage', 'seen') === null)
    for (const each of page.handsets) seen[each.conversationId] = each.lastSeq;
  if (page.address === '' && wide.matches && page.handsets.length > 0) choose(page.handsets[0].address);
}

let waiting = null;
let looking = false;
let again = false;

/** Looks soon; many reasons within a moment are one look. */
function refresh() {
  again = true;
  if (waiting !== null || looking) return;
  waiting = setTimeout(async () => {
    waiting = null;
    looking = true;
    again = false;
    try {
      await look();
    } catch (error) {
      // The line is down; the banner says so, and the next connection looks again.
    }
    looking = false;
    if (again) refresh();
  }, REFRESH_MS);
}

/* Doing */

function choose(address) {
  if (page.address !== address) {
    Object.assign(page, { address, conversations: [], talk: '', fault: 'none' });
    history.replaceState(null, '', `#${address}`);
  }
  show('talk');
  draw();
  refresh();
}

async function act(work) {
  page.message = '';
  try {
    await work();
  } catch (error) {
    page.message = [t('failedCall')].concat(error.details || []).join(' ');
    draw();
  }
  refresh();
}

async function move(change) {
  if (page.moving) return;
  page.moving = true;
  draw();
  await act(async () => {
    const arrived = await api.move(change);
    page.offset = arrived.now - Date.now();
  });
  page.moving = false;
  draw();
}

function send(text) {
  const { address } = page;
  if (address === '' || text.trim() === '') return;
  const mine = { id: newId(), text, failed: '' };
  page.sending[address] = (page.sending[address] || []).concat(mine);
  draw();
  byId('bubbles').scrollTop = byId('bubbles').scrollHeight;
  deliver(address, mine);
}

async function deliver(address, mine) {
  try {
    await api.send(address, mine.text, mine.id);
    await look().catch(() => undefined);
    page.sending[address] = page.sending[address].filter((each) => each !== mine);
  } catch (error) {
    mine.failed = t('notSent');
  }
  draw();
}

function retry(id) {
  const { address } = page;
  const mine = (page.sending[address] || []).find((each) => each.id === id);
  if (!mine || !mine.failed) return;
  mine.failed = '';
  draw();
  deliver(address, mine);
}

function tryText(text) {
  if (page.address === '' && page.handsets.length > 0) choose(page.handsets[0].address);
  show('talk');
  byId('text').value = text;
  fit();
  byId('text').focus();
}

function fit() {
  const box = byId('text');
  box.style.height = 'auto';
  box.style.height = `${Math.min(box.scrollHeight + 2, 120)}px`;
}

function sendWritten() {
  const box = byId('text');
  send(box.value);
  box.value = '';
  fit();
  box.focus();
}

async function openOther(event) {
  event.preventDefault();
  const typed = byId('other-number').value;
  const error = byId('other-error');
  setText(error, '');
  if (!/^\+?[\d\s()-]{5,20}$/.test(typed.trim())) return setText(error, t('badNumber'));
  try {
    const { address } = await api.handset(typed.trim());
    byId('other-number').value = '';
    toggleOther(false);
    choose(address);
    byId('text').focus();
  } catch (failure) {
    setText(error, t(failure.details ? 'badNumber' : 'failedCall'));
  }
  return undefined;
}

function toggleOther(open) {
  byId('other-form').hidden = !open;
  byId('other').setAttribute('aria-expanded', String(open));
  if (open) byId('other-number').focus();
}

/** Arrow keys go from tab to tab. */
function tabKeys(event) {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!step) return;
  const tabs = Array.from(event.currentTarget.children);
  const next = tabs[(tabs.indexOf(document.activeElement) + step + tabs.length) % tabs.length];
  const place = tabs.indexOf(next);
  next.click();
  event.currentTarget.children[place].focus();
}

/** Up and down go through the handsets. */
function listKeys(event) {
  const step = { ArrowDown: 'nextElementSibling', ArrowUp: 'previousElementSibling' }[event.key];
  const item = document.activeElement.parentElement;
  if (!step || !item || !item[step]) return;
  event.preventDefault();
  item[step].firstElementChild.focus();
}

function wire() {
  byId('write').addEventListener('submit', (event) => {
    event.preventDefault();
    sendWritten();
  });
  byId('text').addEventListener('input', fit);
  byId('text').addEventListener('keydown', (event) => {
    // Enter while an input method is composing chooses a word; it does not send.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    sendWritten();
  });
  byId('search').addEventListener('input', () => {
    page.search = byId('search').value.trim();
    page.limit = PAGE;
    refresh();
  });
  byId('more').addEventListener('click', () => {
    page.limit = Math.min(page.limit + PAGE, 600);
    refresh();
  });
  byId('other').addEventListener('click', () => toggleOther(byId('other-form').hidden));
  byId('other-form').addEventListener('submit', openOther);
  byId('pause').addEventListener('click', () => act(() => api.pause(!page.state.paused)));
  byId('language').addEventListener('click', () => {
    setLanguage(inEnglish() ? 'zh-CN' : 'en');
    remembered('localStorage', 'language', inEnglish() ? 'en' : 'zh-CN');
    drawWords({ move, tryText });
    draw();
  });
  byId('hint-close').addEventListener('click', () => {
    byId('hint').hidden = true;
    remembered('localStorage', 'hint', 'closed');
  });
  byId('fault').addEventListener('change', (event) => {
    const { address } = page;
    const { value } = event.target;
    event.target.blur();
    act(() => api.setFault(address, value === 'none' ? null : value));
  });
  byId('panes').addEventListener('keydown', tabKeys);
  byId('talks').addEventListener('keydown', tabKeys);
  byId('handsets').addEventListener('keydown', listKeys);
}

setLanguage(remembered('localStorage', 'language') || 'zh-CN');
const wanted = decodeURIComponent(location.hash.slice(1));
if (/^\+\d{5,15}$/.test(wanted)) {
  page.address = wanted;
  document.body.dataset.pane = 'talk';
}
byId('hint').hidden = remembered('localStorage', 'hint') === 'closed';
drawWords({ move, tryText });
wire();
draw();
refresh();
setInterval(drawClock, 1000);
listen({
  onConnected: () => {
    page.live = true;
    refresh();
    drawTop();
  },
  onLost: () => {
    page.live = false;
    drawTop();
  },
  onEvent: refresh,
});
