import {
  NOTE_CODES,
  type NoteCode,
  REJECT_CODES,
  type RejectCode,
  type RepairCode,
  SKIP_CODES,
  type SkipCode,
} from './codes.ts';
import { REQUIRED_FIELDS, type ResolvedColumns } from './columns.ts';
import { readDate } from './dates.ts';
import type { DepartmentIndex } from './department.ts';
import { type Disposition, readDisposition } from './disposition.ts';
import { nameNotes, nameRepair, namesNewborn, readName } from './name.ts';
import { readAge, readContact, readGender, readLanguage } from './person.ts';
import { type PhoneReading, type PhoneRules, readPhone } from './phone.ts';
import type { Change, KnownOfRow, Rejection, RowReading, Verdict } from './row.types.ts';
import { FIELDS, type Field, type IntakeRules } from './rules.ts';
import { trimField } from './text.ts';

/** What reading a row needs besides the row. */
export interface RowContext {
  readonly columns: ResolvedColumns;
  readonly rules: IntakeRules;
  readonly phones: PhoneRules;
  readonly departments: DepartmentIndex;
  /** `YYYY-MM-DD` of the import, in the hospital's zone. */
  readonly today: string;
}

/** True if all fields of a record are blank: it is no record. */
export function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell === '' || trimField(cell) === '');
}

const LINE_BREAK = /[\r\n]/;

/** The cells of one record by field, trimmed, with a list of what was changed. */
class Cells {
  readonly #raw: readonly string[];
  readonly #columns: ResolvedColumns;
  /** By field; several repairs of one field show as the last one. */
  readonly #changes: Change[] = [];

  constructor(raw: readonly string[], columns: ResolvedColumns) {
    this.#raw = raw;
    this.#columns = columns;
    for (const field of FIELDS) {
      const cell = raw[columns.places[field]] ?? '';
      const trimmed = trimField(cell);
      if (LINE_BREAK.test(trimmed)) this.#changes.push({ field, code: 'quoted_field', to: this.get(field) });
      else if (trimmed !== cell) this.#changes.push({ field, code: 'trailing_blanks', to: trimmed });
    }
  }

