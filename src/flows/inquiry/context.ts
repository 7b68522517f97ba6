import { FRESH_TALK, type TalkMemory } from '../shared/memory.ts';
import { is, type Shape } from '../shared/snapshot.ts';

/** What a talk with somebody we do not know remembers. Plain JSON. */
export interface InquiryContext extends TalkMemory {
  /** They were told who we are and how we can help. */
  readonly welcomed: boolean;
}

export const FRESH: InquiryContext = { ...FRESH_TALK, welcomed: false };

/** For checking what was stored. */
export const SHAPE: Shape = {
  entries: is.list,
  factsOwed: is.numberOrNull,
  handoff: is.objectOrNull,
  optedOut: is.boolean,
  outcome: is.textOrNull,
  outcomeBefore: is.textOrNull,
  insults: is.number,
  misses: is.number,
  courtesy: is.textOrNull,
  danger: is.textOrNull,
  welcomed: is.boolean,
} satisfies Record<keyof InquiryContext, (value: unknown) => boolean>;
