import type { Permission } from '../access/roles.ts';
import type { Clock } from '../domain/clock.ts';
import { HuifangError } from '../domain/errors.ts';
import type { RegisterForm, RegisterRecord, RegisterStep } from '../domain/register.ts';
import { wroteFinding } from '../domain/register-signatures.ts';
import type { RegisterKind } from '../domain/vocabulary.ts';
import { localDate } from '../domain/zoned-time.ts';
import type { NewRegisterEntry, RegisterKey, RegisterQuery, Store } from '../store/store.ts';
import { type DeadlineRules, withDue } from './deadline.ts';
import { type EditableField, type FieldChanges, forbiddenFields } from './fields.ts';
import { changesBetween, type FieldChange } from './history.ts';
import { isAbout, type Person } from './naming.ts';
import { notedAs, openNames, type StaffMember } from './praised.ts';
import { type RoutingAdvice, routingAdvice } from './routing.ts';
import { type Suspect, suspectsOf } from './similar.ts';
import { actorOf, may, maySee, type Staff, scopeOf } from './staff.ts';
import { afterStep, missing, type StepInput } from './steps.ts';
import { moveOf, stepsFor } from './workflow.ts';

/** What the contact is told in the conversation when an entry is closed. */
export interface ResultMessage {
  readonly account: string;
  readonly index: number;
  readonly number: string;
  readonly text: string;
  /** The same again is not said twice. */
  readonly id: string;
}

export interface RegisterDeps {
  readonly store: Pick<Store, 'registers'>;
  readonly clock: Clock;
  readonly rules: () => DeadlineRules;
  /** Anything but `done` is why the contact cannot be told there: `opted_out`, `unreachable`, `missing`. */
  readonly tellResult: (conversationId: string, result: ResultMessage) => Promise<{ readonly type: string }>;
  /** Active accounts of the heads of a department. */
  readonly headsOf: (department: string) => Promise<readonly Person[]>;
  /** Active accounts that approve. */
  readonly approvers: () => Promise<readonly (Person & { readonly accountId: string })[]>;
  /** The hospital's staff. */
  readonly roster: () => readonly StaffMember[];
  /** Something about the registers changed. */
  readonly onChange?: (key: RegisterKey) => void;
}

/** Days in which an entry that says the same is one of the same matter (both ways). */
const DUPLICATE_SPAN = 30 * 86_400_000;

/** What may still be written once an entry is closed. */
const AFTER_CLOSING: readonly EditableField[] = ['returnVisit', 'improvement', 'remarks'];

/** New values of an entry's columns, and what a contact said on the phone about the result. */
export interface EntryEdit {
  readonly fields: FieldChanges;
  readonly settled?: { readonly settled: boolean; readonly words: string };
}

/** An entry that somebody writes down. */
export interface EntryDraft {
  readonly kind: RegisterKind;
  readonly text: string;
  readonly form: RegisterForm;
  readonly receivedAt: number;
  readonly receivedThrough: NewRegisterEntry['receivedThrough'];
  readonly conversationId: string | null;
}

/**
 * The registers as staff work with them: who may do what is checked here, against the entry as it is. An entry that somebody must
 * not know of is NOT_FOUND for them. REGISTER_CONFLICT: it was changed since it was read.
 */
export class RegisterDesk {
  readonly #deps: RegisterDeps;

  constructor(deps: RegisterDeps) {
    this.#deps = deps;
  }