  get(field: Field): string {
    const trimmed = trimField(this.#raw[this.#columns.places[field]] ?? '');
    return LINE_BREAK.test(trimmed) ? trimmed.replace(/\s*[\r\n]+\s*/g, ' ') : trimmed;
  }

  /** A repair beyond trimming: it stands in the report instead of the trimming. */
  repaired(field: Field, code: RepairCode | null, to: string): void {
    if (code === null) return;
    const known = this.#changes.findIndex((change) => change.field === field);
    if (known >= 0) this.#changes[known] = { field, code, to };
    else this.#changes.push({ field, code, to });
  }

  changes(): readonly Change[] {
    return this.#changes;
  }
}

/** More fields than the header, or too few to reach every column that matters: values may stand in the wrong place. */
function malformed(cells: readonly string[], { places, width }: ResolvedColumns): Rejection | null {
  const code = 'row_malformed';
  const columns = { expected: width, found: cells.length };
  const beyond = REQUIRED_FIELDS.filter((field) => places[field] >= cells.length);
  if (beyond.length > 0) {
    const field = beyond.reduce((first, other) => (places[other] < places[first] ? other : first));
    return { code, field, columns };
  }
  if (cells.length <= width || isBlank(cells.slice(width))) return null;
  return { code, field: REJECT_CODES[code].field, columns };
}

interface ReadDates {
  readonly admittedOn: string | null;
  readonly dischargedOn: string;
  readonly rejection: RejectCode | null;
  readonly field?: Field;
}

function readDates(cells: Cells, today: string): ReadDates {
  const dates: Partial<Record<'admittedOn' | 'dischargedOn', string>> = {};
  let invalid: Field | undefined;
  for (const field of ['admittedOn', 'dischargedOn'] as const) {
    if (cells.get(field) === '') continue;
    const reading = readDate(cells.get(field));
    if (!reading.ok) {
      invalid = field;
      continue;
    }
    cells.repaired(field, reading.repair, reading.date);
    dates[field] = reading.date;
  }
  const { admittedOn, dischargedOn = '' } = dates;
  const found = { admittedOn: admittedOn ?? null, dischargedOn };
  if (cells.get('dischargedOn') === '') return { ...found, rejection: 'discharge_date_missing' };
  if (invalid !== undefined) return { ...found, rejection: 'date_invalid', field: invalid };
  if (dischargedOn > today) return { ...found, rejection: 'discharge_in_future' };
  const swapped = admittedOn !== undefined && admittedOn > dischargedOn;
  return { ...found, rejection: swapped ? 'admitted_after_discharge' : null };
}

/** The first reason in the order of the hospital's rules. */
function rejectionOf(cells: Cells, dates: ReadDates, phone: PhoneReading): Rejection | null {
  const reject = (code: RejectCode, field: Field = REJECT_CODES[code].field) => ({ code, field });
  if (cells.get('patientName') === '') return reject('name_missing');
  if (dates.rejection !== null) return reject(dates.rejection, dates.field);
  if (!phone.ok) return reject(phone.code);
  return cells.get('recordNo') === '' ? reject('record_no_missing') : null;
}

function readDepartment(cells: Cells, context: RowContext): { name: string; notes: readonly NoteCode[] } {
  const text = cells.get('department');
  const name = context.departments(text);
  if (name === undefined) {
    return { name: text, notes: context.columns.places.department < 0 ? [] : ['department_unknown'] };
  }
  cells.repaired('department', name === text ? null : 'department_alias', name);
  return { name, notes: [] };
}

function readPatient(cells: Cells, rules: IntakeRules) {
  const name = readName(cells.get('patientName'));
  cells.repaired('patientName', nameRepair(cells.get('patientName')), name);
  const gender = readGender(cells.get('gender'), rules.genders);
  cells.repaired('gender', gender.repair, gender.text);
  const age = readAge(cells.get('age'));
  cells.repaired('age', age.repair, String(age.value ?? ''));
  const ageYears = age.value ?? (namesNewborn(name) ? 0 : undefined);
  const minor = ageYears !== undefined && ageYears < rules.adultFrom;
  const contact = readContact(readName(cells.get('contactName')), cells.get('relation'), { name, minor }, rules.self);
  cells.repaired('contactName', contact.repaired ? 'minor_contact_self' : null, '');
  const language = readLanguage(cells.get('language'), rules.languages);
  const relation = language === undefined ? contact.relation : { ...contact.relation, language };
  const notes: NoteCode[] = [...nameNotes(name)];
  if (contact.unknown) notes.push('contact_unknown');
  if (minor) notes.push('minor');
  return { name, gender: gender.value, ageYears, minor, relation, notes };
}

function dispositionNotes(disposition: Disposition): readonly NoteCode[] {
  if (disposition === 'missing') return ['disposition_missing'];
  return disposition === 'unlisted' ? ['disposition_unknown'] : [];
}

/** A row out of which nothing can be read safely but a death. */
function readMalformed(raw: readonly string[], cells: Cells, rejection: Rejection): RowReading {
  const dead = raw.some((cell) => trimField(cell) === '死亡');
  return {
    recordNo: cells.get('recordNo'),
    name: '',
    gender: 'unknown',
    ageYears: undefined,
    minor: false,
    phone: '',
    secondPhone: null,
    relation: {},
    department: '',
    ward: '',
    doctor: '',
    nurse: '',
    admittedOn: null,
    dischargedOn: '',
    disposition: dead ? 'deceased' : 'missing',
    dispositionText: '',
    rejection,
    changes: [],
    notes: [],
  };
}

/** Reads one record by itself: trims, repairs, and finds the first reason to reject it. */
export function readRow(raw: readonly string[], context: RowContext): RowReading {
  const cells = new Cells(raw, context.columns);
  const unfit = malformed(raw, context.columns);
  if (unfit !== null) return readMalformed(raw, cells, unfit);
  const patient = readPatient(cells, context.rules);
  const phone = readPhone(cells.get('phone'), context.phones);
  if (phone.ok) cells.repaired('phone', phone.repair, phone.phone);
  const dates = readDates(cells, context.today);
  const department = readDepartment(cells, context);
  const disposition = readDisposition(cells.get('disposition'), context.rules.dispositions);
  // Written out: spreading costs more here than all rules together, on half a million rows.
  return {
    recordNo: cells.get('recordNo'),
    name: patient.name,
    gender: patient.gender,
    ageYears: patient.ageYears,
    minor: patient.minor,
    relation: patient.relation,
    phone: phone.ok ? phone.phone : '',
    secondPhone: phone.ok ? phone.second : null,
    department: department.name,
    ward: cells.get('ward'),
    doctor: cells.get('doctor'),
    nurse: cells.get('nurse'),
    admittedOn: dates.admittedOn,
    dischargedOn: dates.dischargedOn,
    disposition,
    dispositionText: cells.get('disposition'),
    rejection: rejectionOf(cells, dates, phone),
    changes: cells.changes(),
    notes: [...patient.notes, ...department.notes, ...dispositionNotes(disposition)],
  };
}

const NOTE_ORDER = Object.keys(NOTE_CODES) as readonly NoteCode[];

function skip(code: SkipCode): Verdict {
  return { action: 'skip', code, field: SKIP_CODES[code].field };
}

/** Decides about a record; the first rule that applies wins. */
export function judgeRow(reading: RowReading, known: KnownOfRow): Verdict {
  if (reading.disposition === 'deceased' || known.deceased) return skip('deceased');
  if (reading.disposition === 'transferred') return skip('transferred');
  if (reading.rejection !== null) return { action: 'reject', ...reading.rejection };
  if (known.conflict)
    return { action: 'reject', code: 'record_no_conflict', field: REJECT_CODES.record_no_conflict.field };
  if (known.duplicate) return skip('duplicate');
  const all = [...reading.notes, ...known.notes];
  const notes = NOTE_ORDER.filter((note) => all.includes(note));
  if (reading.changes.length === 0) return { action: 'accept', notes };
  return { action: 'normalise', changes: reading.changes, notes };
}
