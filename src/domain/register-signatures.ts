import { REGISTER_STATUSES, type RegisterRecord, type RegisterStatus, type RegisterStep } from './register.ts';

type Signature = RegisterRecord['signatures'][number];
type Finding = RegisterRecord['findings'][number];

/** How far an entry is once the step holds; the others are never taken back. */
const REACHES: Readonly<Partial<Record<RegisterStep, RegisterStatus>>> = {
  assign: 'assigned',
  answer: 'answered',
  approve: 'approved',
  close: 'closed',
};

/** The signature under a step as it holds now: the last one; undefined where nobody has signed, or the step was taken back. */
export function standingSignature(entry: RegisterRecord, step: RegisterStep): Signature | undefined {
  const status = REACHES[step];
  const holds = status === undefined || REGISTER_STATUSES.indexOf(entry.status) >= REGISTER_STATUSES.indexOf(status);
  const dismissed = entry.dismissed !== null && status !== undefined && status !== 'assigned';
  return holds && !dismissed ? entry.signatures.findLast((one) => one.step === step) : undefined;
}

/**
 * Whether a department's finding is signed as it stands: that of the responsible one until it is returned, that of one which helps as long
 * as it does.
 */
export function findingStands(entry: RegisterRecord, { department }: Finding): boolean {
  if (department === entry.department) return standingSignature(entry, 'answer') !== undefined;
  return entry.coDepartments.includes(department);
}

/** True of whoever signed one of the findings that an approval would be about: nobody approves their own. */
export function wroteFinding({ findings }: RegisterRecord, account: string): boolean {
  return findings.some((one) => one.account === account);
}
