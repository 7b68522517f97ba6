import { describe, expect, test } from 'vitest';
import { FORBIDDEN } from '../../../../src/bot/phrases/forbidden.lists.ts';
import { maskedAddress } from '../../../../src/console/api/conversations/masking.ts';
import { promisesToCall } from '../../../../src/console/api/conversations/promising.ts';
import { sightOf } from '../../../../src/console/api/conversations/sight.ts';
import { whyOf } from '../../../../src/console/api/conversations/why.ts';
import { STAFF_FLAG_REASONS, staffFlagsIn } from '../../../../src/console/api/conversations/wording.lists.ts';
import { checkWording } from '../../../../src/console/api/conversations/wording.ts';
import type { SignedIn } from '../../../../src/console/api/endpoint.ts';
import { words } from '../../../../src/console/ui/words/wording.ts';
import { maskName, maskNumber } from '../../../../src/registers/masking.ts';

describe('what is masked', () => {
  test('names keep their ends, numbers three and four digits, ids their end', () => {
    expect(['王建国', '王丽', '欧阳小敏'].map((name) => maskName(name))).toEqual(['王*国', '王*', '欧阳*敏']);
    expect(maskedAddress('sms', '+8613812345678')).toBe('138****5678');
    expect(maskedAddress('simulator', '+8613812345678')).toBe('138****5678');
    expect(maskedAddress('sms', '+886912345678')).toBe('+88******5678');
    expect(maskedAddress('telegram', '5550123456')).toBe('…3456');
    expect([maskNumber('12345'), maskNumber('7')]).toEqual(['***45', '7']);
  });
});

describe('why the bot understood', () => {
  test('a rating with its question, how sure it was, and by which rule', () => {
    expect(whyOf('rating doctor=dissatisfied 0.93 rating.words')).toEqual({
      kind: 'rating',
      question: 'doctor',
      grade: 'dissatisfied',
      certainty: 'acted',
      rule: 'rating.words',
      people: [],
    });
  });

  test('what it asked about and what it ruled out; whom of the staff it may have meant', () => {
    expect(whyOf('emergency 0.60 safety.chest_pain')).toMatchObject({ certainty: 'asked' });
    expect(whyOf('emergency 0.30 safety.chest_pain negated')).toMatchObject({
      certainty: 'ignored',
      rule: 'safety.chest_pain negated',
    });
    const people = [
      { written: '李护士', names: ['李小琴'], sure: true },
      { written: '小陈', names: ['陈丽', '陈红'], sure: false },
    ];
    const read = 'complaint 0.90 fault.words · 李护士 → 李小琴 0.85 · 小陈 → 陈丽 / 陈红 0.60';
    expect(whyOf(read)).toMatchObject({ kind: 'complaint', people });
  });

  test('where an answer came from is no reading', () => {
    expect([whyOf('knowledge: visiting hours'), whyOf(''), whyOf('nonsense 0.90 x')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('what may be seen', () => {
  const who: SignedIn = { accountId: 'a', name: '张', role: 'officer', department: null, staffName: null };
  test('a head sees the department, nobody sees complaints about themselves', () => {
    expect(sightOf(who)).toEqual({ department: null, hiddenFrom: [] });
    expect(sightOf({ ...who, staffName: ' 李敏 ' })).toEqual({ department: null, hiddenFrom: ['李敏'] });
    const head = sightOf({ ...who, role: 'head', department: '骨科', staffName: '李敏' });
    expect(head.department).toBe('骨科');
    expect(head.hiddenFrom).toEqual(expect.arrayContaining(['李敏', '李主任']));
    // A head without a department sees nothing rather than everything.
    expect(sightOf({ ...who, role: 'head' }).department).toBe('');
  });
});

describe('what staff should think about before they send it', () => {
  test.each([
    '药停两天再吃',
    '每天两片就可以',
    '您的检查报告没事',
    '不用来复诊',
    '过几天就会好',
    '這確實是我們的責任',
    '明天给您答复',
    '隔壁床病人也是这样',
    'You will soon recover',
    'There is no need to come in',
    'It was our mistake',
  ])('%s', (text) => {
    expect(staffFlagsIn(text)).not.toEqual([]);
  });

  test.each([
    '您好，我是随访中心的林晓，已经把情况转给骨科了',
    '给您带来不好的感受，我们很抱歉',
    '这个问题文字上不好判断，病区会与您联系；不舒服加重请直接来医院',
    '报告打印好后可以在一楼自助机领取',
    'We are sorry and will pass it on.',
  ])('nothing against: %s', (text) => {
    expect(staffFlagsIn(text)).toEqual([]);
  });

  test.each([
    '好的，王先生，我们在您说的时间给您打电话，来电会显示总机。如果不方便接，请告诉我们别的时间。',
    '下午三点给您回电',
    '今天下班前给您答复',
    '我问一下病区，再告诉您',
    '我們稍後會打電話給您',
    '同事正在电话联系您',
    'Very well, Mr Li, we will call you at the time you named.',
    "I'll get back to you this afternoon",
  ])('a promise to call or to answer: %s', (text) => {
    expect(promisesToCall(text)).toBe(true);
  });

  test.each([
    '刚才给您打电话没有接通。您什么时候方便？',
    '今后不会再给您打电话',
    '您可以打电话给我们',
    '如果您方便，可以打总机',
    '已经给您打过电话了',
    '您的意见已登记，会转告科室',
    'We tried to call you just now.',
    'Please call us at any time.',
  ])('no promise: %s', (text) => {
    expect(promisesToCall(text)).toBe(false);
  });

  test('the pages have words for every reason, in each language', () => {
    const reasons = [...FORBIDDEN.map(({ reason }) => reason), ...STAFF_FLAG_REASONS];
    for (const language of ['zh-CN', 'zh-TW', 'en'] as const)
      expect(Object.keys(words[language])).toEqual(expect.arrayContaining(reasons));
  });

  test('both lists by place; segments and their price where the channel costs', () => {
    const text = `不客气。${'您说的情况我们都记下了。'.repeat(6)}不用来复诊`;
    const price = { smsPrice: { amount: 0.05, currency: '元' } };
    const check = checkWording(text, true, price);
    expect(check.flags.map(({ phrase }) => phrase)).toEqual(['不客气', '不用来']);
    expect(check).toMatchObject({ segments: 2, cost: { amount: 0.1, currency: '元' } });
    expect(checkWording('好的', true, { smsPrice: null })).toEqual({ flags: [], segments: 1, cost: null });
    expect(checkWording('好的', false, price)).toEqual({ flags: [], segments: 0, cost: null });
    expect(checkWording('  ', true, price)).toMatchObject({ segments: 0, cost: { amount: 0 } });
  });
});