  async list(
    query: Omit<RegisterQuery, 'scope'>,
    who: Staff,
  ): Promise<{ rows: readonly RegisterRecord[]; next: string | null }> {
    const { rows, next } = await this.#deps.store.registers.list({ ...query, scope: scopeOf(who) });
    return { rows: rows.map((row) => this.#counted(row)), next };
  }

  counts(kinds: readonly RegisterKind[], who: Staff) {
    return this.#deps.store.registers.counts({ kinds, scope: scopeOf(who), today: this.today() });
  }

  /** The entry; NOT_FOUND when it is not there for this person. */
  async one(key: RegisterKey, who: Staff): Promise<RegisterRecord> {
    const entry = await this.#deps.store.registers.find(key);
    if (entry === undefined || !maySee(entry, who)) throw new HuifangError('NOT_FOUND', [`${key.kind} ${key.number}`]);
    return this.#counted(entry);
  }

  /** What this person may do with it next. */
  async steps(entry: RegisterRecord, who: Staff): Promise<readonly RegisterStep[]> {
    const granted = await this.#granted(entry, who);
    return stepsFor(entry, granted).filter(
      (step) =>
        (step !== 'answer' || answersFor(entry, who, granted)) &&
        (step !== 'approve' || !wroteFinding(entry, who.accountId)) &&
        (step !== 'join' || this.openNames(entry).length > 0),
    );
  }

  /** Words of a praise that could be joined to somebody of the roster. */
  openNames(entry: RegisterRecord): readonly string[] {
    return entry.kind === 'praise' ? openNames(entry, this.#deps.roster()) : [];
  }

  get roster(): readonly StaffMember[] {
    return this.#deps.roster();
  }

  /** True where a department is responsible that has no head with an account who may see it: the conduct office answers for it. */
  async isHeadless(entry: RegisterRecord): Promise<boolean> {
    if (entry.kind !== 'complaint' || entry.department === '') return false;
    return (await this.#deps.headsOf(entry.department)).every((head) => isAbout(entry, head));
  }

  /** True where everybody who could approve has signed a finding of it, or is named by it: a leader approves then. */
  async lacksApprover(entry: RegisterRecord): Promise<boolean> {
    if (entry.status !== 'answered') return false;
    const approvers = await this.#deps.approvers();
    return approvers.every((one) => wroteFinding(entry, one.accountId) || isAbout(entry, one));
  }

  /**
   * What somebody may do with an entry: what their role may; the conduct office also what a head does whom nobody is, and a leader
   * what the conduct office does where nobody of it may approve.
   */
  async #granted(entry: RegisterRecord, who: Staff): Promise<(permission: Permission) => boolean> {
    const answers = may(who)('register.approve') && (await this.isHeadless(entry));
    const approves = may(who)('register.instruct') && (await this.lacksApprover(entry));
    const standsIn = { 'register.answer': answers, 'register.approve': approves } as Partial<
      Record<Permission, boolean>
    >;
    return (permission) => may(who)(permission) || standsIn[permission] === true;
  }

  advice(entry: RegisterRecord): RoutingAdvice {
    return routingAdvice(entry, this.#deps.rules().settings.routing);
  }

  async history(key: RegisterKey, who: Staff) {
    await this.one(key, who);
    return this.#deps.store.registers.history(key);
  }

  /** Entries that may say the same, and those that were linked to this one. */
  async duplicates(
    entry: RegisterRecord,
    who: Staff,
  ): Promise<{ readonly suspects: readonly Suspect[]; readonly linked: readonly RegisterRecord[] }> {
    const { registers } = this.#deps.store;
    const { kind, receivedAt, phone, patientName, recordNo } = entry;
    const span = { from: receivedAt - DUPLICATE_SPAN, to: receivedAt + DUPLICATE_SPAN };
    const near = await registers.near({ kind, ...span, phone, patientName, recordNo });
    const linked = (await registers.duplicatesOf(entry)).filter((other) => maySee(other, who));
    const known = new Set([entry.duplicateOf, ...linked.map(({ number }) => number)]);
    const open = near.filter((other) => maySee(other, who) && !known.has(other.number));
    return { suspects: suspectsOf(entry, open), linked };
  }

  async create(draft: EntryDraft, who: Staff): Promise<RegisterRecord> {
    if (draft.conversationId !== null) await this.#refuseHidden(draft.conversationId, who);
    const { accountId: account, name } = who;
    const added = await this.#deps.store.registers.add({
      ...draft,
      text: draft.text.trim(),
      receivedBy: { account, name },
      at: this.#deps.clock.now(),
    });
    this.#deps.onChange?.(added);
    return this.#counted(added);
  }

  async edit(key: RegisterKey, version: number, edit: EntryEdit, who: Staff): Promise<RegisterRecord> {
    const entry = await this.#current(key, version, who);
    const forbidden = forbiddenFields(edit.fields, may(who));
    const changed = Object.keys(edit.fields) as EditableField[];
    if (forbidden.length > 0 || (edit.settled !== undefined && !may(who)('register.close')))
      throw new HuifangError('FORBIDDEN', forbidden);
    if (entry.status === 'closed' && changed.some((field) => !AFTER_CLOSING.includes(field)))
      throw new HuifangError('REGISTER_STEP', ['closed']);
    const { settled } = edit;
    const said = settled === undefined ? {} : { settled: settled.settled, settledWords: settled.words };
    const next = { ...entry, ...edit.fields, ...said };
    const recount = edit.fields.categories !== undefined && entry.status !== 'closed';
    return this.#write(entry, recount ? withDue(next, this.#deps.rules()) : next, who, { what: 'register.edit' });
  }

  async step(key: RegisterKey, version: number, input: StepInput, who: Staff): Promise<RegisterRecord> {
    const entry = await this.#current(key, version, who);
    const move = moveOf(input.step, entry);
    if (move === undefined) throw new HuifangError('REGISTER_STEP', [`${entry.status}: ${input.step}`]);
    const granted = await this.#granted(entry, who);
    if (!granted(move.permission) || (input.step === 'answer' && !answersFor(entry, who, granted)))
      throw new HuifangError('FORBIDDEN', [move.permission]);
    if (input.step === 'approve' && wroteFinding(entry, who.accountId)) throw new HuifangError('REGISTER_OWN_FINDING');
    const lacks = missing(entry, input);
    if (lacks.length > 0) throw new HuifangError('REGISTER_INCOMPLETE', lacks);
    if (input.step === 'assign') await this.#refuseNamed(entry, input);
    if (input.step === 'join') this.#refuseUnknown(entry, input);
    const now = this.#deps.clock.now();
    const next = afterStep(entry, input, move.to, { actor: actorOf(who), now, rules: this.#deps.rules() });
    if (input.step === 'close') await this.#tell(entry, input, who);
    const noted = { field: 'step', old: input.step, next: notedOf(input) };
    return this.#write(entry, next, who, { what: `register.${input.step}`, noted });
  }

  /** Says by hand that an entry repeats another one of its kind; null takes it back. */
  async link(key: RegisterKey, version: number, target: string | null, who: Staff): Promise<RegisterRecord> {
    const entry = await this.#current(key, version, who);
    if (!may(who)('register.edit')) throw new HuifangError('FORBIDDEN', ['register.edit']);
    const first = target === null ? null : await this.one({ kind: key.kind, number: target }, who);
    const root = first?.duplicateOf ?? first?.number ?? null;
    if (root === entry.number) throw new HuifangError('BAD_REQUEST', ['an entry does not repeat itself']);
    return this.#write(entry, { ...entry, duplicateOf: root }, who, { what: 'register.link' });
  }

  /** `YYYY-MM-DD` of the hospital. */
  today(): string {
    return localDate(this.#deps.clock.now(), this.#deps.rules().zone);
  }

  /** A deadline that the background check has not reached yet is counted for the eye. */
  #counted(entry: RegisterRecord): RegisterRecord {
    const uncounted = entry.dueOn === null && entry.status !== 'closed';
    return uncounted ? withDue(entry, this.#deps.rules()) : entry;
  }

  async #current(key: RegisterKey, version: number, who: Staff): Promise<RegisterRecord> {
    const entry = await this.one(key, who);
    if (entry.version !== version) throw new HuifangError('REGISTER_CONFLICT', [`${key.kind} ${key.number}`]);
    return entry;
  }

  async #write(
    entry: RegisterRecord,
    next: RegisterRecord,
    who: Staff,
    how: { readonly what: string; readonly noted?: FieldChange },
  ): Promise<RegisterRecord> {
    const changes = [...(how.noted === undefined ? [] : [how.noted]), ...changesBetween(entry, next)];
    if (changes.length === 0) return entry;
    const { accountId: account, name } = who;
    const at = this.#deps.clock.now();
    const written = await this.#deps.store.registers.change({
      record: next,
      by: { account, name },
      at,
      changes,
      what: how.what,
    });
    if (written === 'conflict') throw new HuifangError('REGISTER_CONFLICT', [`${entry.kind} ${entry.number}`]);
    this.#deps.onChange?.(entry);
    return { ...next, version: next.version + 1 };
  }

  /** Whom a complaint of the conversation names would learn by an entry of their own who the contact is, and write to them. */
  async #refuseHidden(conversationId: string, who: Staff): Promise<void> {
    const entries = await this.#deps.store.registers.ofConversation(conversationId);
    if (entries.some((entry) => isAbout(entry, who))) throw new HuifangError('NOT_FOUND', ['conversation']);
  }

