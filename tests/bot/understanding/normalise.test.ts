import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EMOJI_BAD, EMOJI_GOOD } from '../../../src/bot/understanding/emoji.ts';
import { normalise, spanOf } from '../../../src/bot/understanding/normalise.ts';
import { toTaiwan } from './taiwanese.ts';

test.each([
  ['１１３', '113'],
  ['①、２．', '1、2.'],
  ['3️⃣', '3'],
  ['您好，我媽說', '你好,我妈说'],
  ['叫唔醒', '叫不醒'],
  ['走咗', '走了'],
  ['唔，好的', '唔,好的'],
  ['關係', '关系'],
  ['man yi', '满意'],
  ['满yi', '满意'],
  ['退丁', '退订'],
  ['退定金', '退定金'],
  ['TUIDING', '退订'],
  ['胸们得很', '胸闷得很'],
  ['满​意', '满意'],
  ['满 意 ！！！', '满意!'],
  ['111', '111'],
  ['哈哈哈哈哈', '哈哈'],
  ['Yes,  now   is fine', 'yes, now is fine'],
  ['38.5度', '38.5度'],
  ['好。。。。', '好。'],
  ['好......', '好…'],
  ['👍🏻👍', EMOJI_GOOD],
  ['😡', EMOJI_BAD],
  ['顯著', '显著'],
  ['著急', '着急'],
  ['a\r\n\r\nb', 'a\nb'],
  ['', ''],
])('%j is read as %j', (text, expected) => {
  expect(normalise(text).text).toBe(expected);
});

test.each([
  ['满意但是护士差', ['满意', '但是护士差']],
  ['透不过气', ['透不过气']],
  ['我就是王建国', ['我就是王建国']],
  ['挺好，就是食堂不行', ['挺好', '就是食堂不行']],
  ['开会中 下午3点半行吗', ['开会中', '下午3点半行吗']],
  ['我 胸 口 疼', ['我胸口疼']],
  ['good but slow. ok', ['good', 'but slow', 'ok']],
  ['15:30再说\n好', ['15:30再说', '好']],
  ['疼…算了~行', ['疼', '算了', '行']],
])('%j has the clauses %j', (text, expected) => {
  expect(normalise(text).clauses.map((clause) => clause.text)).toEqual(expected);
});

test('a contrast word is told, after punctuation too', () => {
  expect(normalise('满意，但是慢').clauses.map((clause) => clause.opener)).toEqual(['start', 'contrast']);
  expect(normalise('满意不过慢').clauses.map((clause) => clause.opener)).toEqual(['start', 'contrast']);
});

test('only traditional writing counts as such', () => {
  expect(normalise('護士很好').traditional).toBe(true);
  expect(normalise('护士很好').traditional).toBe(false);
  expect(normalise('著名').traditional).toBe(false);
});

test('a span gives back the words as they were written', () => {
  const text = '好的， 護士 態度差！！';
  const n = normalise(text);
  const at = n.text.indexOf('护士态度差');
  expect(text.slice(...spanOf(n, at, at + 5))).toBe('護士 態度差');
  const typo = normalise('我 man yi 的');
  const hit = typo.text.indexOf('满意');
  expect(typo.original.slice(...spanOf(typo, hit, hit + 2)).trim()).toBe('man yi');
});

const words = [
  '满意',
  '胸口疼',
  '醫生',
  ' ',
  '，',
  '。',
  '\n',
  '👍',
  '😡🏽',
  'ＯＫ',
  'man yi',
  '退丁',
  '！！',
  '2',
  '但是',
  '就是',
  '唔',
  '　',
  '​',
  'but',
  '…',
  '.',
];
const message = fc.oneof(
  fc.array(fc.constantFrom(...words), { maxLength: 12 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 40 }),
);

test('the map always leads back into the original, in order', () => {
  fc.assert(
    fc.property(message, (text) => {
      const n = normalise(text);
      expect(n.map.length).toBe(n.text.length + 1);
      expect(n.map.at(-1)).toBe(text.length);
      for (let i = 1; i < n.map.length; i++) expect(n.map[i]).toBeGreaterThanOrEqual(n.map[i - 1] ?? 0);
      let end = 0;
      for (const clause of n.clauses) {
        expect(clause.start).toBeGreaterThanOrEqual(end);
        expect(n.text.slice(clause.start, clause.end)).toBe(clause.text);
        const [from, to] = spanOf(n, clause.start, clause.end);
        expect(from).toBeLessThan(to);
        expect(to).toBeLessThanOrEqual(text.length);
        end = clause.end;
      }
    }),
    { numRuns: 500 },
  );
});

test('reading twice changes nothing more', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...words.filter((word) => word !== '唔' && word !== ' ' && word !== '　')), {
        maxLength: 12,
      }),
      (parts) => {
        const once = normalise(parts.join('')).text;
        expect(normalise(once).text).toBe(once);
      },
    ),
  );
});

test('traditional writing reads as the simplified one', () => {
  const sentences = [
    '我爸突然嘴歪了，说话也说不清',
    '伤口一直流血止不住',
    '医生很好，护士态度差',
    '我要去卫健委投诉你们',
    '后来就没有联系了，什么时候复查',
    '发烧了还说胡话',
    '请不要再给我发短信',
    '头发里面有个疙瘩',
    '这里的只是几个干净的台面',
  ];
  for (const sentence of sentences) expect(normalise(toTaiwan(sentence)).text).toBe(normalise(sentence).text);
});
