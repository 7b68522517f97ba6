import { HuifangError } from '../../../domain/errors.ts';
import type { RegisterRecord, Signer } from '../../../domain/register.ts';
import type { NewRegisterEntry, RegisterDeadline, RegisterKey, RegisterStore, RegisterUpdate } from '../../store.ts';
import type { AuditLog } from '../audit.ts';
import type { Database } from '../database.ts';
import { number } from '../database.ts';
import { reading } from '../reading.ts';
import type { Tallies } from '../tallies.ts';
import type { Writer } from '../writer.ts';
import { RegisterAttachments } from './attachments.ts';
import { RegisterEntries, SYSTEM } from './entries.ts';
import { RegisterHistory } from './history.ts';
import { CHANGED_COLUMNS, encodeEntry } from './row.ts';

/** The port's registers. */
export function registerStore(
  db: Database,
  writer: Writer,
  { tallies, audit }: { readonly tallies: Tallies; readonly audit: AuditLog },
): RegisterStore {
  const entries = new RegisterEntries(db);
  const files = new RegisterAttachments(db);
  const rows = new RegisterWriter(db, entries, { tallies, audit });
  return {
    list: (query) => reading(() => entries.list(query)),
    counts: (query) => reading(() => entries.counts(query)),
    find: (key) => reading(() => entries.find(key)),
    history: (key) => reading(() => entries.history(key)),
    near: (query) => reading(() => entries.near(query)),
    duplicatesOf: (key) => reading(() => entries.duplicatesOf(key)),
    toCheck: (today, page) => reading(() => entries.toCheck(today, page)),
    ofConversation: (id) => reading(() => entries.ofConversation(id)),
    add: (entry) => writer.run(() => rows.add(entry)),
    change: (update) => writer.run(() => rows.change(update)),
    setDeadlines: (deadlines, at) =>
      writer.run(() => {
        for (const deadline of deadlines) rows.setDeadline(deadline, at);
      }),
    attachments: (key) => reading(() => files.of(rows.theNo(key))),
    attach: (key, file, most) =>
      writer.run(() => {
        const no = rows.theNo(key);
        const kept = files.of(no).filter(({ deleted }) => deleted === null);
        const bytes = kept.reduce((sum, one) => sum + one.bytes, file.bytes);
        if (kept.length >= most.files || bytes > most.bytes) return 'full';
        files.add(no, file);
        rows.note(no, { field: 'attachment', old: '', next: file.name }, { ...file.by, at: file.at });
        rows.audited(key, { by: file.by, at: file.at, what: 'register.attach', digest: file.sha256 });
        return 'attached';
      }),
    detach: (key, id, deleted) =>
      writer.run(() => {
        const no = rows.theNo(key);
        const file = files.of(no).find((one) => one.id === id);
        if (file === undefined || !files.remove(no, id, deleted)) return false;
        rows.note(no, { field: 'attachment', old: file.name, next: deleted.reason }, { ...deleted.by, at: deleted.at });
        rows.audited(key, { by: deleted.by, at: deleted.at, what: 'register.detach', digest: file.sha256 });
        return true;
      }),
  };
}

/** Changes entries inside the open transaction, each with its history and audit. */
class RegisterWriter {
  private readonly sql;
  private readonly entries: RegisterEntries;
  private readonly history: RegisterHistory;
  private readonly tallies: Tallies;
  private readonly audit: AuditLog;

  constructor(db: Database, entries: RegisterEntries, parts: { tallies: Tallies; audit: AuditLog }) {
    this.entries = entries;
    this.history = new RegisterHistory(db);
    this.tallies = parts.tallies;
    this.audit = parts.audit;
    this.sql = prepareAll(db);
  }

  theNo(key: RegisterKey): number {
    const no = this.entries.noOf(key);
    if (no === undefined) throw new HuifangError('NOT_FOUND', [`${key.kind} ${key.number}`]);
    return no;
  }

  add(entry: NewRegisterEntry): RegisterRecord {
    const { kind, receivedAt, at, receivedBy } = entry;
    const talk = this.talkOf(entry.conversationId);
    const year = Number(this.tallies.dayOf(receivedAt).slice(0, 4));
    const next = number(this.sql.next.get(kind, year) ?? [], 0);
    const key = { kind, number: `${String(year)}-${String(next).padStart(4, '0')}` };
    const record = newRecord(entry, key);
    const no = number(this.sql.nextNo.get() ?? [], 0);
    this.sql.add.run(no, kind, year, next, talk?.no ?? 0, talk?.index ?? no, ...encodeEntry(record, true));
    const digest = this.note(no, { field: 'received', old: '', next: entry.receivedThrough }, { ...receivedBy, at });
    this.audited(key, { by: receivedBy, at, what: 'register.add', digest });
    this.tallies.add(at, [`register.${kind}`]);
    return this.entries.byNo(no) ?? record;
  }

