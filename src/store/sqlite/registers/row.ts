import { BLANK_FORM, type RegisterForm, type RegisterRecord } from '../../../domain/register.ts';
import { isListedChannel } from '../../../domain/vocabulary.ts';
import type { Row, Value } from '../database.ts';
import { number, numberOrNull, text, textOrNull } from '../database.ts';
import { asChannel, encodeList, parseJson } from '../rows.ts';
import { namedIn } from './named.ts';

/** What stands in the columns `form` reads from: everything that no column of its own holds. */
const COLUMNS_OF_THEIR_OWN = [
  'kind',
  'number',
  'version',
  'conversationId',
  'index',
  'text',
  'concerns',
  'receivedAt',
  'status',
  'concernedDepartment',
  'department',
  'coDepartments',
  'dueOn',
  'dueProvisional',
  'pausedAt',
  'escalated',
  'duplicateOf',
] as const satisfies readonly (keyof RegisterRecord)[];

/** The rest, kept as JSON in `form`. */
type Kept = Omit<RegisterRecord, (typeof COLUMNS_OF_THEIR_OWN)[number]>;

export const RECORD_COLUMNS = `r.no, r.kind, r.year, r.number, r.idx, r.text, r.concerns, r.at, r.status, r.version, r.concerned,
  r.department, r.co, r.due_on, r.due_provisional, r.paused_at, r.escalated, r.duplicate_of, r.form,
  c.id, c.channel, c.address, c.record ->> '$.stay.patientName', c.record ->> '$.relation', c.record ->> '$.createdAt', p.record_no`;

/** Entries with the talk they come from; those by hand have none. */
export const RECORD_FROM = `FROM registers r LEFT JOIN conversations c ON c.no = r.conversation
  LEFT JOIN patients p ON p.id = c.record ->> '$.stay.patientId'`;

/** What stands in an entry that nobody has touched: what the talk knows. */
function untouched(row: Row): Kept {
  const { concerns: _, concernedDepartment: __, department: ___, coDepartments: ____, ...blank } = BLANK_FORM;
  return {
    ...blank,
    ...talkOf(row),
    receivedThrough: 'conversation',
    receivedBy: null,
    handler: null,
    pausedDays: 0,
    findings: [],
    signatures: [],
    reply: null,
    settled: null,
    settledWords: '',
    closedAt: null,
    dismissed: null,
  };
}

function talkOf(row: Row): Partial<RegisterForm> {
  const id = textOrNull(row, 19);
  if (id === null) return {};
  const relation = textOrNull(row, 23);
  const known = (relation === null ? {} : parseJson(relation, id)) as { name?: string; relation?: string };
  return {
    contactName: known.name ?? '',
    relation: known.relation ?? '',
    patientName: textOrNull(row, 22) ?? '',
    recordNo: textOrNull(row, 25) ?? '',
    phone: isListedChannel(asChannel(text(row, 20))) ? text(row, 21) : '',
    followedUpAt: numberOrNull(row, 24),
  };
}

/** Reads RECORD_COLUMNS. */
export function decodeEntry(row: Row): RegisterRecord {
  const name = `${text(row, 1)} ${String(number(row, 2))}-${String(number(row, 3))}`;
  const form = textOrNull(row, 18);
  const kept = form === null ? {} : (parseJson(form, name) as Partial<Kept>);
  const co = textOrNull(row, 12);
  const conversationId = textOrNull(row, 19);
  return {
    ...untouched(row),
    ...kept,
    kind: text(row, 1) as RegisterRecord['kind'],
    number: `${String(number(row, 2))}-${String(number(row, 3)).padStart(4, '0')}`,
    version: number(row, 9),
    conversationId,
    index: conversationId === null ? 0 : number(row, 4),
    text: text(row, 5),
    concerns: parseJson(text(row, 6), name) as readonly string[],
    receivedAt: number(row, 7),
    status: text(row, 8) as RegisterRecord['status'],
    concernedDepartment: text(row, 10),
    department: text(row, 11),
    coDepartments: co === null ? [] : (parseJson(co, name) as readonly string[]),
    dueOn: textOrNull(row, 13),
    dueProvisional: number(row, 14) === 1,
    pausedAt: numberOrNull(row, 15),
    escalated: number(row, 16) as RegisterRecord['escalated'],
    duplicateOf: textOrNull(row, 17),
  };
}

/**
 * Values of the columns that staff change, in the order of CHANGED_COLUMNS. `fresh`: what is not filled in is left to what the talk
 * knows.
 */
export function encodeEntry(record: RegisterRecord, fresh = false): Value[] {
  const concerns = JSON.stringify(record.concerns);
  return [
    record.text,
    concerns,
    namedIn(record.text, concerns),
    record.receivedAt,
    record.status,
    record.concernedDepartment,
    record.department,
    encodeList(record.coDepartments),
    record.dueOn,
    Number(record.dueProvisional),
    record.pausedAt,
    record.escalated,
    record.duplicateOf,
    JSON.stringify(keptOf(record, fresh)),
  ];
}

export const CHANGED_COLUMNS =
  'text, concerns, named, at, status, concerned, department, co, due_on, due_provisional, paused_at, escalated, duplicate_of, form';

function keptOf(record: RegisterRecord, fresh: boolean): Partial<Kept> {
  const columns: ReadonlySet<string> = new Set(COLUMNS_OF_THEIR_OWN);
  const isKept = ([field, value]: [string, unknown]) =>
    !columns.has(field) && !(fresh && (value === '' || value === null));
  return Object.fromEntries(Object.entries(record).filter(isKept));
}

/** The parts of `2026-0001`; undefined for something else. */
export function readNumber(written: string): { year: number; number: number } | undefined {
  const match = /^(\d{4})-(\d{4,9})$/.exec(written);
  return match === null ? undefined : { year: Number(match[1]), number: Number(match[2]) };
}
