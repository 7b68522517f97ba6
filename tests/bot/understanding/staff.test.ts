import { describe, expect, test } from 'vitest';
import { floorsOf } from '../../../src/bot/understanding/staff/floors.ts';
import type { Roster } from '../../../src/bot/understanding/understand.types.ts';
import { read } from './readers/ask.ts';
import { DEPARTMENTS, HOSPITAL, nurse, RUDE, STAFF, WARD, whom } from './whom.ts';

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
  const surnames = Array.from('王李张刘陈杨黄赵周吴徐孙马朱胡郭何高林罗');
  const given = Array.from('小晓春秋玉美丽秀文海建国志伟红');
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
