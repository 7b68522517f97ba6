import { expect, test } from 'vitest';
import type { PhraseBook } from '../../../src/bot/phrases/book.ts';
import { checkPhrases } from '../../../src/bot/phrases/check.ts';
import { PHRASES } from '../../../src/bot/phrases/registry.ts';
import { render } from '../../../src/bot/phrases/render.ts';
import { longestValues } from '../../../src/bot/phrases/sample.ts';
import { countSegments } from '../../../src/channels/segments.ts';
import { LANGUAGES } from '../../../src/domain/language.ts';
import { faultsOf, put, shippedJson } from '../../config/sample.ts';
import { shippedBook } from './book.ts';

/** The shipped book under another hospital's name. */
function named(zhCN: string, zhTW: string): PhraseBook {
  const book = shippedBook();
  return {
    ...book,
    hospital: { ...book.hospital, hospital: { ...book.hospital.hospital, 'zh-CN': zhCN, 'zh-TW': zhTW } },
  };
}

test('every phrase is worded in every language', () => {
  const { phrases } = shippedBook();
  expect(Object.keys(phrases).sort()).toEqual(Object.keys(PHRASES).sort());
  for (const wording of Object.values(phrases))
    for (const language of LANGUAGES) expect(wording[language]).not.toBe('');
});

test('every message fits two segments with a hospital name of ten characters, whatever form the name of the patient has', () => {
  const book = named('某某市第一人民总医院', '某某市第一人民總醫院');
  expect(book.hospital.hospital['zh-CN']).toHaveLength(10);
  for (const nameStyle of ['full', 'masked', 'surname_title'] as const)
    expect(checkPhrases({ ...book, nameStyle })).toEqual([]);
});

test('a very long hospital name is refused with the messages it bursts', () => {
  const faults = checkPhrases(named('某'.repeat(90), '某'.repeat(10)));
  expect(
    faults.some((fault) =>
      /^phrases\.opening\.zh-CN: \d+ units in 3 SMS segments — allowed: 2 segments \(134 units\)$/.test(fault),
    ),
  ).toBe(true);
  expect(faults.some((fault) => fault.startsWith('phrases.openingParent.zh-CN: '))).toBe(true);
  expect(faults.some((fault) => fault.includes('zh-TW'))).toBe(false);
});

test('the opening fits two segments in English too, where a Chinese name makes it UCS-2', () => {
  const stay = { patientName: '欧阳诗雨晴', gender: 'female' } as const;
  for (const nameStyle of ['full', 'masked', 'surname_title'] as const) {
    const context = { book: { ...shippedBook(), nameStyle }, language: 'en', now: 0, zone: 'UTC', stay } as const;
    for (const key of ['opening', 'openingParent'])
      expect(countSegments(render([{ key }], context).text).segments).toBeLessThanOrEqual(2);
  }
});

test.each([
  ['phrases.modest.zh-CN', '不客气。', 'phrases.modest.zh-CN: "不客气"'],
  ['phrases.noted.zh-CN', '嗯，记下了。', 'phrases.noted.zh-CN: "嗯"'],
  ['phrases.noted.zh-CN', '您没看懂吗？', 'phrases.noted.zh-CN: "您没看懂吗？"'],
  ['phrases.noted.zh-CN', '我们解决不了，您去找别人吧。', 'phrases.noted.zh-CN: "我们解决不了"'],
  ['phrases.noted.zh-TW', '你說的記下了。', 'phrases.noted.zh-TW: "你"'],
  ['phrases.complaintStatus.zh-CN', '已记录，3天内给您答复。', 'phrases.complaintStatus.zh-CN: "3天内"'],
  ['phrases.willCheck.en', 'We do not know.', 'phrases.willCheck.en: "We do not know"'],
  ['phrases.closingBereaved.zh-CN', '谢谢您，祝早日康复。', 'phrases.closingBereaved.zh-CN: "康复"'],
  [
    'phrases.openingParent.zh-CN',
    '{hospital}{staffNo}{name}出院了，您是家长吗？',
    'phrases.openingParent.zh-CN: "出院"',
  ],
  ['phrases.askWhen.zh-CN', '您出院后身体还好，什么时候方便？', 'phrases.askWhen.zh-CN: "出院"'],
  ['followup.questions.0.ask.zh-CN', '医生的技术你满意吗？', 'followup.questions[0].ask.zh-CN: "你"'],
  ['phrases.scheduled.zh-CN', '好的，到时再联系您。', 'phrases.scheduled.zh-CN: {time} is missing'],
  ['phrases.noted.zh-CN', '好的，{nmae}。', 'phrases.noted.zh-CN: unknown placeholder {nmae}'],
  ['phrases.noted.zh-CN', '好的，{}。', 'phrases.noted.zh-CN: unknown placeholder {}'],
  [
    'followup.questions.1.simpler.en',
    'How was {name}?',
    'followup.questions[1].simpler.en: unknown placeholder {name}',
  ],
  ['phrases.noted.en', 'Thank you — noted.', 'phrases.noted.en: "—" — allowed: characters of the GSM-7 alphabet'],
  ['phrases.closing.zh-CN', '谢'.repeat(135), 'phrases.closing.zh-CN: 135 units in 3 SMS segments'],
  [
    'phrases.closing.en',
    'Thanks '.repeat(44),
    'phrases.closing.en: 307 units in 3 SMS segments — allowed: 2 segments (306 septets)',
  ],
  [
    'followup.questions.0.ask.zh-CN',
    '满意吗？'.repeat(32),
    'phrases.reminder.zh-CN + followup.questions[0].ask.zh-CN: ',
  ],
  ['phrases.scheduled.zh-CN', `${'好'.repeat(125)}{time}`, 'phrases.scheduled.zh-CN: '],
] as const)('%s = %j is refused with its path', (path, value, line) => {
  const faults = faultsOf(put(shippedJson(), path, value));
  expect(faults.filter((fault) => fault.startsWith(line))).toHaveLength(1);
});

test('a hospital-wide placeholder may stand anywhere, a turn placeholder only where it is given', () => {
  expect(faultsOf(put(shippedJson(), 'phrases.closing.zh-CN', '谢谢您，{hospital}电话{mainPhone}。'))).toEqual([]);
  expect(faultsOf(put(shippedJson(), 'phrases.closing.zh-CN', '谢谢您，{time}。'))).toHaveLength(1);
});

test('lengths are counted with long values', () => {
  const values = longestValues(shippedBook(), 'zh-CN');
  expect(values['topic']).toBe('医生的技术和服务');
  expect(values['grade']?.length).toBeGreaterThanOrEqual(4);
  expect(values['time']?.length).toBeGreaterThanOrEqual(8);
});
