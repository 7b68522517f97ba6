import type { Appointment, HalfDay, Named } from './appointment.ts';
import type { FlowTimerKind } from './timer.ts';
import type { Answer, HandoffReason, Outcome, Priority, RegisterKind } from './vocabulary.ts';

/** A phrase of the phrase book with its variables. Times and names are rendered by the turn, in the contact's language. */
export interface PhraseRef {
  readonly key: string;
  readonly vars?: Readonly<Record<string, PhraseVar>>;
  /** What a messenger shows as buttons below it; a tap is understood like the typed text. */
  readonly options?: readonly string[];
}

/** Text goes in as it is; an instant is put into words ("明天上午10点") in the contact's language and zone. */
export type PhraseVar =
  | string
  | { readonly instant: number }
  | { readonly grade: string }
  | { readonly question: string }
  /** Departments or doctors, in the contact's language as far as they have a name in it. */
  | { readonly names: readonly Named[] }
  /** A department, and the doctor in it if one is meant. */
  | { readonly place: readonly Named[] }
  /** A calendar day `YYYY-MM-DD`, with the half-day if one is meant: "11月20日（周五）上午". */
  | { readonly day: string; readonly half: HalfDay | null }
  /** Several, each with the half-days that are open. */
  | { readonly days: readonly { readonly date: string; readonly halves: readonly HalfDay[] }[] };

/** What a step wants done. Data only: a handler in bot/turn/effects turns each into rows of the one commit. */
export type Effect =
  /** All `say` effects of a turn leave as one message, in order. */
  | {
      readonly type: 'say';
      readonly parts: readonly PhraseRef[];
      /** Safety text: sent at any hour, after opt-out and while staff own the conversation. */
      readonly urgent?: boolean;
      /** We start the talk (opening, reminder): sending hours and the caps per contact hold. */
      readonly proactive?: boolean;
      /** The one confirmation of an opt-out. */
      readonly confirmsOptOut?: boolean;
    }
  | { readonly type: 'answer'; readonly question: string; readonly answer: Answer | null }
  | {
      readonly type: 'register';
      readonly kind: RegisterKind;
      readonly text: string;
      readonly concerns: readonly string[];
      /** Index (per conversation, from 0, over all its entries) of the open entry this is added to. */
      readonly appendTo?: number;
    }
  | { readonly type: 'handoff'; readonly reason: HandoffReason; readonly priority: Priority }
  /** Opted out since: the wish for a person, or anything else staff should see without a work item. */
  | { readonly type: 'note'; readonly text: string }
  /** Somebody calls back; `phone` where the contact gave another than the one they write from. */
  | { readonly type: 'request'; readonly kind: 'callback'; readonly question: string; readonly phone?: string }
  /** A confirmed appointment for the desk. `ref` numbers those of one conversation from 0; the same again changes it. */
  | { readonly type: 'request'; readonly kind: 'appointment'; readonly ref: number; readonly appointment: Appointment }
  | { readonly type: 'cancelRequest'; readonly ref: number; readonly appointment: Appointment }
  /** A number under which the person of the open handoff can be reached. */
  | { readonly type: 'handoffPhone'; readonly phone: string }
  | { readonly type: 'setTimer'; readonly timer: FlowTimerKind; readonly due: number }
  | { readonly type: 'cancelTimers' }
  | { readonly type: 'mark'; readonly mark: 'deceased' | 'wrong_number' | 'readmitted' | 'opted_out' | 'opted_in' }
  | { readonly type: 'close'; readonly outcome: Outcome };

export type EffectType = Effect['type'];
