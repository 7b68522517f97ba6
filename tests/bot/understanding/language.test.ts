import { expect, test } from 'vitest';
import { detectLanguage } from '../../../src/bot/understanding/language.ts';
import { LANGUAGES } from '../../../src/domain/language.ts';

test.each([
  '現在不方便',
  '晚上八點好了',
  '滿意',
  '家父上個星期往生了',
  '請不要再傳簡訊給我了',
  '护士'.replace('护', '護'),
  '喺度食飯，遲啲再打',
])('%s is written in traditional characters', (text) => {
  for (const current of LANGUAGES) expect(detectLanguage(text, current)).toBe('zh-TW');
});

test.each(['现在不方便', '满意', '护士态度很好', '谢谢医生', '没时间', 'OK，我满意'])(
  '%s is written in simplified characters',
  (text) => {
    for (const current of LANGUAGES) expect(detectLanguage(text, current)).toBe('zh-CN');
  },
);

test.each([
  'Yes, now is fine',
  'Satisfied',
  'busy',
  'Mostly satisfied',
  'The food was cold most days',
  'No, nothing else',
  'In a meeting, 8 pm please',
  "Can't talk now, tomorrow afternoon is better",
  'Is this a scam? Who are you?',
  'Nurse Li was wonderful',
  'wrong number',
  'my father passed away',
])('%s is English', (text) => {
  for (const current of LANGUAGES) expect(detectLanguage(text, current)).toBe('en');
});

test.each([
  'OK',
  'STOP',
  'TD',
  'T',
  'R',
  '1',
  '113',
  'hi',
  'Hello',
  '👍',
  '',
  '?',
  'Emily Carter',
  'Wang Jianguo',
  'man yi',
  'wo hen hao',
  'shen me',
  'mei you',
  'https://a.example/the/one',
  'ok ok',
  '可以',
  '好',
  '方便',
])('%s tells no language', (text) => {
  for (const current of LANGUAGES) expect(detectLanguage(text, current)).toBe(current);
});

test('a writer of Chinese in an English conversation is answered in Chinese', () => {
  expect(detectLanguage('可以，你好', 'en')).toBe('zh-CN');
});

test('a traditional form that both writings use decides nothing beside simplified ones', () => {
  expect(detectLanguage('台北', 'zh-CN')).toBe('zh-CN');
  expect(detectLanguage('妳好', 'zh-CN')).toBe('zh-CN');
});
