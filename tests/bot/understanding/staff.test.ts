import { describe, expect, test } from 'vitest';
import { floorsOf } from '../../../src/bot/understanding/staff/floors.ts';
import type { Roster } from '../../../src/bot/understanding/understand.types.ts';
import { ACT, ASK } from '../../../src/domain/finding.ts';
import { read } from './readers/ask.ts';

const nurse = (name: string, department: string) => ({ name, role: 'nurse', department }) as const;
const doctor = (name: string, department: string) => ({ name, role: 'doctor', department }) as const;
const at = (name: string, aliases: string[], building: string, floors: number[]) => ({
  name,
  aliases,
  building,
  floors,
});

const STAFF: Roster['staff'] = [
  doctor('梁宏伟', '骨科'),
  doctor('林绍强', '骨科'),
  doctor('方晓晴', '产科'),
  doctor('欧阳静', '儿科'),
  nurse('李小琴', '骨科'),
  nurse('张晓兰', '骨科'),
  nurse('向春梅', '骨科'),
  nurse('李敏', '儿科'),
  nurse('王丽丽', '儿科'),
  nurse('安静', '儿科'),
  nurse('护士长', '儿科'),
  nurse('陈美玲', '产科'),
];
const DEPARTMENTS: Roster['departments'] = [
  at('骨科', ['创伤骨科'], '外科楼', [9, 10]),
  at('儿科', ['小儿科'], '妇儿楼', [3]),
  at('产科', ['妇产科'], '妇儿楼', [6]),
  at('妇科', ['妇产科'], '妇儿楼', [5]),
  at('普外科', ['外科'], '外科楼', [6]),
  at('神经外科', [], '外科楼', [11]),
];
const HOSPITAL: Roster = { staff: STAFF, departments: DEPARTMENTS };
/** A patient of the orthopaedic ward. */
const WARD: Roster = { ...HOSPITAL, stay: { department: '骨科', doctor: '梁宏伟', nurse: '张晓兰' } };

/** What an opinion means: `written → name (certainty)`, alternatives with `/`. */
function whom(text: string, roster: Roster = WARD, patientName = '王建国'): string {
  const found = read('suggestions', text, { roster, patientName }).flatMap((f) => ('people' in f ? f.people : []));
  const told = found.map(({ written, candidates, confidence }) => {
    const sure = candidates.length > 1 ? 'several' : confidence >= ACT ? 'certain' : 'guess';
    expect(confidence).toBeGreaterThanOrEqual(candidates.length > 1 ? 0 : ASK);
    return `${written} → ${candidates.map(({ name }) => name).join('/')} (${sure})`;
  });
  return [...new Set(told)].join(', ');
}
const RUDE = '态度很差，还骂人';

