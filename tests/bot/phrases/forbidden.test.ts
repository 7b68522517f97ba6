import { expect, test } from 'vitest';
import { forbiddenIn } from '../../../src/bot/phrases/forbidden.ts';

/** What a person of the staff might write in haste, and the wording that must be flagged. */
test.each([
  ['不客气，再见', '不客气'],
  ['喂，您好', '喂'],
  ['这个我们不知道', '不知道'],
  ['费用的事我们不清楚', '我们不清楚'],
  ['这不归我们管', '不归我们'],
  ['您为什么不早说', '为什么不'],
  ['您应该先问护士', '您应该'],
  ['请文明用语', '请文明'],
  ['您没看懂吗？', '您没看懂吗？'],
  ['您是不是没有听明白？', '您是不是没有听明白？'],
  ['您沒看清楚嗎？', '您沒看清楚嗎？'],
  ['这个问题我们解决不了', '我们解决不了'],
  ['您去找别人吧', '去找别人'],
  ['您問別人吧', '您問別人'],
  ["Didn't you read it?", "Didn't you read"],
  ['We cannot help you with this.', 'We cannot help'],
  ['Please ask somebody else.', 'ask somebody else'],
  ['难道医生没有讲吗', '难道'],
  ['您必须先缴费', '必须'],
  ['那是护士的错', '护士的错'],
  ['我们保证处理好', '保证'],
  ['钱会退给您', '会退给'],
  ['三个工作日内答复', '三个工作日内'],
  ['建议您停药观察', '建议您停'],
  ['伤口可以洗澡', '可以洗澡'],
  ['这是正常现象', '正常现象'],
  ['好的呢', '呢'],
  ['亲，满意吗', '亲，'],
  ['你好', '你'],
  ['不客氣', '不客氣'],
  ['這個我們不清楚', '我們不清楚'],
  ['您應該早點來', '您應該'],
  ["I don't know", "I don't know"],
  ['That is not our job.', 'not our job'],
  ['You must pay first.', 'You must'],
  ['We will refund you.', 'will refund'],
  ['You will hear within 3 days.', 'within 3 days'],
  ['Nothing to worry about.', 'Nothing to worry about'],
] as const)('%s', (text, wording) => {
  const hits = forbiddenIn(text);
  expect(hits.map((hit) => hit.wording)).toContain(wording);
  for (const hit of hits) expect(text.slice(hit.start)).toContain(hit.wording);
});

test.each([
  '不知道您现在是否方便？',
  '产后喂奶的问题请拨打产科电话。',
  '这是我们应该做的。',
  '我们已经记录，相关科室会与您联系。',
  '住院押金的收据请带好，出入院服务中心会帮您办理。',
  '从哈尔滨来的话，请坐3路公交车。',
  '手术同意书需要家属签字。',
  '我们这边随时有人，您24小时都可以打电话。',
  'We are sorry about this. The department will contact you.',
  'Is this a good time?',
  '如果有没看明白的地方，请回复我们。',
  '请问您看清楚处方上的日期了吗？',
  '您不方便的话，可以请别人代取。',
])('%s is fine', (text) => {
  expect(forbiddenIn(text)).toEqual([]);
});

test('hits come in the order of the text', () => {
  expect(forbiddenIn('喂，你好，不客气').map((hit) => hit.wording)).toEqual(['喂', '你', '不客气']);
});
