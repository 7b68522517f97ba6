import type { RegisterFilter, RegisterScope } from '../../store.ts';
import { type Condition, inJson, isAbout } from '../condition.ts';

/** What `RegisterScope` means in SQL, the same as `maySee` of src/registers/staff.ts. */
export function inScope({ department, notNaming }: RegisterScope): Condition {
  const about = notNaming.length === 0 ? [] : [isAbout(notNaming)];
  return all([
    ...(department === null ? [] : [ofDepartment(department)]),
    ...about.map(({ sql, values }) => ({ sql: `NOT ${sql}`, values })),
  ]);
}

export function matches(filter: RegisterFilter): Condition {
  const { statuses, department, category, overdueOn, text, from, to } = filter;
  return all([
    oneOf('r.kind', filter.kinds),
    ...(statuses === null ? [] : [oneOf('r.status', statuses)]),
    ...(department === null ? [] : [ofDepartment(department)]),
    ...(category === null
      ? []
      : [{ sql: "instr(r.form ->> '$.categories', ?) > 0", values: [JSON.stringify(category)] }]),
    ...(overdueOn === null ? [] : [{ sql: OVERDUE, values: [overdueOn] }]),
    ...(text === null ? [] : [saying(text)]),
    ...(from === null ? [] : [{ sql: 'r.at >= ?', values: [from] }]),
    ...(to === null ? [] : [{ sql: 'r.at < ?', values: [to] }]),
  ]);
}

/** Due before the day given, with the clock running. */
export const OVERDUE = "(r.status <> 'closed' AND r.paused_at IS NULL AND r.due_on < ?)";

export function all(conditions: readonly Condition[]): Condition {
  if (conditions.length === 0) return { sql: '1', values: [] };
  return {
    sql: conditions.map(({ sql }) => sql).join(' AND '),
    values: conditions.flatMap(({ values }) => values),
  };
}

export function oneOf(column: string, values: readonly string[]): Condition {
  return { sql: `${column} IN (${values.map(() => '?').join(', ')})`, values };
}

function ofDepartment(department: string): Condition {
  return {
    sql: '(r.department = ? OR r.concerned = ? OR instr(r.co, ?) > 0)',
    values: [department, department, JSON.stringify(department)],
  };
}

/** The name is looked up only in records that hold it somewhere: taking every record apart would take long. */
function saying(words: string): Condition {
  const escaped = inJson(words);
  return {
    sql: `(instr(r.text, ?) > 0 OR instr(r.concerns, ?) > 0 OR instr(r.form, ?) > 0 OR instr(r.concerned || ' ' || r.department, ?) > 0
      OR printf('%d-%04d', r.year, r.number) = ? OR instr(c.address, ?) > 0
      OR (instr(c.record, ?) > 0 AND instr(c.record ->> '$.stay.patientName', ?) > 0))`,
    values: [words, escaped, escaped, words, words, words, escaped, words],
  };
}
