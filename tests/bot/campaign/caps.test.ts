import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextProactive, withProactive } from '../../../src/bot/campaign/caps.ts';
import { DAY, HOUR } from '../../../src/domain/clock.ts';
import { insideSendingHours } from '../../../src/domain/sending-hours.ts';
import { localDate } from '../../../src/domain/zoned-time.ts';

const zone = 'Asia/Shanghai';
const when = { hours: { from: 540, to: 1260 }, zone };
const CAPS = { perDay: 1, perWeek: 3 };
const at = (local: string): number => Date.parse(`${local}:00+08:00`);

test.each([
  ['nothing sent yet', '2026-11-18T10:00', [], '2026-11-18T10:00'],
  ['before the hours', '2026-11-18T06:30', [], '2026-11-18T09:00'],
  ['after the hours', '2026-11-18T22:00', [], '2026-11-19T09:00'],
  ['the last minute counts', '2026-11-18T21:00', [], '2026-11-18T21:00'],
  ['one today already', '2026-11-18T18:00', ['2026-11-18T09:00'], '2026-11-19T09:00'],
  ['one late yesterday does not bar today', '2026-11-19T09:00', ['2026-11-18T21:00'], '2026-11-19T09:00'],
  [
    'three within the week',
    '2026-11-18T10:00',
    ['2026-11-12T11:00', '2026-11-14T11:00', '2026-11-16T11:00'],
    '2026-11-19T11:00',
  ],
  [
    'the oldest has just left the week',
    '2026-11-19T11:00',
    ['2026-11-12T11:00', '2026-11-14T11:00', '2026-11-16T11:00'],
    '2026-11-19T11:00',
  ],
  [
    'week over at night',
    '2026-11-18T10:00',
    ['2026-11-11T20:59', '2026-11-12T21:00', '2026-11-14T09:00', '2026-11-15T09:00'],
    '2026-11-19T21:00',
  ],
] as const)('%s', (_name, asked, sent, expected) => {
  expect(nextProactive(at(asked), sent.map(at), CAPS, when)).toBe(at(expected));
});

test('property: what is allowed keeps both caps, never comes earlier than asked, and asking again then changes nothing', () => {
  const caps = fc.record({ perDay: fc.integer({ min: 1, max: 3 }), perWeek: fc.integer({ min: 1, max: 7 }) });
  fc.assert(
    fc.property(
      caps,
      fc.array(fc.integer({ min: 0, max: 90 * HOUR }), { minLength: 1, maxLength: 25 }),
      (limits, gaps) => {
        let sent: readonly number[] = [];
        let now = at('2026-11-18T10:00');
        const all: number[] = [];
        for (const gap of gaps) {
          now += gap;
          const allowed = nextProactive(now, sent, limits, when);
          expect(allowed).toBeGreaterThanOrEqual(now);
          expect(nextProactive(allowed, sent, limits, when)).toBe(allowed);
          expect(insideSendingHours(allowed, when.hours, zone)).toBe(true);
          now = allowed;
          sent = withProactive(sent, now);
          all.push(now);
          expect(all.filter((one) => localDate(one, zone) === localDate(now, zone)).length).toBeLessThanOrEqual(
            limits.perDay,
          );
          expect(all.filter((one) => one > now - 7 * DAY).length).toBeLessThanOrEqual(limits.perWeek);
        }
        // Only what still counts is kept on the contact.
        expect(sent).toEqual(all.filter((one) => one > now - 7 * DAY));
      },
    ),
    { numRuns: 300 },
  );
});
