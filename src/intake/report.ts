import type { NoteCode, RejectCode, RepairCode, SkipCode } from './codes.ts';
import type { FileEncoding } from './csv/encoding.ts';
import { maskName } from './name.ts';
import { maskPhone } from './phone.ts';
import type { Change, ColumnCount, Verdict } from './row.types.ts';
import type { Field } from './rules.ts';

/** One repair as reported. Names and phones are masked; what nobody needs to see (diagnosis, address) is left out. */
interface ReportedChange {
  readonly field: Field;
  readonly code: RepairCode;
  readonly to: string | null;
}

/** What became of one record; `record` counts from 1 after the header line. */
export interface RowReport {
  readonly record: number;
  readonly recordNo: string;
  readonly action: Verdict['action'];
  /** The reason; of a repaired row the first repair, of an accepted one the first note, if any. */
  readonly code: RejectCode | SkipCode | RepairCode | NoteCode | null;
  readonly field: Field | null;
  /** Only of a row that does not fit the header. */
  readonly columns?: ColumnCount;
  readonly changes: readonly ReportedChange[];
  readonly notes: readonly NoteCode[];
}

export interface CountByCode<C extends string> {
  readonly total: number;
  readonly byCode: Readonly<Partial<Record<C, number>>>;
}

/** All counts of an import, as the hospital's IT person checks them. */
export interface ImportReport {
  readonly dryRun: boolean;
  /** `YYYY-MM-DD` in the hospital's zone: the day the ages of the discharges are counted from. */
  readonly today: string;
  readonly encoding: FileEncoding;
  /** Columns the file lacks and that matter. */
  readonly absentColumns: readonly Field[];
  readonly records: number;
  readonly blank: number;
  readonly imported: number;
  readonly accept: number;
  readonly normalise: number;
  readonly reject: CountByCode<RejectCode>;
  readonly skip: CountByCode<SkipCode>;
  /** Of the imported: different patients, those under age, different phones. */
  readonly patients: number;
  readonly under18: number;
  readonly phones: number;
  /** Patients whose latest imported stay is within the window; of these within 7 days; those beyond the window. */
  readonly due: number;
  readonly dueWithin7: number;
  readonly windowPassed: number;
  readonly byDepartment: Readonly<Record<string, number>>;
}

const SHOWN_AS_IS: readonly Field[] = [
  'recordNo',
  'gender',
  'age',
  'department',
  'admittedOn',
  'dischargedOn',
  'disposition',
];

function shown({ field, to }: Change): string | null {
  if (to === '') return null;
  if (field === 'phone') return /^(?:\d{11}|\+\d+)$/.test(to) ? maskPhone(to) : null;
  if (field === 'patientName' || field === 'contactName') return maskName(to);
  return SHOWN_AS_IS.includes(field) ? to : null;
}

/** The report line of a decided record. */
export function reportRow(record: number, recordNo: string, verdict: Verdict): RowReport {
  const base = { record, recordNo, action: verdict.action };
  if (verdict.action === 'reject' || verdict.action === 'skip') {
    const columns = 'columns' in verdict ? { columns: verdict.columns } : {};
    return { ...base, code: verdict.code, field: verdict.field, ...columns, changes: [], notes: [] };
  }
  if (verdict.action === 'accept') {
    return { ...base, code: verdict.notes[0] ?? null, field: null, changes: [], notes: verdict.notes };
  }
  const changes = verdict.changes.map((change) => ({ field: change.field, code: change.code, to: shown(change) }));
  const [first] = changes;
  return { ...base, code: first?.code ?? null, field: first?.field ?? null, changes, notes: verdict.notes };
}
