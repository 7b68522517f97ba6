import { expect } from 'vitest';
import type { Roster } from '../../../src/bot/understanding/understand.types.ts';
import { ACT, ASK } from '../../../src/domain/finding.ts';
import { read } from './readers/ask.ts';

export const nurse = (name: string, department: string) => ({ name, role: 'nurse', department }) as const;
export const doctor = (name: string, department: string) => ({ name, role: 'doctor', department }) as const;
const at = (name: string, aliases: string[], building: string, floors: number[]) => ({
  name,
  aliases,
  building,
  floors,
});

export const STAFF: Roster['staff'] = [
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
export const DEPARTMENTS: Roster['departments'] = [
  at('骨科', ['创伤骨科'], '外科楼', [9, 10]),
  at('儿科', ['小儿科'], '妇儿楼', [3]),
  at('产科', ['妇产科'], '妇儿楼', [6]),
  at('妇科', ['妇产科'], '妇儿楼', [5]),
  at('普外科', ['外科'], '外科楼', [6]),
  at('神经外科', [], '外科楼', [11]),
];
export const HOSPITAL: Roster = { staff: STAFF, departments: DEPARTMENTS };
/** A patient of the orthopaedic ward. */
export const WARD: Roster = { ...HOSPITAL, stay: { department: '骨科', doctor: '梁宏伟', nurse: '张晓兰' } };

/** What an opinion means: `written → name (certainty)`, alternatives with `/`. */
export function whom(text: string, roster: Roster = WARD, patientName = '王建国'): string {
  const found = read('suggestions', text, { roster, patientName }).flatMap((f) => ('people' in f ? f.people : []));
  const told = found.map(({ written, candidates, confidence }) => {
    const sure = candidates.length > 1 ? 'several' : confidence >= ACT ? 'certain' : 'guess';
    expect(confidence).toBeGreaterThanOrEqual(candidates.length > 1 ? 0 : ASK);
    return `${written} → ${candidates.map(({ name }) => name).join('/')} (${sure})`;
  });
  return [...new Set(told)].join(', ');
}
export const RUDE = '态度很差，还骂人';
