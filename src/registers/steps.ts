import type {
  Dismissal,
  RegisterChannel,
  RegisterForm,
  RegisterRecord,
  RegisterStatus,
  RegisterStep,
  Signer,
} from '../domain/register.ts';
import { type DeadlineRules, pausedFor, withDue } from './deadline.ts';
import { notedAs, type StaffMember } from './praised.ts';
import { type Need, WORKFLOW } from './workflow.ts';

/** What somebody fills in with a step. */
export interface StepInput {
  readonly step: RegisterStep;
  /** With the step: `department`, `coDepartments`, `categories` … */
  readonly fields?: Partial<
    Pick<
      RegisterForm,
      | 'department'
      | 'coDepartments'
      | 'categories'
      | 'severity'
      | 'proposal'
      | 'opinion'
      | 'instruction'
      | 'improvement'
      | 'facts'
      | 'handled'
    >
  >;
  readonly finding?: string;
  /** What the contact is told, and how. */
  readonly reply?: { readonly text: string; readonly channel: RegisterChannel };
  readonly dismissal?: Dismissal;
  readonly reason?: string;
  /** Of `join`: a word of the entry, and whom of the roster it means. */
  readonly joined?: { readonly written: string; readonly person: StaffMember };
}

/** Who does it; `department`: of a head. */
export interface Actor extends Signer {
  readonly department: string | null;
}

/** Who does a step and when, and what deadlines are counted with. */
export interface StepScene {
  readonly actor: Actor;
  readonly now: number;
  readonly rules: DeadlineRules;
}

/** What a step lacks; empty when it can be done. */
export function missing(entry: RegisterRecord, input: StepInput): readonly Need[] {
  const filled = { ...entry, ...input.fields };
  const has: Readonly<Record<Need, boolean>> = {
    department: isWritten(filled.department),
    categories: filled.categories.length > 0,
    finding: isWritten(input.finding),
    proposal: isWritten(filled.proposal),
    instruction: isWritten(input.fields?.instruction),
    reply: isWritten(input.reply?.text),
    handled: isWritten(filled.handled),
    reason: isWritten(input.reason) || (input.step === 'dismiss' && isReason(input.dismissal)),
  };
  return WORKFLOW[input.step].needs.filter((need) => !has[need]);
}

function isWritten(text: string | undefined): boolean {
  return text !== undefined && text.trim() !== '';
}

/** "Other" is no reason without words. */
function isReason(dismissal: Dismissal | undefined): boolean {
  return dismissal !== undefined && dismissal !== 'other';
}

/** The entry after a step that is allowed and lacks nothing. Whoever does it signs. */
export function afterStep(
  entry: RegisterRecord,
  input: StepInput,
  to: RegisterStatus | null,
  scene: StepScene,
): RegisterRecord {
  const { actor, now } = scene;
  const { account, name } = actor;
  const filled: RegisterRecord = {
    ...entry,
    ...input.fields,
    status: to ?? entry.status,
    signatures: [...entry.signatures, { step: input.step, account, name, at: now }],
    handler: entry.handler ?? (input.step === 'assign' ? { account, name } : null),
  };
  return SPECIAL[input.step](filled, input, scene);
}

type Special = (entry: RegisterRecord, input: StepInput, scene: StepScene) => RegisterRecord;
const plain: Special = (entry) => entry;

/** What a step does besides moving, filling in and signing. */
const SPECIAL: Readonly<Record<RegisterStep, Special>> = {
  take: (entry, _, { actor: { account, name } }) => ({ ...entry, handler: { account, name } }),
  assign: (entry, _, { rules }) =>
    withDue({ ...entry, coDepartments: entry.coDepartments.filter((one) => one !== entry.department) }, rules),
  answer: answered,
  approve: plain,
  instruct: plain,
  return: reopened,
  pause: (entry, _, { now }) => ({ ...entry, pausedAt: now }),
  resume: (entry, _, { now, rules }) => {
    const days = entry.pausedAt === null ? 0 : pausedFor(entry.pausedAt, now, rules);
    return withDue({ ...entry, pausedAt: null, pausedDays: entry.pausedDays + days, escalated: 0 }, rules);
  },
  close: (entry, { reply }, { now }) => ({
    ...entry,
    closedAt: now,
    reply: reply === undefined ? entry.reply : { ...reply, text: reply.text.trim(), at: now },
  }),
  dismiss: (entry, { dismissal }, { now }) => ({ ...entry, closedAt: now, dismissed: dismissal ?? 'other' }),
  conclude: (entry, _, { now }) => ({ ...entry, closedAt: now }),
  join: (entry, { joined }) => {
    if (joined === undefined) return entry;
    const concerns = entry.concerns.map((one) => (one === joined.written ? notedAs(joined.person) : one));
    return { ...entry, concerns: [...new Set(concerns)] };
  },
};

/** A step back; an entry that was closed has its days anew, or it would be overdue in the moment it is opened again. */
function reopened(entry: RegisterRecord, _: StepInput, { rules }: StepScene): RegisterRecord {
  const open = { ...entry, closedAt: null, dismissed: null };
  return entry.closedAt === null ? open : withDue({ ...open, pausedDays: 0, escalated: 0 }, rules);
}

/** A co-handling department adds what it found; only the responsible one moves the entry on. Its own earlier finding is replaced. */
function answered(entry: RegisterRecord, { finding = '' }: StepInput, { actor, now }: StepScene): RegisterRecord {
  const department = actor.department ?? entry.department;
  const found = { department, text: finding.trim(), account: actor.account, name: actor.name, at: now };
  const isResponsible = department === entry.department;
  return {
    ...entry,
    status: isResponsible ? entry.status : 'assigned',
    findings: [...entry.findings.filter((one) => one.department !== department), found],
  };
}
