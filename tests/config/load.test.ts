import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { configJsonSchemaText } from '../../src/config/json-schema.ts';
import { loadHospitalConfig, readHospitalConfig } from '../../src/config/load.ts';
import { phraseBook } from '../../src/config/phrase-book.ts';
import { HuifangError } from '../../src/domain/errors.ts';
import { resolveColumns } from '../../src/intake/columns.ts';
import { faultsOf, put, shippedJson } from './sample.ts';

test('the shipped file is taken, and its knowledge base is there', () => {
  const config = readHospitalConfig('flows.config.json');
  expect(config.hospital.name['zh-CN']).toBe('示范县第二人民医院');
  expect(config.sendingHours).toEqual({ from: 540, to: 1260 });
  expect(config.followup.questions.map(({ id }) => id)).toEqual(['doctor', 'nurse', 'overall', 'suggestions']);
  expect(() => readFileSync(config.knowledge.file)).not.toThrow();
});

test('what is left out gets its default', () => {
  const json = shippedJson();
  for (const path of [
    'sendingHours',
    'calendar',
    'channels',
    'understanding',
    'followup.delayDays',
    'followup.nameShown',
    'hospital.language',
  ])
    put(json, path, undefined);
  const config = loadHospitalConfig(json);
  expect(config.sendingHours).toEqual({ from: 540, to: 1260 });
  expect(config.calendar).toEqual(loadHospitalConfig(shippedJson()).calendar);
  expect(config.channels.sms).toEqual({ settleMs: 2000, ratePerSecond: 1 });
  expect(config.understanding.emergencySigns).toEqual([]);
  expect(config.followup.delayDays).toBe(3);
  expect(config.followup.nameShown).toBe('masked');
  expect(config.hospital.language).toBe('zh-CN');
  expect(config.intake.columns.recordNo).toContain('病历号');
  expect(config.intake.dispositions.deceased).toEqual(['死亡', '5']);
});

test('a list that calls the department 病区 is read as before there was a ward', () => {
  const json = shippedJson();
  put(json, 'intake', { columns: { department: ['病区'] } });
  expect(faultsOf(json)).toEqual([]);
  const { columns } = loadHospitalConfig(json).intake;
  const { places } = resolveColumns(['病历号', '病区'], columns);
  expect([places.department, places.ward]).toEqual([1, -1]);
});

test.each([
  ['urgentMinutes', 'console.sla.urgentMinutes'],
  ['handoffMinutes', 'console.sla.highMinutes and console.sla.normalMinutes'],
  ['medicalQuestionMinutes', 'console.sla.normalMinutes'],
])('a limit that an earlier file had elsewhere says where it stands now: %s', (name, where) => {
  const json = shippedJson();
  put(json, `console.promises`, { [name]: 60 });
  expect(faultsOf(json)).toEqual([
    `console.promises.${name}: 60 — allowed: nothing of this name any more; how soon somebody is answered stands in ${where}`,
  ]);
});

