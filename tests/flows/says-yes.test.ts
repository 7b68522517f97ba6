import { expect, test } from 'vitest';
import { isWholeYes, saysYesAgain } from '../../src/flows/consultation/says-yes.ts';

test.each([
  '对',
  '嗯对',
  '可以了',
  '就这样吧',
  '就这么定了',
  '没问题',
  '行👌',
  '要得',
  '信息都对',
  '对 这回没错了',
  '對 沒錯',
  '对的没错 谢谢',
  '好的好的',
  '没毛病',
  '是的，麻烦你们了',
  'ok',
  'Yes, correct. Thanks',
  '要得 没得错',
  '得嘞',
  '冇错',
  '对 就用这个号 定了吧',
  '那行 约吧 信息都对',
  '对 帮我定上',
  '對，就這樣約',
  "yes that's right",
])('%s: yes', (text) => {
  expect(isWholeYes(text)).toBe(true);
});

test.each([
  '不对',
  '行吗',
  '好 我问问我爱人',
  '对 周五不行',
  '可以先不约吗',
  '没问题的话再说',
  '等下',
  '好 周六吧',
  '对了 停车多少钱',
  '不行',
  '约下午',
  '帮我挂上午的',
  '对 帮我改上午',
  '约别的',
  '电话错了',
  '不约了',
  '',
])('%s: no plain yes', (text) => {
  expect(isWholeYes(text)).toBe(false);
});

test('yes, and what the summary holds once more', () => {
  const known = ['骨科', '李国强'];
  for (const text of ['对 就周六上午', '嗯，骨科，下周一', '好的 李国强', '是的，11月20号上午的'])
    expect(saysYesAgain(text, known)).toBe(true);
  for (const text of ['对 周五不行', '好 皮肤科', '对 就周六上午行吗', '周六上午', '对'])
    expect(saysYesAgain(text, known)).toBe(false);
});
