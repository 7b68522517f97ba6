import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkKnowledge, knowledgeWarnings, loadKnowledge } from '../../../src/bot/knowledge/index.ts';

const TEXT = readFileSync('examples/hospital/knowledge.json', 'utf8');
const TODAY = '2026-11-18';
const KNOWLEDGE = loadKnowledge(JSON.parse(TEXT), TODAY);

type Json = Record<string, unknown>;

/** Parent of a place such as `faq[0].askedAs[1]`, and the key in it. */
function placeOf(file: Json, path: string): readonly [Json, string] {
  const steps = path.replaceAll(']', '').split(/[.[]/);
  const parent = steps.slice(0, -1).reduce((value, step) => value[step] as Json, file);
  return [parent, steps.at(-1) ?? ''];
}

/** The demo hospital with one place changed; undefined removes it. */
function changed(...changes: readonly (readonly [path: string, value: unknown])[]): Json {
  const file = JSON.parse(TEXT) as Json;
  for (const [path, value] of changes) {
    const [parent, key] = placeOf(file, path);
    if (value === undefined) Reflect.deleteProperty(parent, key);
    else parent[key] = value;
  }
  return file;
}

const valueAt = (path: string): unknown => {
  const [parent, key] = placeOf(JSON.parse(TEXT) as Json, path);
  return parent[key];
};

const faultsOf = (file: Json) => checkKnowledge(file).map(({ path, message }) => `${path}: ${message}`);

test('the whole file is read: departments with ward and hours, offices, doctors with clinics, prices', () => {
  const { departments, offices, doctors, prices, hospital, updatedOn } = KNOWLEDGE;
  expect([departments.length, offices.length, doctors.length, prices.length]).toEqual([40, 13, 76, 118]);
  expect(departments[0]).toMatchObject({
    id: 'cardiology',
    building: '门诊楼',
    floor: '2层',
    ward: { building: '内科楼', floor: '6层', phone: '0000-8812001', beds: 48 },
    bookable: true,
  });
  expect(departments[0]?.open[1]).toEqual({
    days: [1, 2, 3, 4, 5],
    from: 14 * 60,
    to: 17 * 60 + 30,
    months: [10, 11, 12, 1, 2, 3, 4],
  });
  expect(doctors[0]).toMatchObject({ name: '陈立新', department: 'cardiology' });
  expect(doctors[0]?.clinic[0]).toEqual({ weekday: 1, period: 'morning', kind: '专家', fee: 28 });
  expect(doctors.flatMap(({ clinic }) => clinic).some(({ period }) => period === 'afternoon')).toBe(true);
  expect(prices[0]).toMatchObject({ id: 'reg-general', price: 8, unit: '次' });
  expect(hospital.hours.find(({ id }) => id === 'emergency')?.slots[0]).toMatchObject({ from: 0, to: 24 * 60 });
  expect(offices[0]?.handles).toContain('借轮椅');
  expect(updatedOn).toBe(TODAY);
});

const FAULTS: readonly (readonly [what: string, path: string, value: unknown, fault: string | RegExp])[] = [
  [
    'an unknown key',
    'faq[0].anwser',
    'x',
    /^faq\[0\]\.anwser: "x" — allowed: nothing of this name; known here: .*answer/,
  ],
  ['an unknown list', 'docters', [], /^docters: .*known here: .*doctors/],
  ['a missing member', 'prices[3].unit', undefined, 'prices[3].unit: missing — allowed: a text'],
  ['an id used twice', 'prices[1].id', 'reg-general', 'prices[1].id: "reg-general" — allowed: each only once'],
  ['an id with blanks', 'faq[0].id', 'Park fee', 'faq[0].id: "Park fee" — allowed: a short name of small letters'],
  [
    'a doctor of no department',
    'doctors[0].department',
    'heart',
    'doctors[0].department: "heart" — allowed: the id of',
  ],
  ['a price of no department', 'prices[0].department', 'x', 'prices[0].department: "x" — allowed: the id of'],
  [
    'a session outside of the hours',
    'doctors[0].clinic[0].period',
    '晚上',
    'doctors[0].clinic[0]: "周一晚上" — allowed: a session within',
  ],
  [
    'a weekday by another name',
    'departments[0].open[0].days',
    ['星期一'],
    'departments[0].open[0].days[0]: "星期一" — allowed: 周一, ',
  ],
  ['a weekday twice', 'departments[0].open[0].days[1]', '周一', /days\[1\]: "周一" — allowed: each only once/],
  [
    'no weekday',
    'hospital.hours.fever.slots[0].days',
    [],
    'hospital.hours.fever.slots[0].days: [] — allowed: at least one',
  ],
  [
    'an end before the beginning',
    'hospital.hours.mri.slots[0].to',
    '07:00',
    'hospital.hours.mri.slots[0].to: "07:00" — allowed: a time after',
  ],
  ['a time that is none', 'hospital.hours.mri.slots[0].from', '8:65', /from: "8:65" — allowed: a time such as 08:00/],
  [
    'a month that is none',
    'departments[0].open[1].months',
    [0, 5],
    /months\[0\]: 0 — allowed: a whole number from 1 to 12/,
  ],
  ['a period that is none', 'doctors[0].clinic[0].period', '早上', /period: "早上" — allowed: 上午, 下午 or 晚上/],
  ['a fee below nothing', 'doctors[0].clinic[0].fee', -1, /fee: -1 — allowed: a number, 0 or more/],
  ['a price in words', 'prices[0].price', '8元', 'prices[0].price: "8元" — allowed: a number'],
  ['an upper end below the price', 'prices[0].priceMax', 7, 'prices[0].priceMax: 7 — allowed: a number not below'],
  [
    'a last day that is none',
    'faq[0].validUntil',
    '2026-02-30',
    'faq[0].validUntil: "2026-02-30" — allowed: a day that exists',
  ],
  ['an empty answer', 'faq[0].answer', '', 'faq[0].answer: "" — allowed: a text'],
  ['an answer of blanks', 'faq[0].answer', '  ', 'faq[0].answer: "  " — allowed: a text'],
  ['an answer too long for a message', 'faq[0].answer', '好'.repeat(141), /^faq\[0\]\.answer: .*at most 140/],
  ['a line end in an answer', 'faq[0].answer', '一\n二', /^faq\[0\]\.answer: .*control characters/],
  ['a mark that turns writing round', 'faq[0].answer', '一\u202e二', /^faq\[0\]\.answer/],
  ['half a character', 'faq[0].answer', '一\ud83d', /^faq\[0\]\.answer/],
  [
    'a phrasing of another entry',
    'faq[1].askedAs[0]',
    valueAt('faq[0].askedAs[0]'),
    /^faq\[1\]\.askedAs\[0\]: .*no other entry/,
  ],
  ['a number in words', 'hospital.phones.main', '总机', 'hospital.phones.main: "总机" — allowed: a telephone number'],
  ['a number that is missing', 'hospital.phones.verify', undefined, 'hospital.phones.verify: missing'],
  ['hours that are missing', 'hospital.hours.visiting', undefined, 'hospital.hours.visiting: missing'],
  [
    'an alias that another is called',
    'departments[0].aliases[0]',
    '儿科',
    'departments[0].aliases[0]: "儿科" — allowed: a name that is not the full name',
  ],
  ['two departments of one name', 'departments[1].name', '心血管内科', /^departments\[1\]\.name: "心血管内科"/],
  ['yes instead of true', 'departments[0].bookable', '是', /bookable: "是" — allowed: true or false/],
  ['a time zone on Mars', 'hospital.timezone', 'Mars/Olympus', 'hospital.timezone: "Mars/Olympus" — allowed: an IANA'],
];

test.each(FAULTS)('%s is told once, with place, value and what is allowed', (_what, path, value, fault) => {
  const expected: unknown = typeof fault === 'string' ? expect.stringContaining(fault) : expect.stringMatching(fault);
  expect(faultsOf(changed([path, value]))).toEqual([expected]);
});

test('what only the demo hospital is bound to is no fault', () => {
  const file = changed(
    ['departments[0].phone', '0371-65998877'],
    ['hospital.phones.main', '+86-371-65998877'],
    ['hospital.phones.hotline', '12345'],
    ['hospital.timezone', 'Asia/Urumqi'],
    ['prices', []],
    ['faq', [valueAt('faq[0]')]],
    ['faq[0].askedAs', []],
    ['faq[0].topic', '停诊通知'],
    ['doctors[0].title', '主任技师'],
    ['doctors[0].name', 'Anna Müller'],
    ['offices', undefined],
  );
  expect(faultsOf(file)).toEqual([]);
});

test('all faults of a file are told at once, and the load refuses it with the same lines', () => {
  const file = changed(['faq[2].answer', ''], ['doctors[5].gender', '雄'], ['hospital.transport.parking', 1]);
  const paths = checkKnowledge(file).map(({ path }) => path);
  expect(paths).toEqual(['hospital.transport.parking', 'doctors[5].gender', 'faq[2].answer']);
  for (const path of paths) expect(() => loadKnowledge(file, TODAY)).toThrow(`knowledge ${path}: `);
});

test('a session is within hours of some months, and not within those of another half of the day', () => {
  const open = valueAt('departments[0].open') as readonly { readonly from: string }[];
  const winter = open.filter(({ from }) => from !== '14:30');
  expect(faultsOf(changed(['departments[0].open', winter]))).toEqual([]);
  const mornings = faultsOf(changed(['departments[0].open', open.filter(({ from }) => from === '08:00')]));
  expect(mornings.length).toBeGreaterThan(0);
  for (const fault of mornings) expect(fault).toMatch(/^doctors\[\d+\]\.clinic\[\d+\]: "周.下午"/);
});

test('an entry past its last day, and beds that do not add up, are warnings', () => {
  const warned = (file: Json, day: string) =>
    knowledgeWarnings(file, loadKnowledge(file, day), day).map(({ path }) => path);
  expect(warned(changed(), '2026-10-07')).toEqual([]);
  expect(warned(changed(), '2026-10-08')).toEqual(['faq[7].validUntil']);
  expect(warned(changed(['departments[0].ward.beds', 47]), '2026-10-07')).toEqual(['hospital.beds']);
});
