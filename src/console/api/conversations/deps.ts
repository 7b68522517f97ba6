import type { StaffActions } from '../../../bot/handover/actions.ts';
import type { ConversationRecord } from '../../../domain/conversation.ts';
import type { IdSource } from '../../../domain/ids.ts';
import type { Language } from '../../../domain/language.ts';
import type { SlaRules } from '../../../domain/sla.ts';
import type { Store } from '../../../store/store.ts';
import type { Colleague } from '../../wire/session.ts';
import type { Announce } from '../announce.ts';

type InLanguages = Readonly<Record<Language, string>>;

/** A reply that officers often need, as the configuration words it. */
export interface ReplyTemplate {
  readonly id: string;
  readonly group: string;
  readonly shortcut: string | null;
  readonly title: InLanguages;
  readonly text: InLanguages;
}

/** What of the configuration the desk works by; asked for at each call, so that a published change holds at once. */
export interface DeskRules {
  readonly zone: string;
  readonly sla: SlaRules;
  /** Of one segment; null: no price is set. */
  readonly smsPrice: { readonly amount: number; readonly currency: string } | null;
  readonly replies: readonly ReplyTemplate[];
  /** The same in every message of the hospital: `{hospital}`, `{staffNo}`, `{mainPhone}` … */
  readonly placeholders: Readonly<Record<string, InLanguages>>;
  /** Questions of the follow-up by id, in the hospital's language. */
  readonly questions: readonly { readonly id: string; readonly title: string }[];
  /** Until when a reply promises a call: the time it names, else as long as callbacks may take. Epoch ms. */
  readonly promisedFor: (text: string, now: number) => number;
  /** The question at which the bot would go on; null: it would not. */
  readonly handBackTo: (record: ConversationRecord, now: number) => string | null;
}

/** An account as colleagues see it. */
interface Person extends Colleague {
  readonly active: boolean;
}

export interface ConversationDeps {
  readonly store: Pick<Store, 'accounts' | 'desk' | 'views' | 'directory' | 'turns' | 'work'>;
  readonly staff: StaffActions;
  readonly ids: IdSource;
  readonly announce: Announce;
  /** All accounts: also who has left has written something. */
  readonly colleagues: () => Promise<readonly Person[]>;
  readonly rules: () => DeskRules;
}
