import { describe, expect, test } from 'vitest';
import type { Finding, FindingKind } from '../../../src/domain/finding.ts';
import { grades, kinds, read } from './readers/ask.ts';

function opinions(question: string, text: string, kind: 'complaint' | 'praise'): readonly string[] {
  return read(question, text).flatMap((found) => (found.kind === kind ? [...found.concerns] : []));
}

function only(question: string, text: string, kind: FindingKind): Finding | undefined {
  return read(question, text).find((found) => found.kind === kind);
}

describe('violence, theft and bribes are complaints, however shortly they are told', () => {
  test.each([
    ['overall', '你们保安动手打了我弟弟'],
    ['overall', '护士扇我耳光'],
    ['suggestions', '护工偷了病人的金戒指'],
    ['nurse', '我妈的手镯被护工偷走了'],
    ['opening', '小陈跟家属要红包'],
    ['doctor', '不塞红包医生就不给安排手术'],
    ['doctor', '大夫索贿'],
    ['overall', '姓马的向我们讨了两千块'],
    ['nurse', 'the carer stole my ring'],
    ['overall', 'a porter punched my brother'],
  ])('at %s: %s', (question, text) => {
    const found = kinds(question, text);
    expect(found).toContain('complaint');
    expect(found).not.toContain('abuse');
    expect(found).not.toContain('off_topic');
  });
  test.each([
    ['doctor', '主治医生打人', 'doctor=dissatisfied'],
    ['overall', '主治医生打人', ''],
  ])('at %s %s grades %s', (question, text, grade) => {
    expect(grades(question, text)).toBe(grade);
  });
  test.each([
    ['doctor', '医生打针不疼'],
    ['nurse', '护士给我打了电话'],
    ['nurse', '护士给我妈打了人血白蛋白'],
    ['doctor', '主任拒收我们的红包'],
    ['nurse', '护士偷偷抹眼泪'],
    ['doctor', '医生会不会要红包'],
    ['overall', '我跟人打架住的院'],
    ['overall', '姐夫过年收了好多红包'],
    ['doctor', '护士说隔壁病人打人'],
    ['opening', '保安说有小偷来过'],
    ['doctor', 'the nurse pushed my wheelchair'],
    ['doctor', 'nobody ever hit me'],
  ])('at %s: %s is none', (question, text) => {
    expect(read(question, text).filter(({ evidence }) => evidence === 'certain.wrongdoing')).toEqual([]);
  });
});

describe('paid for and of no use is a complaint about fees', () => {
  test.each([
    ['overall', '张主任开了五千块的药吃了不管用'],
    ['doctor', '王大夫让做的检查八百块一点用都没有'],
    ['suggestions', '你们的理疗太贵还没效果'],
  ])('at %s: %s', (question, text) => {
    expect(opinions(question, text, 'complaint')).toContain('fees');
    expect(kinds(question, text)).not.toContain('beyond_authority');
  });
  test.each([
    ['doctor', '三百块的药还没用完'],
    ['doctor', '自己在药店买的两百块的药没用'],
    ['doctor', '医生开的药很管用'],
  ])('at %s: %s is none', (question, text) => {
    expect(read(question, text).filter(({ evidence }) => evidence === 'certain.wasted_money')).toEqual([]);
  });
  test('a demand beside it stays one', () => {
    expect(kinds('overall', '三千块的药没用，把钱退给我')).toEqual(['beyond_authority', 'complaint']);
  });
});

