import { describe, expect, test } from 'vitest';
import { grades, kinds, reasonOf } from './ask.ts';

const S = 'satisfied';
const M = 'mostly_satisfied';
const D = 'dissatisfied';
const doctor = (grade: string): string => `doctor=${grade}`;

describe('one grade for the asked question', () => {
  test.each([
    ['满意', S],
    ['很满意，谢谢', S],
    ['十分满意', S],
    ['还不错', S],
    ['没得说', S],
    ['不孬，老中了', S],
    ['不赖', S],
    ['挺可以的', S],
    ['没什么好挑的', S],
    ['巴适得板', S],
    ['蠻滿意的', S],
    ['超讚的 醫師很有耐心', S],
    ['几好啊', S],
    ['very satisfied', S],
    ["can't complain", S],
    ['主任没架子，讲得清楚', S],
    ['换了好几个，都很耐心', S],
    ['哦 满意满意', S],
    ['还行', M],
    ['凑合吧', M],
    ['就那样', M],
    ['马马虎虎', M],
    ['过得去', M],
    ['比较满意', M],
    ['基本滿意啦', M],
    ['还算满意', M],
    ['普普', M],
    ['麻麻地啦', M],
    ['说不上好也说不上坏', M],
    ['so-so', M],
    ['mostly satisfied', M],
    ['中不溜吧', M],
    ['不满意', D],
    ['差', D],
    ['差劲', D],
    ['失望', D],
    ['不咋地', D],
    ['有夠差', D],
    ['唔满意', D],
    ['not satisfied', D],
    ['terrible', D],
    ['一言难尽', D],
  ])('%s', (text, grade) => {
    expect(grades('doctor', text)).toBe(doctor(grade));
  });
});

describe('options in any glyph', () => {
  test.each([
    ['1', S],
    ['２', M],
    ['③', D],
    ['1.', S],
    ['2、', M],
    ['选1', S],
    ['我选3吧', D],
    ['1️⃣', S],
    ['回复2', M],
    ['第一个', S],
  ])('%s', (text, grade) => {
    expect(grades('doctor', text)).toBe(doctor(grade));
  });
  test('a digit and a grade word that differ: the word decides', () => {
    expect(grades('doctor', '3不满意')).toBe(doctor(D));
    expect(grades('doctor', '1、基本满意')).toBe(doctor(M));
  });
  test('several digits answer the open question and the next ones in order', () => {
    for (const text of ['113', '1 1 3', '1、1、3', '①①③', '１１３', '1,1,3']) {
      expect(grades('doctor', text)).toBe(`doctor=${S} nurse=${S} overall=${D}`);
    }
    expect(grades('nurse', '21')).toBe(`nurse=${M} overall=${S}`);
    expect(grades('opening', '111')).toBe(`doctor=${S} nurse=${S} overall=${S}`);
  });
  test('one digit at the opening is availability', () => {
    expect(kinds('opening', '1')).toEqual(['available']);
  });
  test('digits named by role', () => {
    expect(grades('doctor', '医生1护士2医院1')).toBe(`doctor=${S} nurse=${M} overall=${S}`);
  });
  test('numbers that are no option', () => {
    expect(grades('doctor', '3天没人来查房')).toBe('');
    expect(grades('suggestions', '1')).toBe('');
  });
});

describe('scores, stars and emoji', () => {
  test.each([
    ['95分', S],
    ['100分', S],
    ['85', M],
    ['八十分', M],
    ['59分', D],
    ['零分', D],
    ['五颗星', S],
    ['四星', M],
    ['3星', M],
    ['一颗星', D],
    ['9/10', S],
    ['5 stars', S],
    ['👍', S],
    ['😊', S],
    ['⭐⭐⭐⭐⭐', S],
    ['⭐⭐⭐', M],
    ['👎', D],
    ['😡', D],
    ['满分', S],
  ])('%s', (text, grade) => {
    expect(grades('doctor', text)).toBe(doctor(grade));
  });
});