describe('the forms in which staff are named', () => {
  test.each([
    [`三楼姓李的护士${RUDE}`, '姓李的护士 → 李敏 (certain)'],
    [`3F姓李的护士${RUDE}`, '姓李的护士 → 李敏 (certain)'],
    [`九楼姓李的护士${RUDE}`, '姓李的护士 → 李小琴 (certain)'],
    [`九楼姓李的那个护士${RUDE}`, '姓李的那个护士 → 李小琴 (certain)'],
    [`九楼李姓护士${RUDE}`, '李姓护士 → 李小琴 (certain)'],
    [`九楼姓向的护士${RUDE}`, '姓向的护士 → 向春梅 (certain)'],
    [`骨科的李护士${RUDE}`, '李护士 → 李小琴 (certain)'],
    [`表扬李小琴，夜里一直陪着我`, '李小琴 → 李小琴 (certain)'],
    [`表扬护士李小琴，夜里一直陪着我`, '护士李小琴 → 李小琴 (certain)'],
    [`张护士很细心，夜里一直陪着我`, '张护士 → 张晓兰 (certain)'],
    [`表扬小张护士，夜里一直陪着我`, '小张护士 → 张晓兰 (certain)'],
    [`晓兰护士特别细心，要表扬`, '晓兰护士 → 张晓兰 (certain)'],
    [`向护士${RUDE}`, '向护士 → 向春梅 (guess)'],
    [`安静护士${RUDE}`, '安静 → 安静 (certain)'],
    [`欧阳医生救了我孩子，要表扬`, '欧阳医生 → 欧阳静 (guess)'],
  ])('%s', (text, meant) => {
    expect(whom(text)).toBe(meant);
  });

  test('a ward nurse of that surname who is not the own one is a guess: the list may lack another', () => {
    expect(whom(`李护士${RUDE}`)).toBe('李护士 → 李小琴 (guess)');
  });

  test('小李 and 李姐 may be anybody: never certain', () => {
    expect(whom('小张特别好，夜里一直陪着我')).toBe('小张 → 张晓兰 (guess)');
    expect(whom('张姐人真好，天天帮我打饭')).toBe('张姐 → 张晓兰 (guess)');
  });

  test('traditional characters, in the message or in the list', () => {
    expect(whom('張護士很細心，夜裡一直陪著我')).toBe('張護士 → 张晓兰 (certain)');
    expect(whom('三樓姓李的護士態度很差，還罵人')).toBe('姓李的護士 → 李敏 (certain)');
    const taiwan: Roster = { staff: [nurse('陳美玲', '產科')], departments: [] };
    expect(whom('表揚陳美玲，半夜陪我', taiwan)).toBe('陳美玲 → 陳美玲 (certain)');
    expect(whom('表扬陈美玲，半夜陪我', taiwan)).toBe('陈美玲 → 陳美玲 (certain)');
  });

  test('in English', () => {
    expect(whom('Nurse Zhang was very rude to me')).toBe('Nurse Zhang → 张晓兰 (certain)');
    expect(whom('Thank you Dr. Liang, he saved my life')).toBe('Dr. Liang → 梁宏伟 (certain)');
    expect(whom('Nurse Li was very rude to me')).toBe('Nurse Li → 李小琴 (guess)');
    expect(whom('Nurse Smith was very rude to me')).toBe('');
  });
});

describe('wrong characters', () => {
  test('one, with the title or with the own ward', () => {
    expect(whom(`表扬李小勤护士，夜里一直陪着我`)).toBe('李小勤护士 → 李小琴 (certain)');
    expect(whom(`张晓蓝${RUDE}`)).toBe('张晓蓝 → 张晓兰 (certain)');
    expect(whom(`李小勤${RUDE}`)).toBe('李小勤 → 李小琴 (guess)');
  });

  test('somebody of another ward is only a guess, and two wrong characters are nobody', () => {
    expect(whom(`王丽莉护士${RUDE}`)).toBe('王丽莉护士 → 王丽丽 (guess)');
    expect(whom(`李晓勤护士${RUDE}`)).toBe('');
  });

  test('a whole name of another ward beside a similar one of the own: nobody is chosen', () => {
    const both = { ...WARD, staff: [...STAFF, nurse('李小勤', '儿科')] };
    expect(whom('表扬李小勤护士，夜里一直陪着我', both)).toBe('李小勤护士 → 李小勤/李小琴 (several)');
  });
});

