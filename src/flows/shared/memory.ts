import type { Handoff } from '../../domain/conversation.ts';
import type { Outcome, RegisterKind } from '../../domain/vocabulary.ts';
import type { StepEnv } from '../flow.ts';
import { is, type Shape } from './snapshot.ts';

/** A register entry of this conversation, as far as later messages need it. Its place in the list is its index. */
export interface EntryMemory {
  readonly kind: RegisterKind;
  readonly concerns: readonly string[];
  /** Whom of the staff it means; absent where nobody of the roster, and in conversations stored by earlier versions. */
  readonly people?: readonly PersonMemory[];
  /** Announced without facts ("我要投诉"). */
  readonly bare: boolean;
}

/** Somebody an entry is about. */
export interface PersonMemory {
  /** As the contact wrote it. */
  readonly written: string;
  /** The name on the roster where it is certain; null for a guess. */
  readonly name: string | null;
}

/** What every flow remembers of a talk. Plain JSON: it is stored between the turns. */
export interface TalkMemory {
  readonly entries: readonly EntryMemory[];
  /** Index of the complaint whose facts were asked for. */
  readonly factsOwed: number | null;
  readonly handoff: Handoff | null;
  /** The contact wants nothing more from us. Only safety texts are said. */
  readonly optedOut: boolean;
  /** Set once closed; it stays while something is still settled after closing. */
  readonly outcome: Outcome | null;
  /** The outcome before an opt-out, which an opt-in brings back. */
  readonly outcomeBefore: Outcome | null;
  /** The outcome before a person took over, which holds again once they hand back. Absent in talks of earlier versions. */
  readonly handedFrom?: Outcome | null;
  readonly insults: number;
  /** Messages in a row that could not be read (situation 21). */
  readonly misses: number;
  /** The courtesy that our last reply began with; it is not said twice running. */
  readonly courtesy: string | null;
  /** Danger that was in doubt and has been asked about. */
  readonly danger: 'self_harm' | 'emergency' | null;
}

export const FRESH_TALK: TalkMemory = {
  entries: [],
  factsOwed: null,
  handoff: null,
  optedOut: false,
  outcome: null,
  outcomeBefore: null,
  handedFrom: null,
  insults: 0,
  misses: 0,
  courtesy: null,
  danger: null,
};

/** For checking what was stored of it. */
export const TALK_SHAPE = {
  entries: is.list,
  factsOwed: is.numberOrNull,
  handoff: is.objectOrNull,
  optedOut: is.boolean,
  outcome: is.textOrNull,
  outcomeBefore: is.textOrNull,
  handedFrom: is.textOrNothing,
  insults: is.number,
  misses: is.number,
  courtesy: is.textOrNull,
  danger: is.textOrNull,
} satisfies Record<keyof TalkMemory, Shape[string]>;

/** A talk's memory with what the number says of opting out: said in another talk, or to the carrier, it holds in this one. */
export function withOptOut<C extends TalkMemory>(context: C, { optedOut }: Pick<StepEnv, 'optedOut'>): C {
  return optedOut === undefined || optedOut === context.optedOut ? context : { ...context, optedOut };
}

/** A copy that the recording functions of one step may write to; nobody else sees it before it is done. */
export type Draft<T> = { -readonly [K in keyof T]: T[K] };