describe('negation, hedges, double negation', () => {
  test.each([
    ['不太满意', D],
    ['不怎么满意', D],
    ['不够满意', D],
    ['一点也不满意', D],
    ['从来没满意过', D],
    ['没觉得有多好', D],
    ['怎么会满意', D],
    ['满意个屁', D],
    ['满意才怪', D],
    ['not very satisfied', D],
    ['没有不好的地方', S],
    ['怎么会不满意呢', S],
  ])('%s', (text, grade) => {
    expect(grades('doctor', text)).toBe(doctor(grade));
  });
  test.each([
    '不是很满意',
    '谈不上满意',
    '算不上多满意',
    '不能说满意',
    "I wouldn't say I'm satisfied",
    '不是不满意',
    '不能说满意吧，好多话没讲清楚',
  ])('%s is asked back and never taken as satisfied', (text) => {
    expect(grades('doctor', text)).toMatch(/^doctor=(?:mostly_satisfied|dissatisfied)\?$/);
  });
  test.each(['中', '嗯', '好的'])('a lone %s is asked back', (text) => {
    expect(grades('doctor', text)).toMatch(/\?$/);
  });
  test.each(['没有不满意', '没什么不满意的'])('%s is never dissatisfied, and asked back', (text) => {
    expect(grades('doctor', text)).toBe('doctor=satisfied?');
  });
});

describe('no grade from what is not said of here and now', () => {
  test.each([
    '要是医生好点就好了',
    '如果医生能多讲两句我就满意了',
    '我邻居说不满意',
    '听说这个医生不错',
    '希望医生能多来几趟',
    '满意是选1吗',
    '我没说不满意',
    '恢复得很好，谢谢',
    '今天天气真不错',
    '好久没回你',
    'I heard the doctors are great',
  ])('%s', (text) => {
    expect(grades('doctor', text)).toBe('');
  });
  test('one’s own view after somebody else’s counts', () => {
    expect(grades('doctor', '我邻居说不满意，我自己是满意的')).toBe(doctor(S));
    expect(grades('doctor', '我爸说医生挺好')).toBe(doctor(S));
  });
});

describe('several questions in one message', () => {
  test.each([
    ['都满意', `doctor=${S} nurse=${S} overall=${S}`],
    ['三个都满意', `doctor=${S} nurse=${S} overall=${S}`],
    ['全部1', `doctor=${S} nurse=${S} overall=${S}`],
    ['各方面都还行', `overall=${M}`],
    ['都不咋样', `doctor=${D} nurse=${D} overall=${D}`],
    ['医生很好，护士态度差', `doctor=${S} nurse=${D}`],
    ['医生很好护士很差', `doctor=${S} nurse=${D}`],
    ['医生护士都挺负责，饭菜一般', `doctor=${S} nurse=${S}`],
    ['医生、护士、医院都满意', `doctor=${S} nurse=${S} overall=${S}`],
    ['医生：满意，护士：基本满意，医院：不满意', `doctor=${S} nurse=${M} overall=${D}`],
    ['满意\n满意\n不满意', `doctor=${S} nurse=${S} overall=${D}`],
    ['大夫没得挑，护士嘛马马虎虎', `doctor=${S} nurse=${M}`],
    ['Doctor was great but the nurses were rude', `doctor=${S} nurse=${D}`],
    ['Everything was excellent', `doctor=${S} nurse=${S} overall=${S}`],
    ['马马虎虎，不过护士真不错', `doctor=${M} nurse=${S}`],
  ])('%s', (text, expected) => {
    expect(grades('doctor', text)).toBe(expected);
  });
  test('都 of one role fills that role alone', () => {
    expect(grades('nurse', '护士都挺好的，满意')).toBe(`nurse=${S}`);
  });
  test('a role praised or blamed answers its own question even when another is open', () => {
    expect(grades('doctor', '护士给我扎了四针才扎上')).toBe(`nurse=${D}`);
    expect(grades('opening', '医生护士都很满意')).toBe(`doctor=${S} nurse=${S}`);
    expect(grades('doctor', 'Nurse Li checked on me all through the night')).toBe(`nurse=${S}`);
  });
  test('nothing is answered twice: good words for a role already rated change nothing', () => {
    expect(grades('suggestions', '护士特别耐心，半夜还来看我')).toBe('');
  });
});

