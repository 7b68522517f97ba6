import { expect, test } from 'vitest';
import { NAME_STYLES } from '../../../src/bot/phrases/name-style.ts';
import { nameShown } from '../../../src/bot/phrases/patient-name.ts';

test.each([
  ['王建国', '王*国'],
  ['王丽', '王*'],
  ['欧阳小敏', '欧阳*敏'],
  ['欧阳敏', '欧阳*'],
  ['诸葛亮', '诸葛*'],
  ['王李小明', '王**明'],
  ['陈𬭚', '陈*'],
  ['陈𬭚国', '陈*国'],
  ['陈建𬭚', '陈*𬭚'],
  ['阿依古丽·买买提', '阿***·买**'],
  ['罗晓雯之女', '罗*雯之女'],
  ['丁慧敏之子', '丁*敏之子'],
  ['Emily Carter', 'Emily C.'],
  ['Maria del Carmen Lopez', 'Maria L.'],
])('masked, %s is shown as %s', (name, shown) => {
  expect(nameShown(name, 'female', 'masked', 'zh-CN')).toBe(shown);
});

test('surname and title', () => {
  expect(nameShown('王建国', 'male', 'surname_title', 'zh-CN')).toBe('王先生');
  expect(nameShown('上官婉儿', 'female', 'surname_title', 'zh-TW')).toBe('上官女士');
  expect(nameShown('王建国', 'unknown', 'surname_title', 'zh-CN')).toBe('王先生/女士');
  expect(nameShown('阿依古丽·买买提', 'female', 'surname_title', 'zh-CN')).toBe('阿依古丽女士');
  expect(nameShown('王建国', 'male', 'surname_title', 'en')).toBe('Mr 王');
  expect(nameShown('Emily Carter', 'female', 'surname_title', 'en')).toBe('Ms Carter');
  expect(nameShown('罗晓雯之女', 'female', 'surname_title', 'zh-CN')).toBe('罗女士之女');
});

test('the full name is shown as registered', () => {
  expect(nameShown(' 阿依古丽·买买提 ', 'female', 'full', 'zh-CN')).toBe('阿依古丽·买买提');
  expect(nameShown('Emily Carter', 'female', 'full', 'en')).toBe('Emily Carter');
});

test('a lost character is never printed, in any style', () => {
  for (const style of ['full', 'masked', 'surname_title'] as const) {
    expect(nameShown('邵?', 'female', style, 'zh-CN')).toBe('邵女士');
    expect(nameShown('邵？', 'male', style, 'zh-TW')).toBe('邵先生');
    expect(nameShown('?丽', 'female', style, 'zh-CN')).toBe('这位病友');
    expect(nameShown('李\uFFFD娜之女', 'female', style, 'zh-CN')).not.toMatch(/[?？\uFFFD]/u);
  }
});

test('rare names: one word, Latin with lost letters, nothing but lost ones, no family name before the dot', () => {
  expect(nameShown('Madonna', 'female', 'masked', 'en')).toBe('M***');
  expect(nameShown('Madonna', 'female', 'surname_title', 'en')).toBe('Ms Madonna');
  expect(nameShown('Emily C?rter', 'female', 'full', 'en')).toBe('Ms Emily');
  expect(nameShown('E?ily C?rter', 'unknown', 'full', 'en')).toBe('the patient');
  expect(nameShown('?·买买提', 'male', 'surname_title', 'zh-TW')).toBe('這位病友');
  expect(nameShown('罗晓雯之女', 'unknown', 'full', 'zh-CN')).toBe('罗晓雯之女');
  expect(nameShown('?之子', 'male', 'surname_title', 'zh-CN')).toBe('这位病友之子');
  expect(nameShown('王建国', 'unknown', 'surname_title', 'en')).toBe('Mr/Ms 王');
});

test.each([
  ['王<b>国', '王先生'],
  ['王\u0000国', '王先生'],
  ['王小明（传染', '王先生'],
  [`王${'国'.repeat(60)}`, '王先生'],
  [`${'阿'.repeat(50)}·买买提`, '这位病友'],
  ['<王国>', '这位病友'],
  ['{hospital}', '这位病友'],
  ['=HYPERLINK("x")', '这位病友'],
  ['x'.repeat(500), '这位病友'],
  ['Maria Fernanda de la Concepcion Rodriguez Gonzalez', 'Mr Gonzalez'],
])('what no name looks like is never printed: %s', (name, shown) => {
  for (const style of NAME_STYLES) expect(nameShown(name, 'male', style, 'zh-CN')).toBe(shown);
});