describe('whoever is not certain is not chosen', () => {
  const two: Roster = { ...WARD, staff: [...STAFF, nurse('李秀英', '骨科')] };

  test('two of that surname in the ward', () => {
    expect(whom(`李护士${RUDE}`, two)).toBe('李护士 → 李小琴/李秀英 (several)');
  });

  test('the own nurse stands first, but is not chosen', () => {
    const own = { ...two, stay: { department: '骨科', nurse: '李秀英' } };
    expect(whom(`李护士${RUDE}`, own)).toBe('李护士 → 李秀英/李小琴 (several)');
  });

  test('more than anybody could look through are as good as none', () => {
    const many = ['李一一', '李二二', '李三三', '李四四'].map((name) => nurse(name, '骨科'));
    expect(whom(`李护士${RUDE}`, { ...WARD, staff: [...STAFF, ...many] })).toBe('');
  });

  test('a floor on which nobody of that name works makes it a guess, or nobody', () => {
    expect(whom(`三楼姓张的护士${RUDE}`)).toBe('姓张的护士 → 张晓兰 (guess), 三楼 → 儿科 (guess)');
    expect(whom(`三楼姓向的护士${RUDE}`)).toBe('三楼 → 儿科 (guess)');
    expect(whom(`表扬六楼的张晓兰，夜里一直陪着我`)).toContain('张晓兰 → 张晓兰 (guess)');
  });

  test('an unknown name stays as it was written', () => {
    const [found] = read('suggestions', `赵护士${RUDE}`, { roster: WARD });
    expect(found).toMatchObject({ kind: 'complaint', concerns: ['nurse', '赵护士'] });
    expect(found).not.toHaveProperty('people');
  });

  test('without a stay a surname is at most a guess', () => {
    expect(whom(`向护士${RUDE}`, HOSPITAL)).toBe('向护士 → 向春梅 (guess)');
    expect(whom(`李护士${RUDE}`, HOSPITAL)).toBe('李护士 → 李小琴/李敏 (several)');
  });

  test('a nurse is not taken for a doctor of that surname, a whole name is known all the same', () => {
    expect(whom(`林护士${RUDE}`)).toBe('');
    expect(whom(`投诉张晓兰医生，${RUDE}`)).toBe('张晓兰医生 → 张晓兰 (certain)');
  });
});

test('whom one opinion blames is not whom another praises', () => {
  const text = `张护士人真好，夜里一直陪着我；九楼的李护士${RUDE}`;
  const opinions = read('suggestions', text, { roster: WARD }).flatMap((f) => ('people' in f ? [f] : []));
  const named = opinions.map(({ kind, people }) => [
    kind,
    (people ?? []).flatMap((one) => one.candidates.map(({ name }) => name)),
  ]);
  expect(Object.fromEntries(named)).toEqual({ praise: ['张晓兰'], complaint: ['李小琴'] });
});

describe('who is nobody of the staff', () => {
  test.each([
    `我姓李，护士${RUDE}`,
    `我是张晓兰，你们护士${RUDE}`,
    `我女儿李小琴住院，护士${RUDE}`,
    `我叫李小勤，护士${RUDE}`,
    `护士安静点就好了，整晚吵`,
    `孩子要安静，护士${RUDE}`,
    `谢谢医生，也谢谢护士，把我救回来`,
    `隔壁床说李护士${RUDE}`,
    `护工张阿姨${RUDE}`,
  ])('%s', (text) => {
    expect(whom(text)).toBe('');
  });

  test("the patient's own name", () => {
    expect(whom('我张晓兰住院的时候，夜里冷得要命没人管', WARD, '张晓兰')).toBe('');
    expect(whom(`表扬李小琴，夜里一直陪着我`, WARD, '李小琴')).toBe('');
  });

  test('what a list has in place of a name', () => {
    expect(whom(`护士长${RUDE}`)).toBe('');
  });
});

