import { HuifangError } from '../../../domain/errors.ts';
import { namesOf } from '../../../registers/naming.ts';
import type { ConversationView, Sight } from '../../../store/store.ts';
import type { SignedIn } from '../endpoint.ts';
import type { ConversationDeps } from './deps.ts';

/** What of all conversations somebody may see: their department, and none with a complaint about themselves. */
export function sightOf({ role, department, staffName }: Pick<SignedIn, 'role' | 'department' | 'staffName'>): Sight {
  return {
    department: role === 'head' ? (department ?? '') : null,
    hiddenFrom: namesOf({ staffName, department }),
  };
}

/** The same for alarms: they name nobody and must reach whoever can help, so only the full name in a complaint keeps them from somebody. */
export function alarmSightOf(who: SignedIn): Sight {
  return { ...sightOf(who), hiddenFrom: namesOf({ ...who, department: null }) };
}

/** The conversation, if the caller may see it. NOT_FOUND for what is not there and for what is not for them: nobody can tell which. */
export async function visibleConversation(
  { store }: Pick<ConversationDeps, 'store'>,
  who: SignedIn,
  id: string,
): Promise<ConversationView> {
  await requireVisible({ store }, who, id);
  const view = await store.views.view(id);
  if (view === undefined) throw new HuifangError('NOT_FOUND');
  return view;
}

/** The same for what changes it. */
export async function requireVisible(
  { store }: Pick<ConversationDeps, 'store'>,
  who: SignedIn,
  id: string,
): Promise<void> {
  if (!(await store.desk.maySee(id, sightOf(who)))) throw new HuifangError('NOT_FOUND');
}
