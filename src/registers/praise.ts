import type { RegisterRecord } from '../domain/register.ts';
import { praisedIn, type StaffMember } from './praised.ts';

/** How often somebody or a department was praised. */
export interface PraiseCount {
  /** Somebody of the roster, a name as written, or a role; empty for a department. */
  readonly name: string;
  readonly department: string;
  readonly count: number;
  /** Numbers of the entries behind it. */
  readonly numbers: readonly string[];
}

/** Praise by person and department, the most praised first. An entry that names two people counts for both, and for each once. */
export function praiseByPerson(
  entries: readonly RegisterRecord[],
  staff: readonly StaffMember[],
): readonly PraiseCount[] {
  return counted(
    entries.flatMap((entry) =>
      praisedIn(entry, staff).map(({ name, department }) => ({ name, department, number: entry.number })),
    ),
  );
}

/** Praise by department, the most praised first; empty: no department is known. */
export function praiseByDepartment(entries: readonly RegisterRecord[]): readonly PraiseCount[] {
  return counted(
    entries.map(({ concernedDepartment, number }) => ({ name: '', department: concernedDepartment, number })),
  );
}

function counted(praises: readonly { name: string; department: string; number: string }[]): readonly PraiseCount[] {
  const sums = new Map<string, { name: string; department: string; numbers: string[] }>();
  for (const { name, department, number } of praises) {
    const key = JSON.stringify([name, department]);
    const sum = sums.get(key) ?? { name, department, numbers: [] };
    sum.numbers.push(number);
    sums.set(key, sum);
  }
  return [...sums.values()]
    .map((sum) => ({ ...sum, count: sum.numbers.length }))
    .toSorted((a, b) => b.count - a.count || a.name.localeCompare(b.name, 'zh-CN'));
}
