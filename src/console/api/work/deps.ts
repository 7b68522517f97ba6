import type { StaffActions } from '../../../bot/handover/actions.ts';
import type { ConversationRecord } from '../../../domain/conversation.ts';
import type { PhraseRef } from '../../../domain/effect.ts';
import type { IdSource } from '../../../domain/ids.ts';
import type { PromiseRules } from '../../../domain/promises.ts';
import type { Person } from '../../../registers/naming.ts';
import type { DeskStore, RegisterStore, WorkStore } from '../../../store/store.ts';

/** What the endpoints of work items use. */
export interface WorkDeps {
  readonly work: WorkStore;
  readonly desk: Pick<DeskStore, 'maySee'>;
  readonly registers: Pick<RegisterStore, 'find'>;
  readonly ids: IdSource;
  readonly rules: () => PromiseRules;
  readonly tell: StaffActions['tell'];
  /** A message of phrases in the contact's language, as it would be sent now. */
  readonly inWords: (parts: readonly PhraseRef[], record: ConversationRecord) => string;
  /** Active accounts that may settle work. */
  readonly colleagues: () => Promise<readonly ({ readonly id: string; readonly name: string } & Person)[]>;
  /** A task is another now: pages that show it ask again. */
  readonly changed: (workId: string) => void;
  /** It was given to this account, which is told. */
  readonly given: (workId: string, account: string) => void;
}
