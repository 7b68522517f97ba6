import { describe, expect, test } from 'vitest';
import type { Roster } from '../../../src/bot/understanding/understand.types.ts';
import { read } from './readers/ask.ts';
import { doctor, HOSPITAL, nurse, RUDE, STAFF, whom } from './whom.ts';

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
    '护士态度差，骂人，打针打错了，张护士的朋友都看见了',
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
    ['投诉王医生，不是一次了，态度差，骂人', '王医生 → 王建国 (certain)'],
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
    ['The nurses were kind but Professor Wang was very rude to me', 'Professor Wang → 王建国 (guess)'],
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
    ['周到护士夜里一直陪着我，要表扬', '周到护士 → 周到 (certain)'],
    ['护士态度高雅，夜里一直陪着我，要表扬', '高雅 → 高雅 (guess)'],
    ['夜里一直陪着我，说话也高雅，要表扬护士', '高雅 → 高雅 (guess)'],
    ['表扬高雅，夜里一直陪着我', '高雅 → 高雅 (certain)'],
    ['李敏态度差，还骂人', '李敏 → 李敏 (certain)'],
  ])('%s', (text, meant) => {
    expect(whom(text, words)).toBe(meant);
  });
});
