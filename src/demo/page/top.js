import { byId, dayTime, el, fill, fullDay, setText, time } from './dom.js';
import { inEnglish, ours, t, word } from './labels.js';
import { now, page } from './store.js';

const HOUR = 3600000;
const EXAMPLES = ['满意', '护士态度差', '晚上八点再说', '胸口疼喘不上气', '退订'];
const FAULTS = ['none', 'lost', 'unreachable', 'opted_out'];
const PANES = ['list', 'talk', 'record'];

/** The bar at the top: hospital, clock, counts, and what is wrong. */
export function drawTop() {
  const { state } = page;
  document.body.classList.toggle('moving', page.moving);
  const banner = !page.live ? t('lost') : page.message || (state && state.paused ? t('pausedNote') : '');
  byId('banner').hidden = banner === '';
  byId('banner').className = page.live && !page.message ? 'banner calm' : 'banner';
  setText(byId('banner'), banner);
  if (!state) return;
  setText(byId('hospital'), ours(state.hospital));
  const count = (name, value) => el('div', {}, el('dt', {}, t(name)), el('dd', {}, String(value || 0)));
  fill(
    byId('counts'),
    count('planned', state.followUps.planned),
    count('openNow', state.followUps.open),
    count('done', state.followUps.done),
    count('staff', state.counts['state.with_staff']),
  );
  setText(byId('pause'), t(state.paused ? 'resume' : 'pause'));
  byId('pause').setAttribute('aria-pressed', String(state.paused));
  for (const button of byId('moves').children) button.disabled = page.moving || !page.live;
  const next = byId('moves').lastElementChild;
  next.title = state.nextDue === null ? t('nothingNext') : t('nextAt') + dayTime(state.nextDue);
  drawClock();
}

export function drawClock() {
  if (!page.state) return;
  setText(byId('now'), `${fullDay(now())} ${time(now())}`);
  setText(byId('now-label'), t(page.moving ? 'moving' : 'simulated'));
}

/** Words that stand in the page itself. */
export function drawWords({ move, tryText }) {
  document.documentElement.lang = inEnglish() ? 'en' : 'zh-CN';
  document.title = inEnglish() ? 'Huifang · Demo phones' : '回访 · 演示手机';
  for (const node of document.querySelectorAll('[data-t]')) setText(node, t(node.dataset.t));
  for (const node of document.querySelectorAll('[data-aria]')) node.setAttribute('aria-label', t(node.dataset.aria));
  for (const node of document.querySelectorAll('[data-placeholder]'))
    node.setAttribute('placeholder', t(node.dataset.placeholder));
  setText(byId('language'), inEnglish() ? '中文' : 'English');
  byId('language').lang = inEnglish() ? 'zh-CN' : 'en';
  const button = (key, change) => el('button', { type: 'button', class: 'quiet', onclick: () => move(change) }, t(key));
  fill(
    byId('moves'),
    button('hour', { advanceMs: HOUR }),
    button('day', { advanceMs: 24 * HOUR }),
    button('days', { advanceMs: 72 * HOUR }),
    button('next', { toNext: true }),
  );
  fill(
    byId('panes'),
    PANES.map((name) =>
      el(
        'button',
        {
          type: 'button',
          role: 'tab',
          id: `tab-${name}`,
          'aria-controls': `pane-${name}`,
          onclick: () => show(name),
        },
        t(name === 'record' ? 'recordTab' : name),
      ),
    ),
  );
  fill(
    byId('fault'),
    FAULTS.map((name) => el('option', { value: name }, word('fault', name))),
  );
  byId('fault').value = page.fault;
  setText(byId('hint-1'), t('hint1'));
  fill(
    byId('hint-2'),
    document.createTextNode(t('hint2')),
    EXAMPLES.map((text) =>
      el('button', { type: 'button', class: 'example', lang: 'zh-CN', onclick: () => tryText(text) }, text),
    ),
  );
  show(document.body.dataset.pane);
}

/** On a narrow screen one part is seen at a time. */
export function show(name) {
  document.body.dataset.pane = name;
  for (const each of PANES) {
    byId(`tab-${each}`).setAttribute('aria-selected', String(each === name));
    byId(`tab-${each}`).tabIndex = each === name ? 0 : -1;
  }
  if (name === 'talk') byId('bubbles').scrollTop = byId('bubbles').scrollHeight;
}
