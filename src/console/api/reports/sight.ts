import { mayDo } from '../../../access/roles.ts';
import { isAbout } from '../../../registers/naming.ts';
import type { SignedIn } from '../endpoint.ts';
import type { ReportDeps } from './deps.ts';

/** A complaint that names who looks hangs on the conversation: it is not there for them. */
export async function isHidden(deps: ReportDeps, who: SignedIn, conversationId: string | undefined): Promise<boolean> {
  if (conversationId === undefined || who.staffName === null) return false;
  const entries = await deps.store.registers.ofConversation(conversationId);
  return entries.some((entry) => isAbout(entry, who));
}

/** The conversation behind a row, for those who may open it. */
export function conversationFor(who: SignedIn, id: string | undefined): string | null {
  return mayDo(who.role, 'conversation.view') ? (id ?? null) : null;
}