describe('in hospital at this moment: nobody is sent to an ambulance, and nobody is asked for grades', () => {
  test.each([
    ['opening', '我妈还在抢救室', ['busy', 'relative']],
    ['opening', '老伴昨晚进了重症监护室', ['busy', 'relative']],
    ['opening', '她又进医院了', ['busy', 'relative']],
    ['opening', '我又住进来了', ['busy', 'self']],
    ['opening', '再次入院了', ['busy']],
    ['nurse', '我爸又被送急诊了', ['busy', 'relative']],
    ['opening', 'my wife is back in hospital', ['busy', 'relative']],
    ['opening', "I'm back in the hospital", ['busy', 'self']],
    ['opening', '孩子在手术室呢', ['busy', 'relative']],
    ['opening', '人还在住院', ['busy', 'relative']],
    ['opening', '我爸还在医院住着呢', ['busy', 'relative']],
    ['opening', '我还没出院呢', ['busy', 'self']],
    ['opening', '他又回医院了', ['busy', 'relative']],
    ['doctor', '我又住院了', ['busy', 'self']],
    ['opening', 'he is still in hospital', ['busy', 'relative']],
  ] as const)('at %s: %s', (question, text, expected) => {
    expect(kinds(question, text)).toEqual(expected);
  });
  test('the relative is named as written', () => {
    expect(only('opening', '我媽又住院了', 'relative')).toMatchObject({ relation: '媽' });
  });
  test.each([
    ['opening', '他当时在ICU住了五天'],
    ['opening', '我爸从ICU转出来了'],
    ['doctor', 'ICU的护士很负责'],
    ['opening', '打错了，我妈没又住院'],
    ['nurse', '我一直在ICU，没法评'],
    ['opening', '正要去急诊，肚子疼了一夜'],
    ['opening', '我爸又住院了，胸口疼得厉害'],
    ['suggestions', '我妈又住院了'],
    ['opening', '我又不想住院'],
    ['opening', '上次住院的时候你们问过了'],
    ['doctor', '还没出院就催我缴费'],
    ['nurse', '我爸住院期间护士很好'],
    ['doctor', '当时还在住院，医生天天来看'],
    ['overall', '去年又住院一次，也挺好'],
    ['opening', '不是还在住院，是在住院部门口'],
  ])('at %s: %s is read as before', (question, text) => {
    expect(read(question, text).filter(({ evidence }) => evidence === 'certain.in_hospital')).toEqual([]);
  });
  test.each([
    ['我爸又住院了', true],
    ['人还在住院', undefined],
    ['还没出院', undefined],
    ['还在ICU', undefined],
    ['he is still in hospital', undefined],
    ['再次入院了', true],
    ['正在抢救', true],
    ['他在急诊', undefined],
  ])('%s: readmitted is %s', (text, readmitted) => {
    expect(only('opening', text, 'busy')).toMatchObject({
      kind: 'busy',
      ...(readmitted === true ? { readmitted } : {}),
    });
    expect('readmitted' in (only('opening', text, 'busy') ?? {})).toBe(readmitted === true);
  });
  test('a red flag that is told wins', () => {
    expect(kinds('opening', '我爸在抢救室外面喘不上气了')).toContain('emergency');
  });
  test('what is asked beside it is answered', () => {
    expect(kinds('opening', '我爸又住院了，报销怎么办')).toContain('hospital_question');
  });
});

describe('a local sign of a wound is a matter for the ward', () => {
  test.each([
    ['opening', '切口有点红'],
    ['doctor', '伤口稍微有点肿'],
    ['opening', '刀口今天有点疼，要紧吗'],
    ['nurse', '伤口红红的'],
  ])('at %s: %s', (question, text) => {
    expect(kinds(question, text)).toEqual(['medical_question']);
  });
  test.each([
    ['opening', '刀口有点红，人烧到四十度还说胡话'],
    ['opening', '伤口一直冒血止不住'],
    ['opening', '切口有点红，喘不上气'],
  ])('at %s: %s is a red flag', (question, text) => {
    expect(kinds(question, text)).toContain('emergency');
  });
});

describe('a medicine that is all gone', () => {
  test.each([
    ['doctor', '药全部吃完了'],
    ['suggestions', '降压药都吃光了'],
    ['opening', '那个药通通吃了'],
  ])('at %s: %s is a matter for the ward', (question, text) => {
    expect(kinds(question, text)).toEqual(['medical_question']);
  });
  test.each([
    ['doctor', '出院带的药一次性吃完了'],
    ['opening', '孙子把我的药全吃了'],
    ['nurse', '药我一口气都喝下去了'],
  ])('at %s: %s may be an overdose', (question, text) => {
    expect(kinds(question, text)).toContain('emergency');
  });
  test('in doubt it is asked about', () => {
    expect(only('doctor', '出院带的药一次性吃完了', 'emergency')).toMatchObject({ tier: 'low' });
  });
  test.each([
    ['doctor', '药都按时吃完了'],
    ['doctor', '药都吃完了，恢复得很好'],
    ['doctor', '药都没吃'],
    ['overall', '饭菜都吃完了'],
    ['doctor', '药一次吃两片'],
  ])('at %s: %s is neither', (question, text) => {
    expect(read(question, text).filter(({ evidence }) => evidence.startsWith('certain.'))).toEqual([]);
  });
});

describe('grades and nothing else are no complaint', () => {
  test.each([
    ['doctor', '大夫不错 护士也不差', 'doctor=satisfied nurse=satisfied'],
    ['doctor', '医生很好，护士也不坏', 'doctor=satisfied nurse=satisfied'],
    ['doctor', '医生也不差', 'doctor=mostly_satisfied'],
    ['doctor', '马马虎虎吧，打个及格分', 'doctor=mostly_satisfied'],
    ['overall', '就那样，给个及格', 'overall=mostly_satisfied'],
  ])('at %s: %s', (question, text, expected) => {
    expect(grades(question, text)).toBe(expected);
    expect(kinds(question, text)).toEqual(['rating']);
  });
  test('of what nobody asks about they grade nothing', () => {
    expect(grades('overall', '大夫不错 护士也不差')).toBe('');
  });
});

