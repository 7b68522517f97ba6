import type { DemoConversation } from '../../demo/views.ts';
import type { DemoState } from './client.ts';
import type { ChatWords } from './words.ts';

/** Words and names that a description needs. */
export interface Describing {
  readonly words: ChatWords;
  readonly state: DemoState;
}

const BAD = new Set(['undelivered', 'failed', 'expired', 'uncertain']);

function nameOf(question: string, { words, state }: Describing): string {
  const known = state.questions.find(({ id }) => id === question);
  return known === undefined ? question : words.ours(known.topic);
}

function gradeOf(grade: string, { words, state }: Describing): string {
  const known = state.grades[grade];
  return known === undefined ? grade : words.ours(known);
}

function status(view: DemoConversation, { words, state }: Describing): string {
  const parts = [words.value('state', view.state)];
  if (view.outcome !== null) parts.push(words.value('outcome', view.outcome));
  if (view.resumeAt !== null) parts.push(words.time(view.resumeAt, state.zone));
  return parts.join(' ');
}

function handoff({ handoff: given }: DemoConversation, words: ChatWords): string | undefined {
  if (given === null) return undefined;
  return `${words.say('handoff')} ${words.value('reason', given.reason)} (${words.value('priority', given.priority)})`;
}

function marks(view: DemoConversation, words: ChatWords): readonly string[] {
  return [
    view.patientDeceased ? words.say('deceased') : '',
    view.optedOutAt === null ? '' : words.say('optedOut'),
    view.unreachable === null ? '' : `${words.say('unreachable')} ${view.unreachable}`,
    view.stay?.minor === true ? words.say('minor') : '',
  ].filter((mark) => mark !== '');
}

/** What is recorded, in one line. */
export function recordLine(view: DemoConversation, naming: Describing): string {
  const { words } = naming;
  const answers = Object.entries(view.answers).map(
    ([question, { grade }]) => `${nameOf(question, naming)} ${gradeOf(grade, naming)}`,
  );
  const entries = view.registers.map(({ kind, number }) => `${words.value('kind', kind)} ${number}`);
  return [status(view, naming), ...answers, ...entries, handoff(view, words), ...marks(view, words)]
    .filter((part) => part !== undefined)
    .join(' · ');
}

function timerLines(view: DemoConversation, { words, state }: Describing): readonly string[] {
  return view.timers.map(({ kind, due }) => `${words.value('timer', kind)} · ${words.time(due, state.zone)}`);
}

function answerLines(view: DemoConversation, naming: Describing): readonly string[] {
  if (view.flow !== 'followup') return [];
  return naming.state.questions
    .filter(({ id }) => id !== 'suggestions' || view.answers[id] !== undefined)
    .map(({ id }) => {
      const answer = view.answers[id];
      const reason = answer?.reason === undefined ? '' : `（${answer.reason}）`;
      return `${nameOf(id, naming)}: ${answer === undefined ? naming.words.say('open') : gradeOf(answer.grade, naming)}${reason}`;
    });
}

function messageLines(view: DemoConversation, { words, state }: Describing): readonly string[] {
  return view.messages.flatMap((message) => {
    const who = words.say(message.direction === 'in' ? 'you' : 'hospital');
    const line = `${words.time(message.at, state.zone)} ${who}: ${message.text}  [${words.value('delivery', message.delivery)}]`;
    return [line, ...message.readings.map((reading) => `    ${words.say('readings')} ${reading}`)];
  });
}

function head(view: DemoConversation, { words }: Describing): readonly string[] {
  const { stay, relation } = view;
  if (stay === null) return [words.say('stranger')];
  const contact = [relation?.name, relation?.relation].filter((part) => part !== undefined).join(' ');
  return [`${stay.patientName} · ${words.say('department')} ${stay.department} · ${words.say('contact')} ${contact}`];
}

/** Everything that is recorded about one conversation, as lines. */
export function recordLines(view: DemoConversation, naming: Describing): readonly string[] {
  const { words } = naming;
  const part = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : [`${title}:`, ...lines.map((line) => `  ${line}`)];
  const failures = view.messages.filter(({ delivery }) => BAD.has(delivery));
  const given = handoff(view, words);
  return [
    ...head(view, naming),
    `${words.say('state')}: ${status(view, naming)}`,
    `${words.say('respondent')}: ${view.respondent === null ? words.say('notKnown') : words.value('respondent', view.respondent)}`,
    `${words.say('step')}: ${words.value('step', view.machine)} (${view.machine})`,
    ...(given === undefined ? [] : [given]),
    ...part(words.say('marks'), marks(view, words)),
    ...part(words.say('answers'), answerLines(view, naming)),
    ...part(
      words.say('registers'),
      view.registers.map(({ kind, number, text }) => `${words.value('kind', kind)} ${number} ${text}`),
    ),
    ...part(
      words.say('work'),
      view.workItems.map(
        ({ kind, status: done, text }) => `${words.value('work', kind)} ${words.value('status', done)} ${text}`,
      ),
    ),
    ...part(words.say('timers'), timerLines(view, naming)),
    ...part(
      words.say('failures'),
      failures.map(({ text, failure, delivery }) => `${failure?.detail ?? words.value('delivery', delivery)} ${text}`),
    ),
    ...part(words.say('messages'), messageLines(view, naming)),
  ];
}
