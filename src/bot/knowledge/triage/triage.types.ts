import type { Scores } from '../../understanding/model/model.ts';

/** A department of this hospital by its id. */
export interface TriageSuggestion {
  readonly department: string;
  /** 0–1. */
  readonly score: number;
}

/** What a message tells of a trouble, and who of this hospital sees to it. No diagnosis, and no emergency: those are read elsewhere, first. */
export interface TriageResult {
  /** It asks which department (挂什么科), with or without a trouble. */
  readonly asksDepartment: boolean;
  /** It tells a trouble, a known illness to be seen to, or a wish for care (a check-up, a vaccination, Chinese medicine). */
  readonly tellsTrouble: boolean;
  /** One to three departments, best first; none where no trouble is told, or nothing of it is understood. */
  readonly suggestions: readonly TriageSuggestion[];
  /** Whether the first can be named without asking back (19 of 20 are then right on messages of other authors). */
  readonly sure: boolean;
}

/** Reads one message. Pure. */
export type Triage = (text: string) => TriageResult;

/** The trained part: margins of the generic specialties and of TROUBLE (see app/model-file.ts). */
export interface TriageModel {
  score(text: string, question: string, signs: readonly string[]): Scores;
}

/** The class that says whether any trouble is told at all. */
export const TROUBLE = 'trouble';
/** What the model is asked: which specialty, and apart from it whether a trouble is told. */
export const WHICH = 'triage';
export const WHETHER = 'told';
