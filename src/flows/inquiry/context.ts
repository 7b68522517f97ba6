import { FRESH_TALK, TALK_SHAPE, type TalkMemory } from '../shared/memory.ts';
import { is, type Shape } from '../shared/snapshot.ts';

/** What a talk with somebody we do not know remembers. Plain JSON. */
export interface InquiryContext extends TalkMemory {
  /** They were told who we are and how we can help. */
  readonly welcomed: boolean;
}

export const FRESH: InquiryContext = { ...FRESH_TALK, welcomed: false };

/** For checking what was stored. */
export const SHAPE: Shape = {
  ...TALK_SHAPE,
  welcomed: is.boolean,
} satisfies Record<keyof InquiryContext, (value: unknown) => boolean>;
