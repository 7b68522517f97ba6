import type { Effect, PhraseRef } from '../../domain/effect.ts';
import type { HandoffReason, Priority } from '../../domain/vocabulary.ts';
import type { Consulted, StepEnv } from '../flow.ts';
import type { Digest } from '../shared/digest.ts';
import type { Draft as Writable } from '../shared/memory.ts';
import type { RegisterNews } from '../shared/registers.ts';
import type { Desk } from './booking.ts';
import type { ConsultationContext } from './context.ts';

/** Where a talk can rest. */
export const STATES = [
  'open',
  /** A complaint was announced: what happened? */
  'facts',
  /** A danger was in doubt: is it so now? */
  'check',
  /** A department was suggested: shall we book? */
  'offering',
  /** Which of these is meant? */
  'choosing',
  /** An appointment lacks something that was asked for. */
  'booking',
  /** The appointment is complete: is it right? */
  'confirming',
  /** A question waits for a number to call back. */
  'number',
  'withStaff',
  'closed',
] as const;
export type State = (typeof STATES)[number];

/** What a reply leads to. */
export const REPLIES = {
  REPLY: 'open',
  ASK_FACTS: 'facts',
  OFFER: 'offering',
  CHOOSE: 'choosing',
  BOOK: 'booking',
  CONFIRM: 'confirming',
  ASK_NUMBER: 'number',
} as const satisfies Record<string, State>;
type Reply = keyof typeof REPLIES;

export type Principal =
  | { readonly type: 'RED_FLAG'; readonly reason: 'emergency' | 'self_harm' }
  | { readonly type: 'CHECK_SAFETY'; readonly reason: 'emergency' | 'self_harm' }
  | { readonly type: 'OPT_OUT'; readonly confirm: boolean }
  | { readonly type: 'OPT_IN'; readonly confirm: boolean }
  /** `words`: instead of those that the reason has. */
  | {
      readonly type: 'HANDOFF';
      readonly reason: HandoffReason;
      readonly priority: Priority;
      readonly words?: readonly PhraseRef[];
    }
  | { readonly type: 'HEARD' }
  /** Said after the acknowledgements. */
  | { readonly type: Reply; readonly parts: readonly PhraseRef[] };

/** One message while it is decided on. `after` and `effects` are written by the rules; nobody else sees them before. */
export interface Turn {
  readonly state: State;
  readonly before: ConsultationContext;
  readonly after: Writable<ConsultationContext>;
  readonly message: Digest;
  readonly consulted: Consulted;
  /** Medical questions in it that only a doctor may answer (one's own medicine, wound, result). */
  readonly needsDoctor: 'no' | 'perhaps' | 'surely';
  /** A plain yes, without a question or a "but" beside it. */
  readonly saysYes: boolean;
  readonly news: RegisterNews;
  readonly effects: Effect[];
  readonly env: StepEnv;
  readonly desk: Desk;
}

/** Null: not this rule's business. */
export type Rule = (turn: Turn) => Principal | null;
