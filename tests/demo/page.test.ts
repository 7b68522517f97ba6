import { readdirSync, readFileSync } from 'node:fs';
import fastify from 'fastify';
import { expect, test } from 'vitest';
import { HANDSET_FAULTS } from '../../src/demo/faults.ts';
import { VALUES } from '../../src/demo/page/vocabulary.js';
import { demoPage, PAGE_FILES } from '../../src/demo/page.ts';
import { FINDING_KINDS } from '../../src/domain/finding.ts';
import { DELIVERY_STATES } from '../../src/domain/message.ts';
import { REGISTER_STATUSES } from '../../src/domain/register.ts';
import { TIMER_KINDS } from '../../src/domain/timer.ts';
import {
  CONVERSATION_STATES,
  HANDOFF_REASONS,
  OUTCOMES,
  PRIORITIES,
  REGISTER_KINDS,
  RESPONDENTS,
} from '../../src/domain/vocabulary.ts';
import { TASK_KINDS, TASK_STATES } from '../../src/domain/work.ts';
import { STATES as CONSULTATION_STATES } from '../../src/flows/consultation/turn.ts';
import { STATES } from '../../src/flows/followup/place.ts';

const FOLDER = 'src/demo/page';
/** What a phone on a slow line has to load, in bytes. */
const MAX_PAGE = 40_000;

function served() {
  const app = fastify();
  demoPage(app);
  return app;
}

test('every file of the page is served, packed for who takes it, and small', async () => {
  const app = served();
  let bytes = 0;
  for (const { path, file, type } of PAGE_FILES) {
    const plain = await app.inject({ url: path });
    expect([plain.statusCode, plain.headers['content-type'], plain.body]).toEqual([
      200,
      type,
      readFileSync(`${FOLDER}/${file}`, 'utf8'),
    ]);
    const packed = await app.inject({ url: path, headers: { 'accept-encoding': 'gzip, br' } });
    expect(packed.headers['content-encoding']).toBe('gzip');
    expect(packed.headers['content-security-policy']).toContain("default-src 'self'");
    bytes += packed.rawPayload.length;
  }
  expect(bytes).toBeLessThan(MAX_PAGE);
  expect((await app.inject({ url: '/' })).headers['location']).toBe('/demo');
});

test('no file is forgotten, none asks another server, none writes markup', () => {
  const files = readdirSync(FOLDER).filter((name) => !name.endsWith('.d.ts'));
  expect(PAGE_FILES.map(({ file }) => file).sort()).toEqual(files.sort());
  for (const file of files) {
    const text = readFileSync(`${FOLDER}/${file}`, 'utf8').replace('http://www.w3.org/2000/svg', '');
    expect(text, file).not.toMatch(/https?:\/\/|url\(|@import/);
    expect(text, file).not.toMatch(
      /innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(| style="| on[a-z]+="/,
    );
  }
});

test.each([
  ['state', CONVERSATION_STATES],
  ['outcome', OUTCOMES],
  ['reason', HANDOFF_REASONS],
  ['priority', PRIORITIES],
  ['kind', REGISTER_KINDS],
  ['respondent', RESPONDENTS],
  ['delivery', DELIVERY_STATES],
  ['timer', TIMER_KINDS],
  ['finding', FINDING_KINDS],
  ['step', [...STATES, ...CONSULTATION_STATES]],
  ['work', TASK_KINDS],
  ['status', [...REGISTER_STATUSES, ...TASK_STATES]],
  ['fault', HANDSET_FAULTS],
] as const)('each %s has its words', (table, values) => {
  for (const value of values) expect(VALUES[table]?.[value]?.[0], value).toMatch(/\p{Script=Han}/u);
  // Without English the value itself is shown; the names of states are not words.
  if (['step', 'work', 'status'].includes(table))
    for (const value of values) expect(VALUES[table]?.[value]?.[1], value).toMatch(/^[a-z ]+$/i);
});

test('every word that the page asks for is there', () => {
  const labels = readFileSync(`${FOLDER}/labels.js`, 'utf8');
  const known = new Set([...labels.matchAll(/(\w+): \[\s*['"]/g)].map((match) => match[1]));
  const scripts = readdirSync(FOLDER).filter((name) => name.endsWith('.js') && name !== 'labels.js');
  const code = scripts.map((name) => readFileSync(`${FOLDER}/${name}`, 'utf8')).join('\n');
  const html = readFileSync(`${FOLDER}/index.html`, 'utf8');
  const asked = [...code.matchAll(/\bt\('(\w+)'\)/g), ...html.matchAll(/data-(?:t|aria|placeholder)="(\w+)"/g)].map(
    (match) => match[1],
  );
  expect(asked.length).toBeGreaterThan(40);
  for (const key of asked) expect(known, key).toContain(key);
});