describe('two people in one clause', () => {
  test.each([
    ['nurse', '小赵好小孙不行', '小赵', '小孙'],
    ['suggestions', '刘护士耐心吴护士凶', '刘护士', '吴护士'],
    ['doctor', '陈医生很好马医生太敷衍', '陈医生', '马医生'],
    ['doctor', '小周挺好的但那个小吴态度差', '小周', '小吴'],
  ])('at %s: %s praises %s and blames %s', (question, text, praised, blamed) => {
    expect(opinions(question, text, 'praise')).toContain(praised);
    expect(opinions(question, text, 'praise')).not.toContain(blamed);
    expect(opinions(question, text, 'complaint')).toContain(blamed);
    expect(opinions(question, text, 'complaint')).not.toContain(praised);
  });
  test('which grade they get together is asked', () => {
    expect(grades('doctor', '陈医生很好马医生太敷衍')).toBe('doctor=mostly_satisfied?');
  });
  test('a bare grade by name is a complaint whose facts are asked for', () => {
    expect(only('nurse', '小赵好小孙不行', 'complaint')).toMatchObject({ hasFacts: false, text: '小孙不行' });
  });
  test.each([
    ['doctor', '陈医生和马医生都很好', 'doctor=satisfied'],
    ['doctor', '陈医生很好马医生也很好', 'doctor=satisfied'],
    ['nurse', '刘护士和吴护士都凶', 'nurse=dissatisfied'],
  ])('at %s: %s is said of both', (question, text, expected) => {
    expect(grades(question, text)).toBe(expected);
  });
  test('of one person good words and a fact against them are mockery', () => {
    expect(grades('doctor', '陈医生真是好得很，陈医生三天没来查房')).toBe('doctor=dissatisfied');
  });
});

describe('a question about doctors in English', () => {
  test.each([
    ['nurse', 'The nurse ignored me. Which doctor treats knees?', ['complaint', 'hospital_question', 'rating']],
    ['suggestions', 'Nurses were careless. Is the surgeon available on Friday?', ['complaint', 'hospital_question']],
    ['none', 'who is the best doctor for backs', ['hospital_question']],
    ['opening', 'who are you', ['who_are_you']],
    ['opening', 'who is this', ['who_are_you']],
  ] as const)('at %s: %s', (question, text, expected) => {
    expect(kinds(question, text)).toEqual(expected);
  });
  test.each(['What kind of doctor works like that?', 'Is this how doctors work next door?'])('%s blames', (text) => {
    expect(kinds('doctor', text)).not.toContain('hospital_question');
  });
  test('who asks both is answered both', () => {
    expect(kinds('opening', 'Who are you and who is the doctor for knees?')).toContain('who_are_you');
  });
});

describe('no more, in one breath', () => {
  test.each(['算了不聊了', '唉算了不讲了', '不说了算了', '算了算了', '好了不说了'])('%s refuses', (text) => {
    expect(kinds('overall', text)).toEqual(['refuse']);
  });
  test('where it only ends the question it does', () => {
    expect(kinds('suggestions', '算了不说了')).toEqual(['decline']);
  });
  test.each(['医生说算了不用查了', '不说了，都满意', '好了不疼了'])('%s does not', (text) => {
    expect(kinds('overall', text)).not.toContain('refuse');
  });
});

describe('last words tell of a death, which is asked about', () => {
  test.each([
    ['opening', '我爸走之前说一定要谢谢李主任'],
    ['doctor', '老伴临走还惦记着张大夫'],
    ['suggestions', '我婆婆生前最感谢护士们'],
    ['nurse', '老人走的时候拉着护士的手说谢谢'],
  ])('at %s: %s', (question, text) => {
    expect(only(question, text, 'deceased')).toMatchObject({ tier: 'medium' });
  });
  test('the praise is kept', () => {
    expect(kinds('opening', '我爸走之前说一定要谢谢李主任')).toContain('praise');
  });
  test.each([
    ['opening', '我爸出院走之前说要谢谢李主任'],
    ['doctor', '李主任下班走之前说明天再来'],
    ['doctor', '我走之前说过谢谢了'],
    ['doctor', '我妈走之前把饭卡还了'],
    ['consent_after_death', '可以，我妈生前常念你们好'],
    ['overall', '我奶奶生前最信你们，所以我这次也来'],
  ])('at %s: %s tells of none', (question, text) => {
    expect(read(question, text).filter(({ evidence }) => evidence === 'certain.parting_words')).toEqual([]);
  });
});

describe('beside what fell short a bare grade is a rating, and no praise', () => {
  test.each(['医生满意，护士态度差，叫了半天没人来', '医生满意，护士态度差', '护士满意，医生不理人'])('%s', (text) => {
    expect(kinds('doctor', text)).toContain('complaint');
    expect(kinds('doctor', text)).not.toContain('praise');
  });
  test('thanks to somebody stay praise', () => {
    expect(kinds('doctor', '谢谢李医生救了我，护士态度差')).toContain('praise');
  });
});