test.each([
  ['followup.delayDays', 40, 'followup.delayDays: 40 — allowed: at most 29'],
  ['followup.delayDays', 2.5, 'followup.delayDays: 2.5 — allowed: a whole number'],
  ['followup.delayDays', '3', 'followup.delayDays: "3" — allowed: a number'],
  ['followup.windowDays', 2, 'followup.delayDays: 3 — allowed: a number below windowDays'],
  ['followup.nameShown', 'initials', 'followup.nameShown: "initials" — allowed: one of full, masked, surname_title'],
  ['followup.questions', [], 'followup.questions: [] — allowed: at least one question'],
  ['followup.questions.1.id', 'doctor', 'followup.questions[1].id: "doctor" — allowed: an id used only once'],
  ['followup.questions.1.id', 'reason', 'followup.questions[1].id: "reason" — allowed: any id but'],
  ['followup.questions.1.id', 'facts', 'followup.questions[1].id: "facts" — allowed: any id but'],
  ['followup.questions.1.id', 'constructor', 'followup.questions[1].id: "constructor" — allowed: any id but'],
  ['followup.questions.0.ask.zh-TW', '', 'followup.questions[0].ask.zh-TW: "" — allowed: some text'],
  ['sendingHours.from', '9:00', 'sendingHours.from: "9:00" — allowed: a time from 00:00 to 23:59, written HH:MM'],
  ['sendingHours.from', '21:30', 'sendingHours.to: "21:00" — allowed: from earlier than to'],
  ['staffHours.0.days', [1, 8], 'staffHours[0].days[1]: 8 — allowed: at most 7'],
  [
    'calendar.years.0.holidays.0.from',
    '2026-02-30',
    'calendar.years[0].holidays[0].from: "2026-02-30" — allowed: a day',
  ],
  [
    'calendar.years.0.holidays.0.to',
    '2025-12-31',
    'calendar.years[0].holidays[0].to: "2025-12-31" — allowed: a day not',
  ],
  [
    'calendar.years.0.holidays.0.to',
    '2026-06-30',
    'calendar.years[0].holidays[0].to: "2026-06-30" — allowed: at most 31',
  ],
  ['calendar.years.0.year', 2027, 'calendar.years[0].holidays[0].from: "2026-01-01" — allowed: a day of 2027'],
  [
    'calendar.years.0.makeUpDays',
    ['2026-01-05'],
    'calendar.years[0].makeUpDays[0]: "2026-01-05" — allowed: a Saturday',
  ],
  [
    'calendar.years.0.makeUpDays',
    ['2026-01-03'],
    'calendar.years[0].makeUpDays[0]: "2026-01-03" — allowed: a Saturday',
  ],
  ['hospital.zone', 'Asia/Peking', 'hospital.zone: "Asia/Peking" — allowed: an IANA time zone'],
  ['hospital.phones.verify', undefined, 'hospital.phones.verify: missing — allowed: a string'],
  ['hospital.phones.main', 'ask at the desk', 'hospital.phones.main: "ask at the desk" — allowed: a telephone number'],
  ['hospital.region', 'OTHER', 'hospital.emergencyPhone: missing — allowed: a telephone number'],
  ['hospital.colour', 'blue', 'hospital.colour: unknown setting'],
  ['channels.sms.settleMs', 20_000, 'channels.sms.settleMs: 20000 — allowed: at most 10000'],
  [
    'intake',
    { columns: { phone: ['电话'], contactName: ['电话'] } },
    'intake.columns.contactName[0]: "电话" — allowed: a header that columns.phone does not claim',
  ],
  ['intake', { columns: { phone: [] } }, 'intake.columns.phone: [] — allowed: at least one header'],
  ['intake', { dispositions: { deceased: [] } }, 'intake.dispositions.deceased: [] — allowed: at least one value'],
  ['phrases.opening', undefined, 'phrases.opening: missing — allowed: an object'],
  ['phrases.closing.en', undefined, 'phrases.closing.en: missing — allowed: a string'],
  ['phrases.farewell', { 'zh-CN': '再见', 'zh-TW': '再見', en: 'Bye' }, 'phrases.farewell: unknown setting'],
] as const)('%s = %j is refused with its path', (path, value, line) => {
  expect(faultsOf(put(shippedJson(), path, value)).some((fault) => fault.startsWith(line))).toBe(true);
});

test('all faults are told together', () => {
  const json = shippedJson();
  put(json, 'followup.reminderAfterHours', 0);
  put(json, 'hospital.region', 'MARS');
  put(json, 'extra', 1);
  put(json, 'phrases.noted.en', undefined);
  put(json, 'phrases.modest.zh-CN', '不客气。');
  const faults = faultsOf(json);
  expect(faults).toHaveLength(5);
  for (const path of [
    'followup.reminderAfterHours',
    'hospital.region',
    'extra',
    'phrases.noted.en',
    'phrases.modest.zh-CN',
  ])
    expect(faults.join('\n')).toContain(`${path}: `);
});

test('what is no file, no JSON or no object is refused with the reason', () => {
  const folder = mkdtempSync(join(tmpdir(), 'huifang-config-'));
  const broken = join(folder, 'broken.json');
  writeFileSync(broken, '{ "hospital": ');
  expect(() => readHospitalConfig(broken)).toThrow(HuifangError);
  expect(() => readHospitalConfig(join(folder, 'absent.json'))).toThrow(/ENOENT/);
  expect(faultsOf([])).toEqual(['(file): [] — allowed: an object']);
});

test('a file with a byte order mark is read', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'huifang-config-')), 'bom.json');
  writeFileSync(file, `\uFEFF${JSON.stringify(shippedJson())}`);
  expect(readHospitalConfig(file).hospital.staffNo).toBe('8');
});

test('emergency numbers follow the region, and can be overridden', () => {
  const numbers = (json: unknown) => {
    const { hospital } = phraseBook(loadHospitalConfig(json));
    return [hospital.emergencyPhone.en, hospital.crisisPhone.en];
  };
  expect(numbers(shippedJson())).toEqual(['120', '12356']);
  expect(numbers(put(shippedJson(), 'hospital.region', 'TW'))).toEqual(['119', '1925']);
  expect(numbers(put(shippedJson(), 'hospital.region', 'HK'))).toEqual(['999', '23892222']);
  expect(numbers(put(shippedJson(), 'hospital.region', 'US'))).toEqual(['911', '988']);
  const elsewhere = put(put(shippedJson(), 'hospital.region', 'OTHER'), 'hospital.emergencyPhone', '112');
  expect(numbers(put(elsewhere, 'hospital.crisisPhone', '116 123'))).toEqual(['112', '116 123']);
});

test('flows.config.schema.json is fresh (npx tsx scripts/make-config-schema.mjs)', () => {
  expect(readFileSync('flows.config.schema.json', 'utf8')).toBe(configJsonSchemaText());
});
