import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { storedSentence } from '../../../src/console/ui/language/stored-words.ts';

const SOURCES = ['src/channels', 'src/bot/delivery'];
/** Sentences for staff in the sources: `detail: '…'` with Chinese in it. */
const DETAIL = /detail: '([^']*\p{Script=Han}[^']*)'/gu;

function sourcesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(folder, name), 'utf8'));
}

test('every reason for which a message does not arrive is known to the pages in each language', () => {
  const sentences = SOURCES.flatMap(sourcesIn).flatMap((source) =>
    Array.from(source.matchAll(DETAIL), ([, text]) => text ?? ''),
  );
  expect(sentences.length).toBeGreaterThan(30);
  expect(sentences.filter((text) => storedSentence(text) === undefined)).toEqual([]);
});

test('a task is read with what stands in it; words of a person stay theirs', () => {
  expect(storedSentence('对投诉 2026-0003 的处理结果不满意：还是没人\n理我')).toEqual({
    key: 't_unsettled',
    values: { number: '2026-0003', words: '还是没人\n理我' },
  });
  expect(storedSentence('消息未能送达，请打电话联系：号码无效，请核对号码。')?.values['why']).toBe(
    '号码无效，请核对号码。',
  );
  expect(storedSentence('白班交班未接收：骨科 王*明 要人工。原因：情况没说清')).toMatchObject({ key: 't_refusedWhy' });
  expect(storedSentence('夜班（陈立）已过交班时间 30 分钟，还没有交班')).toEqual({
    key: 't_late',
    values: { shift: '夜班', who: '陈立', minutes: '30' },
  });
  expect(storedSentence('给王小明回电')).toBeUndefined();
});
