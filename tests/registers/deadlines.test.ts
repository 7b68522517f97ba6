import { expect, onTestFinished, test } from 'vitest';
import { loadHospitalConfig } from '../../src/config/load.ts';
import { DAY } from '../../src/domain/clock.ts';
import { checkDeadlines } from '../../src/registers/check-deadlines.ts';
import type { DeadlineRules } from '../../src/registers/deadline.ts';
import { dueOf } from '../../src/registers/deadline.ts';
import { fileType } from '../../src/registers/file-type.ts';
import { routingAdvice } from '../../src/registers/routing.ts';
import { similarity } from '../../src/registers/similar.ts';
import { openSqliteStore } from '../../src/store/sqlite/index.ts';
import { shippedJson } from '../config/sample.ts';
import { byHand, change, complained, found } from '../contracts/store/register-entries.ts';
import { T0, ZONE } from '../contracts/store/turns.ts';

const { registers: settings, calendar } = loadHospitalConfig(shippedJson());
const RULES: DeadlineRules = { settings, calendar, zone: ZONE };

async function openStore() {
  const store = await openSqliteStore({ file: ':memory:', zone: ZONE });
  onTestFinished(() => store.close());
  return store;
}

const HEADS = [
  { accountId: 'li', department: '骨科', staffName: '李建国' },
  { accountId: 'zhou', department: '骨科', staffName: null },
  { accountId: 'wu', department: '心内科', staffName: null },
];

test('an overdue complaint is told once to its department, then to the conduct office, then to the leaders', async () => {
  const store = await openStore();
  await complained(store, 1, '太慢，李建国也不管');
  await change(store, await found(store, '2026-0001'), { status: 'assigned', department: '骨科' });
  const tell = async (days: number) =>
    (await checkDeadlines(store, T0 + days * DAY, RULES, HEADS)).map(({ level, heads }) => [level, ...heads]);
  expect(await tell(0)).toEqual([]);
  expect((await found(store, '2026-0001')).dueOn).toBe('2026-03-17');
  expect([await tell(7), await tell(8), await tell(8)]).toEqual([[], [[1, 'zhou']], []]);
  expect([await tell(9), await tell(10), await tell(10)]).toEqual([[[2]], [], []]);
  expect([await tell(13), await tell(14), await tell(20)]).toEqual([[[3]], [], []]);
  const told = (await store.registers.history({ kind: 'complaint', number: '2026-0001' })).filter(
    ({ field }) => field === 'escalated',
  );
  expect(told.map(({ next }) => next)).toEqual(['heads', 'conduct', 'leaders']);
});

test('where nobody heads the department the conduct office is told at once, and counts say who was told', async () => {
  const store = await openStore();
  await complained(store, 1, '太慢');
  const at = T0 + 8 * DAY;
  const notices = await checkDeadlines(store, at, RULES, HEADS);
  expect(notices.map(({ level, heads }) => [level, ...heads])).toEqual([[1], [2]]);
  const scope = { department: null, notNaming: [] };
  expect(await store.registers.counts({ scope, kinds: ['complaint'], today: '2026-03-18' })).toMatchObject({
    overdue: 1,
    told: { heads: 1, conduct: 1, leaders: 0 },
  });
});

test('what is closed or paused is not overdue, and the whole register is walked', async () => {
  const store = await openStore();
  const closed = await store.registers.add(byHand());
  const paused = await store.registers.add(byHand());
  for (let n = 0; n < 250; n += 1) await store.registers.add(byHand());
  await change(store, closed, { status: 'closed' });
  await checkDeadlines(store, T0, RULES, HEADS);
  await change(store, await found(store, paused.number), { pausedAt: T0 });
  const notices = await checkDeadlines(store, T0 + 8 * DAY, RULES, HEADS);
  expect(notices.filter(({ level }) => level === 1)).toHaveLength(250);
  expect(notices.map(({ number }) => number)).not.toContain(paused.number);
});

