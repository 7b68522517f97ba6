import type { Marked, Marks } from '../sieve/guarded.ts';
import type { Token } from './lexicon.ts';
import type { NamedPerson } from './people.ts';
import type { Scope } from './scope.ts';

export type RatingGrade = 'satisfied' | 'mostly_satisfied' | 'dissatisfied';

/** What one expression says about quality, after negation, hedge and degree. */
export interface Verdict {
  readonly grade: RatingGrade;
  /** 0–1; hedges and doubtful double negations stay below `ACT`. */
  readonly confidence: number;
  /**
   * `plain`: the scale itself (满意, 1) · `word`: another grade word · `quality`: a trait · `eval`: a judgement that tells
   * what is wrong, a reason by itself · `hedge`: not to be taken as a grade.
   */
  readonly source: 'plain' | 'word' | 'quality' | 'eval' | 'hedge';
  readonly start: number;
  readonly end: number;
}

/** A stretch of a clause about one person or thing; the unit of rating and opinion. */
export interface Part extends Marked {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Of the whole message. */
  readonly marks: Marks;
  /** How it was opened: the clause's opener, or `inner` where one clause turns to somebody else. */
  readonly opener: string;
  readonly scope: Scope;
  readonly roles: readonly string[];
  readonly things: readonly string[];
  readonly names: readonly NamedPerson[];
  readonly overall: boolean;
  /** Names a side of the work: 态度, 技术. */
  readonly aspect: boolean;
  readonly all: boolean;
  readonly verdicts: readonly Verdict[];
  /** Things gone wrong. */
  readonly faults: readonly Token[];
  /** Things done well beyond the expected. */
  readonly deeds: readonly Token[];
  /** Says more than a grade, a role and fillers. */
  readonly content: boolean;
}
