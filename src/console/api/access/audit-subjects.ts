import { mayDo } from '../../../access/roles.ts';
import type { AuditEntry, Store } from '../../../store/store.ts';
import type { AuditAbout } from '../../wire/access.ts';
import { maskedPatient } from '../conversations/masking.ts';
import { sightOf } from '../conversations/sight.ts';
import type { SignedIn } from '../endpoint.ts';
import { mayKnow } from '../work/task.ts';

export type SubjectStores = Pick<Store, 'accounts' | 'desk' | 'registers' | 'shifts' | 'turns' | 'work'>;
type Row = Pick<AuditEntry, 'what' | 'subject'>;

const ENTRY = /^(complaint|praise|suggestion)\/(\d{4}-\d+)/u;

/**
 * Whom or what a row of the audit means: accounts by name, entries by number, patients by their masked name, and that only for a role
 * that sees conversations. Empty where it cannot be looked up (any more), or where it is kept from who asks.
 */
export async function subjectsOf(stores: SubjectStores, who: SignedIn, row: Row): Promise<readonly AuditAbout[]> {
  const { what, subject } = row;
  const [area = ''] = what.split('.');
  if (['account', 'session', 'totp'].includes(area)) return accountOf(stores, subject);
  if (area === 'conversation' || what === 'work.callback') return talkOf(stores, who, subject);
  if (area === 'work') return taskOf(stores, who, subject);
  if (area === 'patient') {
    const found = await talkOf(stores, who, subject);
    return found.length > 0 ? found : taskOf(stores, who, subject);
  }
  if (area === 'register') return entryOf(subject);
  return area === 'shift' ? shiftsOf(stores, subject) : [];
}

async function accountOf({ accounts }: SubjectStores, id: string): Promise<readonly AuditAbout[]> {
  const account = await accounts.find(id);
  return account === undefined ? [] : [{ type: 'account', name: account.name }];
}

async function talkOf({ desk, turns }: SubjectStores, who: SignedIn, id: string): Promise<readonly AuditAbout[]> {
  const loaded = seesPatients(who) && (await desk.maySee(id, sightOf(who))) ? await turns.load(id) : undefined;
  return loaded === undefined ? [] : [{ type: 'patient', name: maskedPatient(loaded.record) }];
}

async function taskOf(stores: SubjectStores, who: SignedIn, id: string): Promise<readonly AuditAbout[]> {
  const row = await stores.work.find(id);
  if (row === undefined || !(await mayKnow(stores, who, row.task))) return [];
  const name = seesPatients(who) && row.record !== null ? maskedPatient(row.record) : null;
  return [{ type: 'task', kind: row.task.kind, name }];
}

function seesPatients({ role }: SignedIn): boolean {
  return mayDo(role, 'conversation.view');
}

function entryOf(subject: string): readonly AuditAbout[] {
  const [, kind, number] = ENTRY.exec(subject) ?? [];
  if (kind !== 'complaint' && kind !== 'praise' && kind !== 'suggestion') return [];
  return [{ type: 'entry', kind, number: number ?? '' }];
}

/** A review is of several. */
async function shiftsOf({ shifts }: SubjectStores, ids: string): Promise<readonly AuditAbout[]> {
  const found = await Promise.all(ids.split(' ').map((id) => shifts.find(id)));
  return found
    .filter((shift) => shift !== undefined)
    .map(({ day, name, accountName }) => ({ type: 'shift', day, name, person: accountName }));
}
