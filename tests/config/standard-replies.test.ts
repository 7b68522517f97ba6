import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { forbiddenIn } from '../../src/bot/phrases/forbidden.ts';
import { configSchema } from '../../src/config/schema.ts';
import { standardRepliesSchema } from '../../src/config/standard-replies.schema.ts';
import { staffFlagsIn } from '../../src/console/api/conversations/wording.lists.ts';
import { LANGUAGES } from '../../src/domain/language.ts';

const shipped = configSchema.parse(JSON.parse(readFileSync('flows.config.json', 'utf8'))).console.standardReplies;

const reply = (change: object = {}) => ({
  id: 'calm',
  group: 'complaint',
  title: { 'zh-CN': '安抚', 'zh-TW': '安撫', en: 'Calm' },
  text: { 'zh-CN': '{name}，我们都记下了', 'zh-TW': '{name}，我們都記下了', en: '{name}, we have noted it' },
  ...change,
});
const faultsOf = (...replies: readonly object[]) => {
  const read = standardRepliesSchema.safeParse(replies);
  return read.success ? [] : read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
};

test('the shipped replies are enough for a day, in all languages, and hold nothing that is not said', () => {
  expect(shipped.length).toBeGreaterThanOrEqual(20);
  for (const { id, text } of shipped)
    for (const language of LANGUAGES)
      expect([id, language, ...forbiddenIn(text[language]), ...staffFlagsIn(text[language])]).toEqual([id, language]);
});

test('nobody needs any', () => {
  expect(standardRepliesSchema.parse(undefined)).toEqual([]);
});

test('wordings that are not used, unknown holes and doubled ids are faults, each with its place', () => {
  const text = reply().text;
  expect(faultsOf(reply())).toEqual([]);
  expect(faultsOf(reply({ text: { ...text, 'zh-CN': '不客气' } }))).toEqual([
    expect.stringMatching(/^0\.text\.zh-CN: other words than "不客气"/),
  ]);
  expect(faultsOf(reply({ text: { ...text, en: 'Dear {patient}' } }))).toEqual([
    expect.stringMatching(/^0\.text\.en: \{patient\} is unknown/),
  ]);
  expect(faultsOf(reply({ shortcut: 'a' }), reply({ id: 'other', shortcut: 'a' }), reply())).toEqual([
    '2.id: each id once',
    '1.shortcut: each shortcut once',
  ]);
});
