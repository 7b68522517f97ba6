import { mayDo } from '../../../access/roles.ts';
import type { RegisterRecord } from '../../../domain/register.ts';
import { wroteFinding } from '../../../domain/register-signatures.ts';
import { isOverdue } from '../../../registers/deadline.ts';
import { EDITABLE_FIELDS, FIELD_PERMISSIONS } from '../../../registers/fields.ts';
import { masked } from '../../../registers/masking.ts';
import type { Staff } from '../../../registers/staff.ts';
import type { EntryView, EntryWire } from '../../wire/registers.ts';
import type { RegisterApi } from './deps.ts';

/** Fields whose former values would tell what is masked. */
const MASKED = new Set(['contactName', 'patientName', 'recordNo', 'phone', 'address']);

/** As it is sent: masked. */
export function entryWire(entry: RegisterRecord, today: string): EntryWire {
  return { ...masked(entry), overdue: isOverdue(entry, today) };
}

/** The caller would approve it, but for a finding of their own. */
function isOwn(entry: RegisterRecord, who: Staff): boolean {
  return entry.status === 'answered' && mayDo(who.role, 'register.approve') && wroteFinding(entry, who.accountId);
}

/** An entry with all that stands beside it. */
export async function entryView({ desk, store }: RegisterApi, entry: RegisterRecord, who: Staff): Promise<EntryView> {
  const today = desk.today();
  const [{ suspects, linked }, steps, headless, forLeader, attachments, history] = await Promise.all([
    desk.duplicates(entry, who),
    desk.steps(entry, who),
    desk.isHeadless(entry),
    desk.lacksApprover(entry),
    store.registers.attachments(entry),
    store.registers.history(entry),
  ]);
  return {
    entry: entryWire(entry, today),
    steps,
    headless,
    approval: forLeader ? 'leader' : isOwn(entry, who) ? 'self' : null,
    openNames: desk.openNames(entry),
    editable: EDITABLE_FIELDS.filter((field) =>
      FIELD_PERMISSIONS[field].some((permission) => mayDo(who.role, permission)),
    ),
    advice: desk.advice(entry),
    suspects: suspects.map(({ entry: { number, text, receivedAt, status }, likeness }) => ({
      number,
      text,
      receivedAt,
      status,
      likeness,
    })),
    linked: linked.map(({ number }) => number),
    attachments,
    history: history.map((row) => (MASKED.has(row.field) ? { ...row, old: '', next: '' } : row)),
  };
}
