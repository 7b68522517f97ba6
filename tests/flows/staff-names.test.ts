import { expect, test } from 'vitest';
import type { StaffMention } from '../../src/domain/finding.ts';
import { atDoctor, f } from './talk.ts';

const person = (name: string, department = '骨科') => ({ name, role: 'nurse', departments: [department] }) as const;
const mention = (written: string, names: readonly string[], confidence: number): StaffMention => ({
  written,
  candidates: names.map((name) => person(name)),
  confidence,
});
const complaint = (text: string, people: readonly StaffMention[], concerns: readonly string[] = ['nurse']) =>
  f('complaint', { text, concerns: [...concerns, ...people.map(({ written }) => written)], people });

/** `concerns` of the entries that complaints one after the other make; `+` before what is added to the first. */
function entries(...complaints: ReturnType<typeof complaint>[]): readonly string[] {
  const talk = atDoctor();
  return complaints.flatMap((one) =>
    talk
      .says(one)
      .of('register')
      .map((entry) => `${entry.appendTo === undefined ? '' : '+'}${entry.concerns.join(' ')}`),
  );
}

test('staff read who it certainly is, and a guess as a guess', () => {
  expect(entries(complaint('打针疼', [mention('李护士', ['李小琴'], 0.85)]))).toEqual([
    'nurse 李护士 李小琴（护士，骨科）',
  ]);
  expect(entries(complaint('打针疼', [mention('李小琴', ['李小琴'], 0.95)]))).toEqual(['nurse 李小琴（护士，骨科）']);
  expect(entries(complaint('打针疼', [mention('李护士', ['李小琴'], 0.75)]))).toEqual([
    'nurse 李护士（可能是李小琴，待核实）',
  ]);
  expect(entries(complaint('打针疼', [mention('李护士', ['李小琴', '李敏'], 0.4)]))).toEqual([
    'nurse 李护士（可能是李小琴、李敏）',
  ]);
});

test('departments, and people of several', () => {
  const ward = (written: string, names: readonly string[], confidence: number): StaffMention => ({
    written,
    candidates: names.map((name) => ({ name, role: 'department', departments: [name] })),
    confidence,
  });
  const read = (people: readonly StaffMention[]) =>
    entries(f('complaint', { text: '吵', concerns: ['nurse'], people }));
  expect(read([ward('骨科', ['骨科'], 0.9)])).toEqual(['nurse 骨科']);
  expect(read([ward('九楼', ['骨科'], 0.8)])).toEqual(['nurse 骨科（九楼）']);
  expect(read([ward('三楼', ['儿科'], 0.6)])).toEqual(['nurse 三楼（可能是儿科，待核实）']);
  expect(read([ward('六楼', ['产科', '普外科'], 0.3)])).toEqual(['nurse 六楼（可能是产科、普外科）']);
  const moved = { name: '刘芳', role: 'doctor', departments: ['骨科', '儿科'] } as const;
  expect(read([{ written: '刘医生', candidates: [moved], confidence: 0.8 }])).toEqual([
    'nurse 刘芳（医生，骨科或儿科）',
  ]);
});

test('李护士 and then 李小琴 are one entry where both are certainly the same', () => {
  const [, added] = entries(
    complaint('打针疼', [mention('李护士', ['李小琴'], 0.85)]),
    complaint('还骂人', [mention('李小琴', ['李小琴'], 0.95)]),
  );
  expect(added).toBe('+nurse 李小琴（护士，骨科）');
});

test('the same words are the same person, guess or not', () => {
  const guess = mention('李护士', ['李小琴', '李敏'], 0.4);
  expect(entries(complaint('打针疼', [guess]), complaint('还骂人', [guess]))[1]).toMatch(/^\+/);
});

test('two people are two entries, though both are nurses; a guess makes nobody the same', () => {
  const sure = complaint('打针疼', [mention('李小琴', ['李小琴'], 0.95)]);
  const other = complaint('骂人', [mention('张护士', ['张晓兰'], 0.85)]);
  const guess = complaint('骂人', [mention('李护士', ['李小琴'], 0.75)]);
  expect(entries(sure, other)[1]).toBe('nurse 张护士 张晓兰（护士，骨科）');
  expect(entries(sure, guess)[1]).toBe('nurse 李护士（可能是李小琴，待核实）');
});

test('about one thing they are one entry all the same, and so is what names nobody', () => {
  const fees = (name: string) => complaint('乱收费', [mention(name, [name], 0.95)], ['nurse', 'fees']);
  expect(entries(fees('李小琴'), fees('张晓兰'))[1]).toMatch(/^\+/);
  expect(entries(complaint('打针疼', [mention('李小琴', ['李小琴'], 0.95)]), complaint('态度差', []))[1]).toBe(
    '+nurse',
  );
});

test('a talk of many messages about one nurse remembers her once, and each way she was written', () => {
  const talk = atDoctor();
  const zhang = (written: string) => complaint('骂人', [mention(written, ['张晓兰'], 0.9)]);
  for (let round = 0; round < 5; round += 1) talk.says(zhang('张护士')).says(zhang('张晓兰'));
  const stored = JSON.stringify(talk.snapshot);
  expect(stored.match(/"written":"张护士"/g)).toHaveLength(1);
  expect(stored.match(/"written":"张晓兰"/g)).toHaveLength(1);
});