describe('reasons are the contact’s own words', () => {
  test.each([
    ['医生很好，护士态度差', 'nurse', '护士态度差'],
    ['不满意，术后疼了三天没人管', 'doctor', '术后疼了三天没人管'],
    ['3，態度差', 'doctor', '態度差'],
    ['基本滿意，醫師巡房太趕，問題都來不及問', 'doctor', '醫師巡房太趕，問題都來不及問'],
    ['我对医生不满意，多问一句都不肯说', 'doctor', '多问一句都不肯说'],
    ['医生满意，护士不满意换药太粗暴', 'nurse', '换药太粗暴'],
    ['太慢了', 'doctor', '太慢了'],
  ])('%s', (text, question, reason) => {
    expect(reasonOf('doctor', text, question)).toBe(reason);
  });
  test.each(['不满意', '3', '医生不满意', '差', '不满意，我要投诉'])('%s holds no reason', (text) => {
    expect(reasonOf('doctor', text, 'doctor')).toBeUndefined();
  });
});

describe('evaluations, blame and bare facts', () => {
  test.each(['态度差', '太慢了', '敷衍', '很不耐烦', '爱答不理的', 'rude'])('%s answers the asked question', (text) => {
    expect(grades('doctor', text)).toBe(doctor(D));
  });
  test('facts that name the asked role answer it', () => {
    expect(grades('doctor', '医生三天都没来看过我')).toBe(doctor(D));
  });
  test.each(['等了三个小时才做上检查', '饭是馊的', '吊瓶空了没人换'])('%s is a complaint and no grade', (text) => {
    expect(grades('doctor', text)).toBe('');
    expect(kinds('doctor', text)).toEqual(['complaint']);
  });
  test('an evaluation of another thing does not grade the doctor', () => {
    expect(grades('doctor', '食堂太差')).toBe('');
    expect(grades('overall', '环境太差')).toBe(`overall=${D}`);
  });
});

describe('contrast and mockery', () => {
  test('praise with a fault of another thing: the grade stands', () => {
    expect(grades('doctor', '医生挺好的，就是饭菜太难吃')).toBe(doctor(S));
    expect(grades('overall', '医院整体不错，就是停车难')).toBe(`overall=${S}`);
  });
  test('praise with a fault of the same person is asked back, the reason kept', () => {
    expect(grades('doctor', '挺好的，就是查房时间短了点')).toBe('doctor=satisfied?');
    expect(reasonOf('doctor', '挺好的，就是查房时间短了点', 'doctor')).toContain('查房时间短了点');
  });
  test('what is set against good words is a fault, whatever it is called', () => {
    expect(grades('doctor', '态度挺好，就是话少')).toBe('doctor=satisfied?');
    expect(kinds('doctor', '态度挺好，就是话少')).toEqual(['complaint', 'rating']);
    expect(kinds('doctor', '满意，就是我现在有点忙')).toEqual(['busy', 'rating']);
    expect(kinds('doctor', '挺好的，但护士更好')).toEqual(['rating']);
  });
  test.each([
    ['nurse', '护士态度真好啊，叫了半小时都没人来'],
    ['nurse', '服务真周到，吊瓶空了半天都没人换'],
    ['doctor', '医生可真负责啊，住院一周就见过他一面'],
    ['doctor', '呵呵，真行，发烧三天没人理'],
  ])('%s: %s is mockery', (question, text) => {
    expect(grades(question, text)).toBe(`${question}=${D}`);
    expect(kinds(question, text)).not.toContain('praise');
  });
  test('an epithet for the hospital is a grade, one for us is none', () => {
    expect(grades('doctor', '垃圾医院')).toBe(`overall=${D}`);
    expect(grades('doctor', '庸医')).toBe(doctor(D));
    expect(grades('doctor', '你们都是垃圾')).toBe('');
  });
});
