import { byId, dayTime, el, fill, time } from './dom.js';
import { inEnglish, ours, t, word } from './labels.js';
import { badgeOf } from './list.js';

const FAILED = ['undelivered', 'failed', 'expired', 'uncertain'];
const GRADE_TONE = { satisfied: 'good', mostly_satisfied: 'plan', dissatisfied: 'high', no_opinion: 'calm' };
const PRIORITY_TONE = { urgent: 'urgent', high: 'high', normal: 'info' };

const badge = (text, tone) => el('span', { class: `badge ${tone || 'calm'}` }, text);
const listOf = (items, draw) => (items.length === 0 ? null : el('ul', {}, items.map(draw)));
const fact = (name, value) => (value ? [el('dt', {}, name), el('dd', {}, value)] : []);

function whoIs({ stay, relation }) {
  if (!stay) return [el('h2', {}, t('stranger'))];
  const facts = [
    stay.gender === 'unknown' ? '' : t(stay.gender),
    stay.ageYears === undefined ? '' : `${stay.ageYears}${t('yearsOld')}`,
  ];
  return [
    el('h2', {}, stay.patientName, el('small', {}, facts.filter(Boolean).join(' · '))),
    el(
      'dl',
      { class: 'facts' },
      fact(t('department'), stay.department),
      fact(t('discharged'), stay.dischargedOn),
      fact(t('doctor'), stay.doctor),
      fact(t('nurse'), stay.nurse),
      relation ? fact(t('contact'), [relation.name, relation.relation].filter(Boolean).join(' · ')) : [],
    ),
  ];
}

function marksOf(view) {
  const marks = [];
  if (view.patientDeceased) marks.push(badge(t('deceased'), 'high'));
  if (view.optedOutAt !== null) marks.push(badge(t('optedOut'), 'high'));
  if (view.unreachable !== null) marks.push(badge(`${t('unreachable')} ${view.unreachable}`, 'high'));
  if (view.stay && view.stay.minor) marks.push(badge(t('minor'), 'calm'));
  return marks.length === 0 ? null : el('p', { class: 'marks' }, marks);
}

function status(view) {
  const { text, tone } = badgeOf({ ...view, handoff: view.handoff && view.handoff.priority });
  const now = badge(view.state === 'closed' || tone === 'urgent' ? word('state', view.state) : text, tone);
  return el(
    'dl',
    { class: 'facts status' },
    fact(t('state'), now),
    view.outcome
      ? fact(t('outcome'), badge(word('outcome', view.outcome), view.outcome === 'completed' ? 'good' : 'calm'))
      : [],
    view.resumeAt === null ? [] : fact(t('resumeAt'), dayTime(view.resumeAt)),
    fact(t('respondent'), view.respondent ? word('respondent', view.respondent) : t('unknown')),
    fact(t('step'), word('step', view.machine)),
    fact(t('languageOf'), word('language', view.language)),
  );
}

function handoff({ handoff: given }) {
  if (!given) return null;
  const before = given.history.map((reason) => word('reason', reason)).join('、');
  return el(
    'div',
    { class: `handoff ${PRIORITY_TONE[given.priority]}` },
    el('strong', {}, word('reason', given.reason)),
    badge(word('priority', given.priority), PRIORITY_TONE[given.priority]),
    el('p', {}, `${t('since')}${dayTime(given.since)}`, before === '' ? '' : ` · ${t('earlier')}${before}`),
  );
}

function answers(view, { questions, grades }) {
  if (view.flow !== 'followup') return null;
  const lines = questions
    .filter(({ id }) => id !== 'suggestions' || view.answers[id])
    .map(({ id, topic }) => {
      const answer = view.answers[id];
      return el(
        'li',
        {},
        el(
          'span',
          { class: 'line' },
          el('span', {}, ours(topic)),
          answer
            ? badge(ours(grades[answer.grade]) || answer.grade, GRADE_TONE[answer.grade])
            : badge(t('notAsked'), 'open'),
        ),
        answer && answer.reason ? el('q', {}, answer.reason) : null,
      );
    });
  return el('ul', {}, lines);
}

/** One entry of a list: what kind it is, how it stands, the contact's words, and what belongs below them. */
function entry({ mark, beside, status: how, words, below }) {
  const line = el('span', { class: 'line' }, el('span', {}, mark, beside), el('small', {}, word('status', how)));
  return el('li', {}, line, words === '' ? null : el('q', {}, words), below);
}

const concernsOf = (concerns) =>
  concerns.length === 0
    ? null
    : el('small', {}, t('concerns') + concerns.map((each) => word('concern', each)).join(inEnglish() ? ', ' : '、'));

const registers = (view) =>
  listOf(view.registers, ({ kind, number, status: how, text, concerns }) =>
    entry({
      mark: badge(word('kind', kind), kind === 'complaint' ? 'high' : 'good'),
      beside: ` ${number}`,
      status: how,
      words: text,
      below: concernsOf(concerns),
    }),
  );

