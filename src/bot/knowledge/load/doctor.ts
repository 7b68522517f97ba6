import type { Clinic, Doctor, Slot } from '../knowledge.types.ts';
import type { Faults, Item } from './reader.ts';
import { RULES } from './rules.ts';
import { holdsSession, periodOf, weekdayOf } from './slots.ts';

const KEYS = ['id', 'name', 'gender', 'title', 'department', 'specialities', 'clinic', 'notes'] as const;

/** Departments by id: when each is open; null if that is at fault itself, so that it is not told again of every doctor. */
export type Departments = ReadonlyMap<string, { readonly id: string; readonly open: readonly Slot[] | null }>;

/** A doctor, whose sessions lie inside the opening hours of the department. */
export function readDoctor(value: unknown, path: string, faults: Faults, departments: Departments): Doctor {
  const item = faults.object(value, path, KEYS);
  const department = departments.get(String(item.get('department')));
  if (department === undefined) item.fault('department', RULES.department);
  return {
    id: item.id('id'),
    name: item.text('name'),
    gender: gender(item),
    title: item.text('title'),
    department: department?.id ?? '',
    specialities: item.texts('specialities'),
    clinic: item.list('clinic', (session, at) => readClinic(session, at, faults, department?.open ?? null)),
    notes: item.notes('notes'),
  };
}

function gender(item: Item): string {
  const value = item.get('gender');
  if (value === '男' || value === '女') return value;
  if (item.has('gender') && value !== '') item.fault('gender', RULES.gender);
  return '';
}

function readClinic(value: unknown, path: string, faults: Faults, open: readonly Slot[] | null): Clinic {
  const item = faults.object(value, path, ['weekday', 'period', 'kind', 'fee']);
  const weekday = weekdayOf(item.get('weekday'));
  const period = periodOf(item.get('period'));
  if (weekday === undefined) item.fault('weekday', RULES.weekday);
  if (period === undefined) item.fault('period', RULES.period);
  if (weekday !== undefined && period !== undefined && open !== null) {
    const within = open.some((slot) => holdsSession(slot, weekday, period));
    if (!within) faults.add(path, `${String(item.get('weekday'))}${String(item.get('period'))}`, RULES.session);
  }
  return { weekday: weekday ?? 1, period: period ?? 'morning', kind: item.text('kind'), fee: item.amount('fee') };
}
