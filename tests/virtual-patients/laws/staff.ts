import { everyStep, type Law, silentAt } from '../trace.ts';

const silence: Law = {
  name: 'silent-with-staff',
  sentence: 'While staff have the talk the bot says nothing but safety texts.',
  check: ({ steps }) =>
    steps.flatMap(({ turn, before, commit, said }) => {
      if (before?.state !== 'with_staff' || commit.record.state !== 'with_staff') return [];
      const words = said.filter(({ urgent }) => !urgent);
      return words.map(({ text }) => ({ turn, what: `said: ${text}`, expect: silentAt(turn) }));
    }),
};

const fence = everyStep(
  'fence-moves-with-owner',
  'Whenever the talk goes from the bot to staff or back, its fence moves: what was written before does not leave.',
  ({ before, commit: { record } }) => {
    if (before === null) return [];
    const moved = (before.state === 'with_staff') !== (record.state === 'with_staff');
    return moved === record.fence > before.fence ? [] : [`fence ${String(before.fence)} → ${String(record.fence)}`];
  },
);

const queue = everyStep(
  'staff-see-who-waits',
  'A text that reaches staff instead of the bot puts the contact among those who wait.',
  ({ read, commit: { record } }) =>
    record.state === 'with_staff' && read.length > 0 && (record.desk?.waitingSince ?? null) === null
      ? ['nobody waits']
      : [],
);

export const staffLaws: readonly Law[] = [silence, fence, queue];
