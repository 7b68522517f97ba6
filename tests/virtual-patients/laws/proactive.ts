import { DAY } from '../../../src/domain/clock.ts';
import { insideSendingHours } from '../../../src/domain/sending-hours.ts';
import { localDate } from '../../../src/domain/zoned-time.ts';
import { everyStep, type Law } from '../trace.ts';

const caps: Law = {
  name: 'proactive-caps',
  sentence: 'Nobody gets more messages that they did not ask for than a day and a week allow.',
  check({ steps, rules }) {
    const { zone } = rules.settings;
    const sent: number[] = [];
    return steps.flatMap(({ turn, commit: { at }, said }) => {
      if (!said.some(({ proactive }) => proactive)) return [];
      sent.push(at);
      const day = sent.filter((instant) => localDate(instant, zone) === localDate(at, zone)).length;
      const week = sent.filter((instant) => instant > at - 7 * DAY).length;
      return day > rules.caps.perDay || week > rules.caps.perWeek
        ? [{ turn, what: `${String(day)} that day, ${String(week)} that week` }]
        : [];
    });
  },
};

const hours = everyStep(
  'unasked-words-keep-the-hours',
  'What is said although nobody wrote or acted is said inside sending hours.',
  ({ said, read, turn, before, commit: { at, record } }, { settings }) => {
    const byStaff = before?.state === 'with_staff' && record.state !== 'with_staff';
    if (said.length === 0 || read.length > 0 || turn < 0 || byStaff) return [];
    return insideSendingHours(at, settings.sendingHours, settings.zone)
      ? []
      : [`said at ${new Date(at).toISOString()}`];
  },
);

const oneReminder: Law = {
  name: 'one-reminder-a-silence',
  sentence: 'A silence is broken by one reminder at most.',
  check({ steps }) {
    let reminders = 0;
    return steps.flatMap(({ turn, read, said }) => {
      if (read.length > 0) reminders = 0;
      reminders += said.filter(({ phrases }) => phrases.includes('reminder')).length;
      return reminders > 1 ? [{ turn, what: `${String(reminders)} reminders` }] : [];
    });
  },
};

const leftAlone: Law = {
  name: 'the-dead-and-strangers-are-left-alone',
  sentence: 'After news of a death, and to a wrong number, nothing is sent that they did not ask for.',
  check({ steps }) {
    let marked = false;
    return steps.flatMap(({ turn, commit, said }) => {
      const before = marked;
      marked ||= commit.patientMarks.length > 0;
      return before && said.some(({ proactive }) => proactive) ? [{ turn, what: 'a message nobody asked for' }] : [];
    });
  },
};

export const proactiveLaws: readonly Law[] = [caps, hours, oneReminder, leftAlone];
