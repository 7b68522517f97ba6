import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkKnowledge } from '../../src/bot/knowledge/index.ts';
import {
  changesBetween,
  type Json,
  readSheets,
  readWorkbook,
  sheetsOf,
  writeWorkbook,
} from '../../src/workbook/index.ts';
import { testFolder } from '../app/command.ts';
import { DEMO } from './demo.ts';

const DAYS = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'];

async function through(file: Json): Promise<unknown> {
  const path = join(testFolder(), 'book.xlsx');
  await writeWorkbook(path, sheetsOf(file));
  const { sheets, faults } = await readWorkbook(path);
  const read = readSheets(sheets, faults);
  return 'faults' in read ? read.faults : read.file;
}

test('the demo hospital comes back from its workbook as it was', async () => {
  expect(await through(DEMO)).toEqual(DEMO);
});

const texts = fc
  .oneof(
    { weight: 3, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }) },
    {
      weight: 2,
      arbitrary: fc
        .array(
          fc.constantFrom(
            '号',
            '、',
            '，',
            '；',
            '|',
            ' ',
            '１',
            '（',
            '"',
            "'",
            '=',
            '#',
            '<&>',
            '_x0041_',
            '😀',
            '2026-01-01',
            '0371',
            'TRUE',
          ),
          { minLength: 1, maxLength: 8 },
        )
        .map((parts) => parts.join('')),
    },
  )
  .map((text) =>
    text
      .replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\ufffd-\uffff\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu, '')
      .trim(),
  )
  .filter((text) => text !== '' && Array.from(text).length <= 140 && !/^#(N\/A|REF!)/.test(text));
const words = fc.uniqueArray(texts, { maxLength: 5 });
const fees = fc.oneof(
  fc.integer({ min: 0, max: 100_000 }),
  fc.integer({ min: 0, max: 10_000_000 }).map((cents) => cents / 100),
);
const time = fc.integer({ min: 0, max: 1439 });
const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
const slot = fc
  .record({
    days: fc.shuffledSubarray(DAYS, { minLength: 1 }),
    times: fc.tuple(time, fc.integer({ min: 1, max: 1440 })).filter(([from, to]) => from < to),
    months: fc.option(fc.shuffledSubarray([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], { minLength: 1 })),
  })
  .map(({ days, times: [from, to], months }) => ({
    days,
    from: clock(from),
    to: clock(to),
    ...(months === null ? {} : { months }),
  }));
const session = fc.record({
  weekday: fc.constantFrom(...DAYS),
  period: fc.constantFrom('上午', '下午', '晚上'),
  kind: texts,
  fee: fees,
});
const ALWAYS = { days: DAYS, from: '00:00', to: '24:00' };
const day = fc.date({ min: new Date('1901-01-01'), max: new Date('2199-12-31'), noInvalidDate: true });

const edits = fc.record({
  slots: fc.array(slot, { maxLength: 6 }),
  open: fc.array(slot, { maxLength: 4 }).map((slots) => [...slots, ALWAYS]),
  clinic: fc.array(session, { maxLength: 6 }),
  aliases: words,
  notes: fc.oneof(texts, fc.constant('')),
  price: fees,
  priceMax: fc.option(fees),
  answer: texts,
  validUntil: fc.option(day.map((date) => date.toISOString().slice(0, 10))),
  phone: fc.constantFrom('120', '0371-65998877', '+86-371-65998877', '400-123-4567', '01065998877'),
});

/** The demo hospital, cut short, with an edited entry in each sheet. */
function edited(edit: typeof edits extends fc.Arbitrary<infer T> ? T : never): Json {
  const cut = (list: string) => (DEMO[list] as readonly Json[]).slice(0, 2);
  const { answer, validUntil, price, priceMax, notes } = edit;
  const [hospital, [first = {}, second = {}]] = [DEMO['hospital'] as Json, cut('departments')];
  const [doctor = {}] = cut('doctors');
  const [entry = {}] = cut('faq');
  const [item = {}] = cut('prices');
  return {
    ...DEMO,
    hospital: {
      ...hospital,
      phones: { ...(hospital['phones'] as Json), hotline: edit.phone },
      hours: { ...(hospital['hours'] as Json), extra: { label: answer, text: answer, slots: edit.slots } },
    },
    departments: [{ ...first, aliases: edit.aliases, open: edit.open, phone: edit.phone }, second],
    doctors: [{ ...doctor, clinic: edit.clinic, notes, specialities: edit.aliases }],
    prices: [
      { ...item, price, notes, ...(priceMax === null ? {} : { priceMax: price + priceMax }) },
      ...cut('prices').slice(1),
    ],
    faq: [{ ...entry, askedAs: edit.aliases, answer, ...(validUntil === null ? {} : { validUntil }) }],
  };
}

test('whatever a hospital writes comes back from its workbook as it was', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(edits, async (edit) => {
      const file = edited(edit);
      fc.pre(checkKnowledge(file).length === 0);
      const back = await through(file);
      expect(back).toEqual(file);
      expect(changesBetween(file, back as Json)).toEqual([]);
    }),
    { numRuns: 40 },
  );
});
