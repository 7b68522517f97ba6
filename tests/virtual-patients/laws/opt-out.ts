import { OPT_OUTS } from '../certain.lists.ts';
import { everyStep, type Law, silentAt } from '../trace.ts';

const isOut = (contact: { readonly optedOutAt: number | null } | null): boolean => contact?.optedOutAt != null;

const silence: Law = {
  name: 'silent-after-opt-out',
  sentence: 'After an opt-out nothing is said but its one confirmation and safety texts, until they opt in.',
  check: ({ steps }) =>
    steps.flatMap(({ turn, commit, contact, contactBefore, said }) => {
      if (!isOut(contact)) return [];
      const confirmed = !isOut(contactBefore);
      const words = commit.messages.filter(({ author }) => author === 'staff').map(({ text }) => text);
      const bot = said.filter(({ urgent, confirmsOptOut }) => !urgent && !(confirmed && confirmsOptOut));
      const what = [...bot.map(({ text }) => text), ...words];
      return what.map((text) => ({ turn, what: `said: ${text}`, expect: silentAt(turn) }));
    }),
};

const heard = everyStep(
  'opt-out-is-heard',
  'A plain opt-out word opts out in whatever state, whoever has the talk.',
  ({ read, contact }) =>
    read.length === 1 && OPT_OUTS.includes(read[0]?.text ?? '') && !isOut(contact)
      ? [`${String(read[0]?.text)} did not opt out`]
      : [],
);

export const optOutLaws: readonly Law[] = [silence, heard];
