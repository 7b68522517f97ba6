import { describe, expect, test } from 'vitest';
import { readHospital, readModels } from '../../../../src/app/hospital.ts';
import { createTurnKit } from '../../../../src/app/kit.ts';
import { taughtBy } from '../../../support/taught.ts';
import { asked, read } from '../readers/ask.ts';

const hospital = taughtBy({
  phrases: [
    { meaning: 'emergency', add: ['引流管脱出来了'] },
    { meaning: 'self_harm', add: ['想去找老伴团聚'] },
  ],
  wordLists: { 管子: ['引流管', '尿管', '胃管'] },
  patterns: [{ meaning: 'emergency', all: ['<管子>', '冒', '血'], within: 12 }],
});

const flags = (question: string, text: string) =>
  read(question, text, hospital).flatMap((finding) =>
    finding.kind === 'emergency' || finding.kind === 'self_harm' ? [`${finding.kind} ${finding.tier}`] : [],
  );

describe('red flags that a hospital adds', () => {
  test.each([
    ['doctor', '护士挺好的就是今早引流管脱出来了怎么办', ['emergency high']],
    ['none', '尿管里一直冒出来好多血', ['emergency high']],
    ['suggestions', '没什么了，我就想去找老伴团聚', ['self_harm high']],
  ])('at %s: %s', (question, text, expected) => {
    expect(flags(question, text)).toEqual(expected);
  });

  test('a denial in the same words takes them back', () => {
    expect(flags('doctor', '没有引流管脱出来了的情况')).toEqual([]);
  });

  test.each(['昨天引流管脱出来了', '引流管脱出来了'])('%s holds beside a danger that is denied', (text) => {
    expect(flags('none', text)).not.toEqual([]);
    expect(flags('none', `${text}，没有胸痛`)).toEqual(flags('none', text));
  });

  test('are found in the middle of a long message', () => {
    const talk = Array.from({ length: 90 }, (_, i) => `第${String(i)}天吃了稀饭和鸡蛋`);
    expect(flags('none', [...talk, '引流管脱出来了', ...talk.slice(0, 20)].join('，'))).toEqual(['emergency high']);
  });

  test('are still read when the rest of a turn fails', () => {
    const { config, knowledge } = readHospital('flows.config.json');
    const kit = createTurnKit(config, knowledge, readModels(), hospital.lists.taught);
    expect(kit.readSafety('引流管脱出来了', asked('none', hospital))).toMatchObject([
      { kind: 'emergency', evidence: 'taught.emergency' },
    ]);
  });
});

test('nothing that is taught takes a red flag, a death or an opt-out away', () => {
  const taught = taughtBy({
    phrases: [
      { meaning: 'thanks', add: ['胸口疼得喘不上气', '别再给我发短信了', '我爸上个月去世了', '不想活了'] },
      { meaning: 'opt_in', add: ['退订'] },
      { meaning: 'self', add: ['我爸已经过世了'] },
      { meaning: 'complaint', block: ['胸口疼', '退订'] },
    ],
    patterns: [{ meaning: 'greeting', all: ['胸口', '疼'] }],
    thresholds: { thanks: -0.3, greeting: -0.3, self: -0.3, complaint: 0.3, medical_question: 0.3 },
  });
  for (const [text, kind] of [
    ['胸口疼得喘不上气', 'emergency'],
    ['别再给我发短信了', 'opt_out'],
    ['退订', 'opt_out'],
    ['我爸上个月去世了', 'deceased'],
    ['我爸已经过世了', 'deceased'],
    ['不想活了', 'self_harm'],
  ] as const) {
    const plain = read('opening', text).filter((finding) => finding.kind === kind);
    expect(plain.length, text).toBe(1);
    expect(read('opening', text, taught), text).toEqual(expect.arrayContaining(plain));
  }
});