describe('departments', () => {
  test('alone, by name or floor', () => {
    expect(whom(`骨科护士${RUDE}`)).toBe('骨科 → 骨科 (certain)');
    expect(whom(`九楼护士${RUDE}`)).toBe('九楼 → 骨科 (certain)');
    expect(whom(`三楼护士${RUDE}`)).toBe('三楼 → 儿科 (guess)');
    expect(whom(`三楼护士${RUDE}`, HOSPITAL)).toBe('三楼 → 儿科 (guess)');
    expect(whom(`六楼护士${RUDE}`)).toBe('六楼 → 产科/普外科 (several)');
    expect(whom(`外科楼六楼的护士${RUDE}`, HOSPITAL)).toBe('六楼 → 普外科 (guess)');
    expect(whom(`妇产科的护士${RUDE}`)).toBe('妇产科 → 产科/妇科 (several)');
  });

  test('a floor that fits no department, other numbers, and words that hold a department', () => {
    expect(whom(`二十楼护士${RUDE}`)).toBe('');
    expect(whom(`3号楼护士${RUDE}`)).toBe('');
    expect(whom(`门诊三楼护士${RUDE}`)).toBe('');
    expect(whom(`外科护士${RUDE}`)).toBe('');
    expect(whom(`护士${RUDE}，我以后去骨科医院`)).toBe('');
  });

  test('a storey where things are wrong: the own ward, a guess without a stay, and nobody in what is for all', () => {
    expect(whom('9楼厕所太脏了')).toBe('9楼 → 骨科 (certain)');
    expect(whom('9楼厕所太脏了', HOSPITAL)).toBe('9楼 → 骨科 (guess)');
    expect(whom('三楼食堂的饭难吃死了')).toBe('');
    expect(whom('九楼的电梯天天坏，太差了')).toBe('');
    expect(whom('三楼自助缴费机总是坏，太差了')).toBe('');
    expect(whom('The 9th floor canteen is terrible and dirty')).toBe('');
    expect(whom(`九楼护士在电梯里骂人，${RUDE}`)).toBe('九楼 → 骨科 (certain)');
  });

  test('of a ward that the lists name apart', () => {
    const wards: Roster = {
      staff: [nurse('李小琴', '骨科一病区'), nurse('李敏', '骨科二病区')],
      departments: DEPARTMENTS,
      stay: { department: '骨科一病区' },
    };
    expect(whom(`骨科二病区的李护士${RUDE}`, wards)).toBe('李护士 → 李敏 (certain)');
    expect(whom(`李护士${RUDE}`, wards)).toBe('李护士 → 李小琴 (guess)');
    expect(whom(`骨科的李护士${RUDE}`, wards)).toBe('李护士 → 李小琴/李敏 (several)');
  });
});

describe('who is named and not meant', () => {
  const ward: Roster = {
    ...HOSPITAL,
    staff: [...STAFF, doctor('王建国', '骨科')],
    stay: { department: '骨科', doctor: '王建国', nurse: '张晓兰' },
  };
  const named = (text: string) => whom(text, ward, '刘德明');

  test.each([
    '我要投诉护士，态度恶劣，不是张护士',
    '除了张护士，其他护士都态度差，骂人',
    '不怪王医生，是护士打针打错了',
    '跟张护士没关系，是别的护士骂人，态度差',
    '王建国的病人太吵，整晚没法睡，态度差',
    '王医生的家属骂人，态度很差',
    '张护士的朋友骂人，态度很差',
    '不是说张晓兰，是另一个护士态度差，骂人',
    '护士都骂人，态度差，张护士除外',
    '护士打针打错了，张护士没责任',
    '这个护士没有张护士好，态度差，骂人',
    '护士骂人，态度差，不像张护士那么细心',
    '护士骂人，态度差，不关王医生的事',
    '除了张护士和王医生，其他人都态度差，骂人',
    '护士骂人，态度差，不是九楼的张护士',
    'The nurse was very rude to me, not Nurse Zhang',
    'All nurses were very rude except Nurse Zhang',
    'The nurses were rude to me, apart from Nurse Zhang',
    'Unlike Dr. Wang, the nurses were very rude to me',
    "Dr. Wang's patients were very rude to me",
  ])('%s', (text) => {
    expect(read('suggestions', text, { roster: ward }).some(({ kind }) => kind === 'complaint')).toBe(true);
    expect(named(text)).toBe('');
  });

  test.each([
    ['不是王医生，是张护士打针打错了，还骂人', '张护士 → 张晓兰 (certain)'],
    ['要不是张护士，我早就没命了，要表扬她', '张护士 → 张晓兰 (certain)'],
    ['没有张护士就没有我，要表扬她', '张护士 → 张晓兰 (certain)'],
    ['张护士没责任心，态度差，骂人', '张护士 → 张晓兰 (certain)'],
    ['张护士的态度很差，还骂人', '张护士 → 张晓兰 (certain)'],
    ['王医生不是东西，态度差，骂人', '王医生 → 王建国 (certain)'],
    ['九楼护士骂人，态度差，不是张护士', '九楼 → 骨科 (certain)'],
    ['Not only the food, Nurse Zhang was very rude to me', 'Nurse Zhang → 张晓兰 (certain)'],
  ])('but %s', (text, meant) => {
    expect(named(text)).toBe(meant);
  });

  test.each([
    [`张护士长${RUDE}`, '张护士长 → 张晓兰 (guess)'],
    [`王主任${RUDE}`, '王主任 → 王建国 (guess)'],
    [`骨科的王主任${RUDE}`, '王主任 → 王建国 (guess)'],
    [`王教授${RUDE}`, '王教授 → 王建国 (guess)'],
    ['Professor Wang was very rude to me', 'Professor Wang → 王建国 (guess)'],
    [`王院长${RUDE}`, ''],
    [`王建国主任${RUDE}`, '王建国主任 → 王建国 (certain)'],
    [`王建国院长${RUDE}`, '王建国院长 → 王建国 (certain)'],
    [`张晓兰护士长${RUDE}`, '张晓兰护士长 → 张晓兰 (certain)'],
    [`王医生${RUDE}`, '王医生 → 王建国 (certain)'],
  ])('a title of rank with a surname may be of somebody else: %s', (text, meant) => {
    expect(named(text)).toBe(meant);
  });
});

