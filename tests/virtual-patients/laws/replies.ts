import { everyStep, kindsRead, type Law, type Step } from '../trace.ts';

/** To somebody who came to ask: what closes a talk rather than going on with it. */
const NODS: readonly string[] = ['agree', 'decline', 'farewell', 'refuse', 'no_opinion'];

function isNod(step: Step): boolean {
  const kinds = kindsRead(step);
  return kinds.some((kind) => NODS.includes(kind));
}

/** Why a text may stay without a reply; each is stored with the conversation. */
function silentBecause(step: Step): string | null {
  const {
    before,
    contact,
    commit: { record },
  } = step;
  if (before?.state === 'with_staff' || record.state === 'with_staff') return 'staff have it';
  if (contact?.optedOutAt != null) return 'opted out';
  if (before?.state === 'closed') return 'closed';
  if (before?.state === 'scheduled') return 'a time is agreed';
  return record.flow === 'consultation' && isNod(step) ? 'nothing was asked, and nothing is to be said to it' : null;
}

const answered = everyStep(
  'every-text-is-answered',
  'Every text gets a reply, or there is a stored reason why not: staff have it, opted out, closed, a time agreed.',
  (step) =>
    step.read.length > 0 && step.said.length === 0 && silentBecause(step) === null
      ? [
          `no reply to ${JSON.stringify(step.read.map(({ text }) => text))} (${kindsRead(step).join(', ')}) while ${step.commit.record.state}`,
        ]
      : [],
);

/** Meanings that nobody may leave without a word. */
const PRESSING = ['hospital_question', 'human', 'complaint', 'medical_question', 'threat', 'beyond_authority'];
const pressing = everyStep(
  'nothing-is-ignored-after-the-end',
  'After the end a complaint, a question or a wish for a person is still answered (32).',
  (step) => {
    const open = step.before?.state === 'closed' && step.contact?.optedOutAt == null;
    const left = kindsRead(step).filter((kind) => PRESSING.includes(kind));
    return open && step.said.length === 0 && left.length > 0 ? [`no reply to ${left.join(', ')}`] : [];
  },
);

const read: Law = {
  name: 'every-text-is-read',
  sentence: 'No text stays unread.',
  check({ steps, dialogue }) {
    const last = steps.at(-1)?.commit.record;
    const turn = dialogue.turns.length - 1;
    return last === undefined || last.readSeq >= last.lastSeq
      ? []
      : [{ turn, what: `read to ${String(last.readSeq)}` }];
  },
};

const parrot: Law = {
  name: 'no-parrot',
  sentence: 'Nothing is said again word for word unless the contact wrote in between.',
  check({ steps }) {
    let last = '';
    return steps.flatMap(({ turn, said, read: texts }) =>
      said.flatMap(({ text }) => {
        const again = text === last && texts.length === 0;
        last = text;
        return again ? [{ turn, what: `again: ${text}` }] : [];
      }),
    );
  },
};

const misses: Law = {
  name: 'twice-unreadable-is-for-staff',
  sentence: 'The second unreadable text in a row goes to staff; it is not asked for a third time (21).',
  check({ steps }) {
    let row = 0;
    return steps.flatMap(({ turn, read: texts, said, commit: { record } }) => {
      if (texts.length === 0) return [];
      const lost = said.some(({ phrases }) => phrases.includes('unreadable'));
      row = lost ? row + 1 : 0;
      return row > 1 && record.state === 'waiting' ? [{ turn, what: `unreadable ${String(row)} times` }] : [];
    });
  },
};

/** Signs that something was put together wrongly, and words that are never said (handbook section 5). */
const UNFIT = [/\{|\}/u, /undefined|null|NaN|\[object/u, /不客气|不客氣/u, /^\s*$/u, /^喂/u];
const fit: Law = {
  name: 'words-are-fit',
  sentence: 'No message is empty, has an unfilled placeholder, or says what is never said.',
  check: ({ steps }) =>
    steps.flatMap(({ turn, said }) =>
      said.flatMap(({ text }) =>
        UNFIT.filter((pattern) => pattern.test(text)).map((pattern) => ({
          turn,
          what: `${String(pattern)} in ${JSON.stringify(text)}`,
          expect: { never: [pattern.source] },
        })),
      ),
    ),
};

const oneMessage = everyStep(
  'one-reply-a-turn',
  'A turn says one message, and lines are numbered without a gap.',
  ({ before, said, commit: { messages, record } }) => {
    const first = (before?.lastSeq ?? 0) + 1;
    const numbered = messages.every(({ seq }, index) => seq === first + index);
    return [
      ...(said.length <= 1 ? [] : [`${String(said.length)} messages`]),
      ...(numbered && record.lastSeq === (messages.at(-1)?.seq ?? first - 1) ? [] : ['lines are not in order']),
    ];
  },
);

const whole: Law = {
  name: 'no-turn-fails',
  sentence: 'No text makes the dialogue fail.',
  check: ({ faults }) => faults.map(({ turn, error }) => ({ turn, what: String(error) })),
};

export const replyLaws: readonly Law[] = [answered, pressing, read, parrot, misses, fit, oneMessage, whole];
