import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { readHospital } from '../../src/app/hospital.ts';
import { HOSPITAL_PLACEHOLDERS } from '../../src/bot/phrases/book.ts';
import { TWILIO_CODES } from '../../src/channels/errors.ts';
import { ENV_SETTINGS, type EnvSetting } from '../../src/config/env-table.ts';
import { configSchema } from '../../src/config/schema.ts';
import { checkDialogue } from '../../src/evaluate/check.ts';
import { parseDialogue } from '../../src/evaluate/dialogue.ts';
import { Player } from '../../src/evaluate/play.ts';
import { createMetrics } from '../../src/server/metrics.ts';
import { openSqliteStore } from '../../src/store/sqlite/index.ts';
import { HOSPITAL_COLUMNS, HOSPITAL_SHEET, HOURS, PHONES, TABLES } from '../../src/workbook/columns.ts';
import { HELP_LINES } from '../../src/workbook/help.ts';
import { clinic, slots } from '../../src/workbook/kinds/sessions.ts';
import { asked } from '../bot/understanding/readers/ask.ts';
import { ZONE } from '../contracts/store/turns.ts';
import { taughtBy } from '../support/taught.ts';
import { understand } from '../support/understand.ts';

/** What the documents say is compared with the code that they speak of. */

const read = (file: string): string => readFileSync(file, 'utf8');
const DOCUMENTS = [
  'README.md',
  'README.zh-CN.md',
  'ARCHITECTURE.md',
  'CHANGELOG.md',
  ...readdirSync('docs', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
];

test('operations.md and .env.example have every setting, with its default and its meaning', () => {
  const settings: readonly (readonly [string, EnvSetting])[] = Object.entries(ENV_SETTINGS);
  const rows = settings.map(
    ([name, { fallback, help }]) => `| \`${name}\` | ${fallback ?? ''}${fallback === undefined ? '' : ' '}| ${help} |`,
  );
  const documented = read('docs/operations.md').match(/^\| `[A-Z_]+` \| .*\|$/gm) ?? [];
  expect(documented).toEqual(rows);
  const examples = [...read('.env.example').matchAll(/^# ([A-Z_]+)=/gm)].map(([, name]) => name);
  expect(examples.sort()).toEqual(settings.map(([name]) => name).sort());
});

test('operations.md names every metric', async () => {
  const store = await openSqliteStore({ file: ':memory:', zone: ZONE });
  const names = createMetrics(store)
    .registry.getMetricsAsArray()
    .map(({ name }) => name);
  await store.close();
  const documented = [...read('docs/operations.md').matchAll(/`(huifang_\w+)(?:\{[\w,]+\})?`/g)].map(
    ([, name]) => name,
  );
  expect([...new Set(documented)].sort()).toEqual(names.sort());
});

test('flows.md names every section of the configuration and every placeholder of the hospital', () => {
  const text = read('docs/flows.md');
  const sections = Object.keys(configSchema.shape).filter((key) => key !== '$schema');
  const documented = [...text.matchAll(/^\| `([\w.]+)` \|/gm)].map(([, key]) => key?.split('.')[0]);
  for (const section of sections) expect(documented).toContain(section);
  for (const hole of HOSPITAL_PLACEHOLDERS) expect(text).toContain(`{${hole}}`);
});

test('the dialogue in flows.md is played and comes out as it says', async () => {
  const [, line = ''] = /```json\n(.*)\n```/.exec(read('docs/flows.md')) ?? [];
  const dialogue = parseDialogue(line, 'docs/flows.md');
  const { kit } = readHospital('flows.config.json');
  const store = await openSqliteStore({ file: ':memory:', zone: kit.settings.zone });
  const { got } = await new Player(dialogue, kit, store).play();
  await store.close();
  expect(checkDialogue(dialogue.expect, got)).toEqual([]);
});

test('what understanding.md teaches is taken and understood', () => {
  const [, example = ''] = /```json\n("understanding": \{[^]*?\n\})\n```/.exec(read('docs/understanding.md')) ?? [];
  const { understanding } = JSON.parse(`{${example}}`) as { understanding: object };
  const evidence = (question: string, text: string) =>
    understand(text, asked(question, taughtBy(understanding))).map((finding) => finding.evidence);
  expect(evidence('doctor', '嘎嘎好')).toContain('taught.rating.satisfied');
  expect(evidence('opening', '在地里呢')).toEqual(['taught.busy']);
  expect(evidence('suggestions', '值班的一晚上没露面')).toContain('taught.complaint');
  expect(evidence('when', '收工后')).toEqual(['time.clock']);
});

test('channels.md gives the carrier’s codes the class that the table gives them', () => {
  const rows = [
    ...read('docs/channels.md').matchAll(/^\| (retryable|permanent|permanent, opted out) \| (.*) \| .* \|$/gm),
  ];
  expect(rows).toHaveLength(3);
  for (const [, name = '', examples = ''] of rows) {
    for (const [code] of examples.matchAll(/\b\d{5}\b/g))
      expect([code, TWILIO_CODES[code]?.class]).toEqual([code, name.split(',')[0]]);
  }
});

test('knowledge.md names every sheet and column of the workbook, and its examples are read', () => {
  const text = read('docs/knowledge.md');
  const documented = [...text.matchAll(/^\| ([一-龥]+) \| ([^|]+) \|$/gm)].map(([, sheet, columns = '']) => [
    sheet,
    columns.trim().split('、'),
  ]);
  expect(documented).toEqual([
    [HOSPITAL_SHEET, [...HOSPITAL_COLUMNS]],
    ...[PHONES, HOURS, ...TABLES].map(({ sheet, columns }) => [sheet, columns.map(({ header }) => header)]),
  ]);
  const written = (pattern: RegExp) =>
    [...`${text}\n${HELP_LINES.join('\n')}`.matchAll(pattern)].map(([, cell = '']) => cell);
  const names = { idOf: () => undefined, nameOf: () => undefined };
  const hours = written(/(周[一至五、三]+ \d\d:\d\d-\d\d:\d\d(?: \([\d-]+月\))?)/g);
  const sessions = written(/(周一上午 专家 \d+元)/g);
  expect([hours.length > 4, sessions.length > 2]).toEqual([true, true]);
  for (const cell of hours) expect([cell, slots.read(cell, names)]).toEqual([cell, { value: [expect.anything()] }]);
  for (const cell of sessions) expect([cell, clinic.read(cell, names)]).toEqual([cell, { value: [expect.anything()] }]);
});

test('every link leads to a file, and every command is one of package.json', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  for (const file of DOCUMENTS) {
    const text = read(file);
    for (const [, link = ''] of text.matchAll(/\]\(([^)#:]+)\)/g))
      expect([file, link, existsSync(join(dirname(file), link))]).toEqual([file, link, true]);
    for (const [, script = ''] of text.matchAll(/npm run (?:-s )?([\w:-]+)/g))
      expect([file, Object.keys(scripts)]).toEqual([file, expect.arrayContaining([script])]);
  }
  expect(DOCUMENTS.length).toBeGreaterThan(10);
});

/** What git leaves in a file when two changes meet and nobody chose. */
const CONFLICT = /^(?:<{7}|\|{7}|={7}|>{7})(?: |$)/m;

test('no document holds two versions of itself', () => {
  expect(CONFLICT.test(`a\n${'<'.repeat(7)} HEAD\nb\n`)).toBe(true);
  expect(DOCUMENTS.filter((file) => CONFLICT.test(read(file)))).toEqual([]);
});

test('every folder of the map in ARCHITECTURE.md is there, once', () => {
  const named = [...read('ARCHITECTURE.md').matchAll(/^\| `(src\/[\w/]+)`/gm)].map(([, folder = '']) => folder);
  expect(named.length).toBeGreaterThan(8);
  expect(named.filter((folder, index) => named.indexOf(folder) !== index)).toEqual([]);
  for (const folder of named) expect([folder, existsSync(folder)]).toEqual([folder, true]);
});