describe('names that are words', () => {
  const words: Roster = {
    staff: ['周到', '方便', '余下', '温和', '高雅', '李敏'].map((name) => nurse(name, '骨科')),
    departments: [],
    stay: { department: '骨科', nurse: '周到' },
  };

  test.each([
    ['护士服务周到，夜里一直陪着我，要表扬', ''],
    ['住得不方便，护士态度差，骂人', ''],
    ['余下的护士态度差，骂人', ''],
    ['护士温和，夜里一直陪着我，要表扬', ''],
    ['周到护士夜里一直陪着我，要表扬', '周到 → 周到 (certain)'],
    ['护士态度高雅，夜里一直陪着我，要表扬', '高雅 → 高雅 (guess)'],
    ['夜里一直陪着我，说话也高雅，要表扬护士', '高雅 → 高雅 (guess)'],
    ['表扬高雅，夜里一直陪着我', '高雅 → 高雅 (certain)'],
    ['李敏态度差，还骂人', '李敏 → 李敏 (certain)'],
  ])('%s', (text, meant) => {
    expect(whom(text, words)).toBe(meant);
  });
});

test.each([
  ['6层', [6]],
  ['9-10层', [9, 10]],
  ['三楼、五楼', [3, 5]],
  ['十二楼', [12]],
  ['二十一层', [21]],
  ['3F', [3]],
  ['B1', [-1]],
  ['住院部', []],
])('floors as lists write them: %s', (entry, floors) => {
  expect(floorsOf(entry)).toEqual(floors);
});

test('a large roster makes no message slower than a small one does', () => {
  const surnames = [...'王李张刘陈杨黄赵周吴徐孙马朱胡郭何高林罗'];
  const given = [...'小晓春秋玉美丽秀文海建国志伟红'];
  const many = surnames.flatMap((s) => given.flatMap((a) => given.map((b) => nurse(s + a + b, `${a}科`))));
  const large: Roster = { ...WARD, staff: many };
  const time = (roster: Roster): number => {
    read('suggestions', '李护士态度很差', { roster });
    const start = performance.now();
    for (let i = 0; i < 200; i += 1) read('suggestions', `李小琴护士态度很差，${String(i)}床没人管`, { roster });
    return performance.now() - start;
  };
  const small = time(WARD);
  expect(many).toHaveLength(4_500);
  const big = time(large);
  // Generous for a loaded machine; measured 0.13 and 0.16 ms a message.
  expect(big).toBeLessThan(small * 3 + 50);
});
