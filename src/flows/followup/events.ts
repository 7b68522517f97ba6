import type { Effect, PhraseRef } from '../../domain/effect.ts';
import type { Answer, HandoffReason, Outcome, Priority } from '../../domain/vocabulary.ts';
import type { StepEnv } from '../flow.ts';
import type { DoubtfulGrade, FollowupContext } from './context.ts';
import type { Place } from './place.ts';

/** What every event of a message carries: what was taken in, and the acknowledgements that are due. */
interface Carried {
  readonly env: StepEnv;
  /** The context with everything the message says taken in. */
  readonly after: FollowupContext;
  /** Answers, register entries, requests, notes of this message. */
  readonly effects: readonly Effect[];
  /** At most two. */
  readonly acks: readonly PhraseRef[];
}

/** How the open question is put again. */
export type Manner = 'plain' | 'simpler';

/** The one meaning of a message that decides what happens; chosen by `decide` in the handbook's order. */
export type Principal =
  /** 27, 28. */
  | { readonly type: 'RED_FLAG'; readonly reason: 'emergency' | 'self_harm' }
  | { readonly type: 'CHECK_SAFETY'; readonly reason: 'emergency' | 'self_harm' }
  /** 25. `confirm`: not when the carrier has answered already. */
  | { readonly type: 'OPT_OUT'; readonly confirm: boolean }
  | { readonly type: 'OPT_IN'; readonly confirm: boolean }
  /** 11, 12, 26, 29, second time of 21 and 30. */
  | { readonly type: 'HANDOFF'; readonly reason: HandoffReason; readonly priority: Priority }
  /** 7. */
  | { readonly type: 'DECEASED' }
  | { readonly type: 'CHECK_DEATH' }
  /** 6, 5. */
  | { readonly type: 'WRONG_NUMBER' }
  | { readonly type: 'UNAWARE' }
  /** In hospital again, or still: nothing is asked now, and what follows that stay is followed up by itself. */
  | { readonly type: 'READMITTED' }
  /** 3; `vague`: no time was given, the next day at the same hour is taken. */
  | { readonly type: 'RESCHEDULE'; readonly at: number; readonly vague: boolean }
  /** 2. */
  | { readonly type: 'BUSY' }
  /** 24, and the refusal after a death. */
  | { readonly type: 'REFUSE' }
  /** 22. */
  | { readonly type: 'CHECK_GRADE'; readonly doubt: DoubtfulGrade }
  | { readonly type: 'ASK_GRADE'; readonly question: string }
  /** Answers what stands open: on to `place`. */
  | { readonly type: 'ANSWER'; readonly place: Place }
  /** Talk that leaves the open question open: it is put again. */
  | { readonly type: 'REPEAT'; readonly manner: Manner }
  /** Taken in and acknowledged; nothing is asked. */
  | { readonly type: 'HEARD' };

export type MessageEvent = Principal & Carried;

export type FollowupEvent =
  | MessageEvent
  | { readonly type: 'OPEN'; readonly env: StepEnv }
  | { readonly type: 'REMINDER'; readonly env: StepEnv }
  | { readonly type: 'EXPIRY'; readonly env: StepEnv }
  | { readonly type: 'BEREAVEMENT'; readonly env: StepEnv }
  | { readonly type: 'RESUME'; readonly env: StepEnv; readonly place: Place }
  | { readonly type: 'WITHDRAW'; readonly why: 'deceased' | 'readmitted'; readonly env: StepEnv }
  | { readonly type: 'TAKE'; readonly env: StepEnv }
  /** `after`: the context that the talk goes on with. `place` `scheduled`: nothing is said before its `resumeAt`. */
  | { readonly type: 'HAND_BACK'; readonly env: StepEnv; readonly after: FollowupContext; readonly place: Place }
  | { readonly type: 'STAFF_CLOSE'; readonly env: StepEnv; readonly outcome: Outcome }
  | { readonly type: 'TAKE_BACK'; readonly env: StepEnv; readonly outcome: Outcome }
  | {
      readonly type: 'CORRECT';
      readonly env: StepEnv;
      readonly question: string;
      readonly answer: Answer | null;
    }
  | { readonly type: 'CARRIER_OPT_OUT'; readonly env: StepEnv }
  | { readonly type: 'UNREACHABLE'; readonly env: StepEnv };