const workItems = (view) =>
  listOf(view.workItems, ({ kind, priority, reason, status: how, text }) =>
    entry({
      mark: badge(word('work', kind), PRIORITY_TONE[priority]),
      beside: reason ? ` ${word('reason', reason)}` : '',
      status: how,
      words: text,
      below: null,
    }),
  );

function timers({ timers: list }, goTo) {
  const shown = list.filter(({ kind }) => kind !== 'settle').sort((a, b) => a.due - b.due);
  return listOf(shown, ({ kind, due }) =>
    el(
      'li',
      { class: 'line' },
      el('span', {}, `${word('timer', kind)} · ${dayTime(due)}`),
      el('button', { type: 'button', class: 'quiet small', onclick: () => goTo(due) }, t('goThere')),
    ),
  );
}

function failures({ messages }) {
  const bad = messages.filter(({ delivery, failure }) => failure || FAILED.includes(delivery));
  return listOf(bad, (message) =>
    el(
      'li',
      {},
      el(
        'span',
        { class: 'line' },
        badge(word('delivery', message.delivery), 'high'),
        el('small', {}, dayTime(message.at)),
      ),
      message.failure ? el('span', {}, `${message.failure.detail}（${message.failure.code}）`) : null,
      el('q', {}, message.text),
    ),
  );
}

/** `rating nurse=dissatisfied 0.90 rating.rule` → words. */
function reading(line, { questions, grades }) {
  const parts = line.split(' ');
  const [kind, rule, sure] = [parts[0], parts[parts.length - 1], Number(parts[parts.length - 2])];
  const [question, grade] = parts.length > 3 ? parts[1].split('=') : [];
  const known = questions.find(({ id }) => id === question);
  const detail = question ? ` ${known ? ours(known.topic) : question} = ${ours(grades[grade]) || grade}` : '';
  return el(
    'li',
    {},
    el('strong', {}, word('finding', kind)),
    detail,
    el('small', {}, ` ${t('sure')} ${Math.round(sure * 100)}% · `, el('code', {}, rule)),
  );
}

function readings({ messages, readSeq }, hospital) {
  const inbound = messages.filter(({ direction }) => direction === 'in').reverse();
  if (inbound.length === 0) return null;
  return el(
    'ul',
    { class: 'readings' },
    inbound.map((message) =>
      el(
        'li',
        {},
        el('span', { class: 'line top-line' }, el('q', {}, message.text), el('small', {}, time(message.at))),
        message.readings.length === 0
          ? null
          : el(
              'ul',
              {},
              message.readings.map((line) => reading(line, hospital)),
            ),
      ),
    ),
  );
}

let before = { id: '', texts: {} };

/** Draws what is recorded of one conversation; a part that changed lights up for a moment. */
export function drawRecord({ view, hospital, goTo }) {
  const box = byId('record');
  const key = JSON.stringify([view, document.documentElement.lang]);
  if (box.dataset.key === key) return;
  box.dataset.key = key;
  if (!view) {
    before = { id: '', texts: {} };
    fill(box, el('p', { class: 'empty' }, t('noRecord')));
    return;
  }
  const parts = [
    ['handoff', handoff(view)],
    ['answers', answers(view, hospital)],
    ['registers', registers(view)],
    ['work', workItems(view)],
    ['timers', timers(view, goTo)],
    ['failures', failures(view)],
    ['readings', readings(view, hospital)],
  ];
  const head = el('section', { class: 'card head', 'data-part': 'head' }, whoIs(view), marksOf(view), status(view));
  const cards = parts
    .filter(([, node]) => node)
    .map(([name, node]) => el('section', { class: 'card', 'data-part': name }, el('h3', {}, t(name)), node));
  const all = [head].concat(cards);
  const same = before.id === view.id + document.documentElement.lang;
  const texts = {};
  for (const card of all) {
    const name = card.dataset.part;
    texts[name] = card.textContent;
    if (same && before.texts[name] !== card.textContent) card.classList.add('changed');
  }
  before = { id: view.id + document.documentElement.lang, texts };
  fill(box, all);
}

/** Tabs, one a conversation of this number, newest first; none when there is only one. */
export function drawTalks({ conversations, chosen, choose }) {
  const box = byId('talks');
  const many = conversations.length > 1;
  box.hidden = !many;
  if (!many) return fill(box);
  fill(
    box,
    conversations
      .slice()
      .reverse()
      .map((each) =>
        el(
          'button',
          {
            type: 'button',
            role: 'tab',
            'aria-selected': String(each.id === chosen),
            tabindex: each.id === chosen ? 0 : -1,
            onclick: () => choose(each.id),
          },
          each.stay ? each.stay.patientName : t(each.flow),
          el('small', {}, ` ${word('state', each.state)}`),
        ),
      ),
  );
}