  /** Both have to be there: the word in the entry, the person in the roster. */
  #refuseUnknown(entry: RegisterRecord, { joined }: StepInput): void {
    if (joined === undefined || !entry.concerns.includes(joined.written))
      throw new HuifangError('BAD_REQUEST', ['joined.written: one of those whom the entry names']);
    const { name, role, department } = joined.person;
    const isKnown = this.roster.some((one) => one.name === name && one.role === role && one.department === department);
    if (!isKnown) throw new HuifangError('BAD_REQUEST', ['joined.person: one of the roster']);
  }

  /** A complaint is not given to a department whose every head is somebody it names (standards.md section 6). */
  async #refuseNamed(entry: RegisterRecord, { fields }: StepInput): Promise<void> {
    const departments = [fields?.department ?? entry.department, ...(fields?.coDepartments ?? entry.coDepartments)];
    for (const department of departments) {
      const heads = await this.#deps.headsOf(department);
      if (heads.length > 0 && heads.every((head) => isAbout(entry, head)))
        throw new HuifangError('REGISTER_NAMED', [department]);
    }
  }

  /** Told before it is closed: what is not sure to leave must not stand in the register as said. */
  async #tell(entry: RegisterRecord, { reply }: StepInput, who: Staff): Promise<void> {
    if (reply?.channel !== 'conversation') return;
    if (entry.conversationId === null) throw new HuifangError('REGISTER_UNTOLD', ['missing']);
    const times = entry.signatures.filter(({ step }) => step === 'close').length;
    const told = await this.#deps.tellResult(entry.conversationId, {
      account: who.accountId,
      index: entry.index,
      number: entry.number,
      text: reply.text.trim(),
      id: `register.${entry.kind}.${entry.number}.${String(times)}`,
    });
    if (told.type !== 'done') throw new HuifangError('REGISTER_UNTOLD', [told.type]);
  }
}

/** What the history says beside the name of a step. */
function notedOf({ reason, joined }: StepInput): string {
  return joined === undefined ? (reason?.trim() ?? '') : `${joined.written} → ${notedAs(joined.person)}`;
}

/**
 * The finding is signed by the head of a department that handles the entry (the one concerned only reads it), or by who stands in
 * for a head that is not there.
 */
function answersFor(entry: RegisterRecord, who: Staff, granted: (permission: Permission) => boolean): boolean {
  if (who.role !== 'head') return granted('register.answer');
  return who.department !== null && [entry.department, ...entry.coDepartments].includes(who.department);
}