test('a deadline past the calendar is provisional, and counted again once the year is known', async () => {
  const store = await openStore();
  const at = Date.UTC(2026, 11, 29, 3);
  const entry = await store.registers.add(byHand({ receivedAt: at, at }));
  await checkDeadlines(store, at, RULES, HEADS);
  expect(await found(store, entry.number)).toMatchObject({ dueOn: '2027-01-05', dueProvisional: true });
  const years = [
    ...calendar.years,
    { year: 2027, holidays: [{ from: '2027-01-01', to: '2027-01-03' }], makeUpDays: [] },
  ];
  await checkDeadlines(store, at, { ...RULES, calendar: { years } }, HEADS);
  expect(await found(store, entry.number)).toMatchObject({ dueOn: '2027-01-06', dueProvisional: false });
});

test.each([
  ['a plain complaint', [], [], '2026-03-17'],
  ['with a co-handling department', [], ['医保办'], '2026-03-24'],
  ['of a category with a span of its own', ['conduct'], [], '2026-04-22'],
  ['whose span is longer than that of co-handling', ['conduct'], ['医保办'], '2026-04-22'],
] as const)('%s is due in its working days', (_, categories, coDepartments, day) => {
  const rules = { ...RULES, settings: { ...settings, categoryDays: { conduct: 30 } } };
  const entry = {
    kind: 'complaint',
    receivedAt: T0,
    pausedDays: 0,
    signatures: [],
    categories,
    coDepartments,
  } as const;
  expect(dueOf(entry, rules)?.day).toBe(day);
  expect(dueOf({ ...entry, kind: 'praise' }, rules)).toBeNull();
});

test.each([
  ['医生暗示要红包', { concerns: ['doctor'], categories: [] }, { category: 'conduct', department: '行风办' }],
  ['护士扎针扎了五次', { concerns: ['nurse'], categories: [] }, { category: 'nursing', department: '护理部' }],
  ['多收了两百块', { concerns: ['fees'], categories: [] }, { category: 'fees', department: '财务科' }],
  ['态度很差', { concerns: [], categories: [] }, { category: 'attitude', department: '医患关系办公室' }],
  ['没有说清楚', { concerns: [], categories: [] }, { category: 'other', department: '医患关系办公室' }],
  ['护士收了红包', { concerns: ['nurse'], categories: ['nursing'] }, { category: 'nursing', department: '护理部' }],
] as const)('%s is proposed to an office', (text, known, proposed) => {
  expect(routingAdvice({ text, ...known }, settings.routing)).toMatchObject(proposed);
});

test('a death or a lawyer makes a complaint grave', () => {
  const advice = (text: string) => routingAdvice({ text, concerns: [], categories: [] }, settings.routing).severity;
  expect([advice('人没了你们一句话都没有'), advice('我要找律师'), advice('饭菜凉')]).toEqual([
    'major',
    'major',
    'ordinary',
  ]);
});

test('texts are alike by what they say, not by blanks and marks', () => {
  expect(similarity('护士态度差！', '护士 态度差')).toBe(1);
  expect(similarity('三楼护士态度很差，叫了半天没人来', '护士态度差，叫了半天没有人来')).toBeGreaterThan(0.5);
  expect(similarity('护士态度差', '多收了钱')).toBe(0);
  expect(similarity('', '')).toBe(0);
});

test.each([
  ['a picture', [0xff, 0xd8, 0xff, 0xe0], 'image/jpeg'],
  ['a recording', [...Buffer.from('RIFF0000WAVE')], 'audio/wav'],
  ['plain text', [...Buffer.from('收据\n两百元')], 'text/plain'],
  ['a page', [...Buffer.from(' <script>alert(1)</script>')], undefined],
  ['a drawing with scripts', [...Buffer.from('<svg onload="x">')], undefined],
  ['a program', [0x4d, 0x5a, 0x00, 0x01], undefined],
  ['a plain archive', [...Buffer.from('PK\x03\x04 a.exe')], undefined],
  [
    'a document',
    [...Buffer.from('PK\x03\x04 [Content_Types].xml word/document.xml')],
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  ],
  ['a document with macros', [...Buffer.from('PK\x03\x04 [Content_Types].xml word/vbaProject.bin')], undefined],
  ['nothing', [], undefined],
])('%s is told by its content', (_, bytes, type) => {
  expect(fileType(Uint8Array.from(bytes))).toBe(type);
});