  change({ record, by, at, changes, what }: RegisterUpdate): 'changed' | 'conflict' {
    const no = this.theNo(record);
    if (this.sql.change.run(...encodeEntry(record), no, record.version) === 0) return 'conflict';
    const digest = this.history.write(no, changes, { ...by, at });
    this.audited(record, { by, at, what, digest });
    return 'changed';
  }

  setDeadline(deadline: RegisterDeadline, at: number): void {
    const old = this.entries.find(deadline);
    if (old === undefined || old.status === 'closed') return;
    const { dueOn, dueProvisional, escalated } = deadline;
    const no = this.theNo(deadline);
    this.sql.deadline.run(dueOn, Number(dueProvisional), escalated, no);
    const changes = [
      { field: 'dueOn', old: old.dueOn ?? '', next: dueOn ?? '' },
      { field: 'escalated', old: TOLD[old.escalated], next: TOLD[escalated] },
    ].filter((change) => change.old !== change.next);
    if (changes.length === 0) return;
    if (old.escalated === 0 && escalated > 0) this.tallies.add(at, ['promise.broken']);
    const digest = this.history.write(no, changes, { ...SYSTEM, at });
    this.audited(deadline, { by: SYSTEM, at, what: 'register.deadline', digest });
  }

  note(no: number, change: { field: string; old: string; next: string }, by: Signer & { at: number }): string {
    return this.history.write(no, [change], by);
  }

  audited(key: RegisterKey, row: { by: Signer; at: number; what: string; digest: string }): void {
    const { account } = row.by;
    const who = account === SYSTEM.account ? account : `account:${account}`;
    const subject = `${key.kind}/${key.number} sha256:${row.digest}`;
    this.audit.append({ who, what: row.what, subject }, row.at);
  }

  /** The next index of a conversation that has entries by its bot is beyond what its turns will count to. */
  private talkOf(conversationId: string | null): { no: number; index: number } | undefined {
    if (conversationId === null) return undefined;
    const row = this.sql.talk.get(conversationId);
    if (row === undefined) throw new HuifangError('NOT_FOUND', [`conversation ${conversationId}`]);
    return { no: number(row, 0), index: Math.max(BY_STAFF, number(row, 1) + 1) };
  }
}

/** How far up an overdue entry was told, as the history has it; rows of earlier versions have a number there. */
const TOLD = ['', 'heads', 'conduct', 'leaders'] as const satisfies Record<RegisterRecord['escalated'], string>;

/** Entries that staff make of a conversation are counted from here, apart from those of its turns. */
const BY_STAFF = 1_000;

function newRecord(entry: NewRegisterEntry, key: RegisterKey): RegisterRecord {
  return {
    ...entry.form,
    ...key,
    version: 0,
    conversationId: entry.conversationId,
    index: 0,
    text: entry.text,
    receivedAt: entry.receivedAt,
    receivedThrough: entry.receivedThrough,
    receivedBy: entry.receivedBy,
    handler: entry.receivedBy,
    status: 'open',
    dueOn: null,
    dueProvisional: false,
    pausedAt: null,
    pausedDays: 0,
    escalated: 0,
    findings: [],
    signatures: [],
    reply: null,
    settled: null,
    settledWords: '',
    closedAt: null,
    dismissed: null,
    duplicateOf: null,
  };
}

function prepareAll(db: Database) {
  const changed = CHANGED_COLUMNS.split(', ');
  return {
    next: db.prepare('SELECT ifnull(max(number), 0) + 1 FROM registers WHERE kind = ? AND year = ?'),
    nextNo: db.prepare('SELECT ifnull(max(no), 0) + 1 FROM registers'),
    add: db.prepare(
      `INSERT INTO registers (no, kind, year, number, conversation, idx, ${CHANGED_COLUMNS})
       VALUES (?, ?, ?, ?, ?, ?, ${changed.map(() => '?').join(', ')})`,
    ),
    change: db.prepare(
      `UPDATE registers SET ${changed.map((column) => `${column} = ?`).join(', ')}, version = version + 1
       WHERE no = ? AND version = ?`,
    ),
    deadline: db.prepare('UPDATE registers SET due_on = ?, due_provisional = ?, escalated = ? WHERE no = ?'),
    talk: db.prepare(
      `SELECT c.no, (SELECT ifnull(max(idx), -1) FROM registers WHERE conversation = c.no) FROM conversations c WHERE c.id = ?`,
    ),
  };
}
