import type { Answer, Grade, Respondent } from '../../domain/vocabulary.ts';
import { FRESH_TALK, TALK_SHAPE, type TalkMemory } from '../shared/memory.ts';
import { is, type Shape } from '../shared/snapshot.ts';

/** A grade that was read with too little confidence and is put to the contact first (situation 22). */
export interface DoubtfulGrade {
  readonly question: string;
  readonly grade: Exclude<Grade, 'no_opinion'>;
  readonly reason?: string;
}

/** What a follow-up remembers between the turns. Plain JSON. */
export interface FollowupContext extends TalkMemory {
  readonly answers: Readonly<Record<string, Answer>>;
  /** Free-text questions that are done with. */
  readonly done: readonly string[];
  readonly lastAnswered: string | null;
  /** Graded without a reason: the reason is asked for once, for all of them together. */
  readonly owed: readonly string[];
  /** Questions whose reason was asked for already. */
  readonly reasonAsked: readonly string[];
  /** Questions put once more after a bare 不知道. */
  readonly reworded: readonly string[];
  /** A question that was answered and is asked anew because the contact took the answer back. */
  readonly reopened: string | null;
  readonly doubt: DoubtfulGrade | null;
  /** Replies in a row to "which grade?" that named none. */
  readonly vague: number;
  /** The interview has begun: the first question was, or may be, asked. */
  readonly started: boolean;
  readonly identified: boolean;
  readonly respondent: Respondent | null;
  readonly deceased: boolean;
  /** After a death: the contact is willing to answer all the same. */
  readonly consented: boolean;
  /** Said to have been surveyed already (20): a no then is a refusal. */
  readonly surveyed: boolean;
  /** Epoch ms of the agreed time. */
  readonly resumeAt: number | null;
  /** The greeting at the agreed time was the last thing said: the reply is read as at the opening. */
  readonly greeted: boolean;
  /** The one reminder of this silence has been sent. */
  readonly reminded: boolean;
  /** The rating question that was put last: what a grade without a name can answer once nothing is asked any more. */
  readonly asked: string | null;
  /** Texts nobody could read that staff were shown, shortened. */
  readonly shown: readonly string[];
}

export const FRESH: FollowupContext = {
  ...FRESH_TALK,
  answers: {},
  done: [],
  lastAnswered: null,
  owed: [],
  reasonAsked: [],
  reworded: [],
  reopened: null,
  doubt: null,
  vague: 0,
  started: false,
  identified: false,
  respondent: null,
  deceased: false,
  consented: false,
  surveyed: false,
  resumeAt: null,
  greeted: false,
  reminded: false,
  asked: null,
  shown: [],
};

/** What version 1 did not remember yet. */
export const SINCE_2: Pick<FollowupContext, 'asked' | 'shown'> = { asked: FRESH.asked, shown: FRESH.shown };

/** For checking what was stored. */
export const SHAPE: Shape = {
  ...TALK_SHAPE,
  answers: is.object,
  done: is.texts,
  lastAnswered: is.textOrNull,
  owed: is.texts,
  reasonAsked: is.texts,
  reworded: is.texts,
  reopened: is.textOrNull,
  doubt: is.objectOrNull,
  vague: is.number,
  started: is.boolean,
  identified: is.boolean,
  respondent: is.textOrNull,
  deceased: is.boolean,
  consented: is.boolean,
  surveyed: is.boolean,
  resumeAt: is.numberOrNull,
  greeted: is.boolean,
  reminded: is.boolean,
  asked: is.textOrNull,
  shown: is.texts,
} satisfies Record<keyof FollowupContext, (value: unknown) => boolean>;
