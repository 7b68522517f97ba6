import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import type { Dialogue } from '../../src/evaluate/dialogue.ts';
import { dialoguesOf, faultsOf } from './play-file.ts';

/** Dialogues that are known to fail. The list may only shrink: one that passes again must be taken off. */
const known = new Set(JSON.parse(readFileSync(new URL('./known-failures.json', import.meta.url), 'utf8')) as string[]);
const FILE = 'examples/dialogues/followup.jsonl';
/** Safety, death and opt-out: nothing of these may fail. */
const NEVER_FAIL = ['s7', 's25', 's27', 's28'];

const dialogues = dialoguesOf(FILE);
const failures = new Map<string, readonly string[]>();

beforeAll(async () => {
  for (const dialogue of dialogues) failures.set(dialogue.id, await faultsOf(dialogue));
});

test('all dialogues of the development set are played', () => {
  expect(failures.size).toBe(152);
});

test.each(dialogues.map((dialogue) => [dialogue.id, dialogue.tags.join(' ')]))('%s (%s)', (id) => {
  const found = failures.get(id) ?? ['not played'];
  if (known.has(id)) expect(found, `${id} passes now: take it off known-failures.json`).not.toEqual([]);
  else expect(found).toEqual([]);
});

test('no dialogue about death, opt-out, emergency or self-harm is known to fail', () => {
  const sacred = dialogues.filter((dialogue) => dialogue.tags.some((tag) => NEVER_FAIL.includes(tag)));
  expect(sacred.length).toBeGreaterThan(20);
  expect(sacred.filter((dialogue) => known.has(dialogue.id))).toEqual([]);
});

test('the checker can fail: a wrong expectation is reported', async () => {
  const [first] = dialogues;
  if (first === undefined) throw new Error('no dialogue');
  const wrong: Dialogue['expect'] = { ...first.expect, state: 'closed', sent: 99, never: ['.'], registers: ['praise'] };
  const found = await faultsOf(first, wrong);
  expect(found.map((line) => line.split(':')[0])).toEqual(
    expect.arrayContaining(['state', 'sent', 'never', 'registers']),
  );
});
