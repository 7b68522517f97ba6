import type { ModelClass } from './classes.ts';

/** Scores in units of the margin, as `Model.score` gives them. */
export interface Threshold {
  /** From here on the model alone reads this meaning. */
  readonly add: number;
  /** A rule's reading stands from here on; below, the model contradicts it. */
  readonly keep: number;
}

/** Chosen on the development set (corpus/development) for the best F1; `npm run -s evaluate:understanding` shows what they do. */
export const THRESHOLDS: Readonly<Record<ModelClass, Threshold>> = {
  abuse: { keep: -0.9, add: -0.3 },
  agree: { keep: -9, add: 0 },
  already_surveyed: { keep: -1, add: -0.4 },
  apology: { keep: -1.2, add: -0.4 },
  appointment: { keep: -9, add: -0.4 },
  available: { keep: -0.7, add: -0.1 },
  beyond_authority: { keep: -0.9, add: -0.4 },
  busy: { keep: -0.7, add: 0.2 },
  complaint: { keep: -0.7, add: -0.1 },
  complaint_status: { keep: -9, add: -0.1 },
  correction: { keep: -0.5, add: -0.2 },
  deceased: { keep: -0.7, add: 0 },
  decline: { keep: -0.8, add: -0.1 },
  emergency: { keep: -1.1, add: -0.2 },
  farewell: { keep: -1, add: -0.3 },
  greeting: { keep: -1, add: -0.1 },
  hospital_question: { keep: -0.6, add: -0.1 },
  human: { keep: -9, add: -0.2 },
  medical_question: { keep: -0.8, add: -0.3 },
  misunderstood: { keep: -0.8, add: -0.3 },
  no_opinion: { keep: -0.7, add: -0.3 },
  not_understood: { keep: -0.7, add: -0.4 },
  off_topic: { keep: -0.4, add: 0.4 },
  opt_in: { keep: -1, add: -0.3 },
  opt_out: { keep: -0.7, add: 0.2 },
  praise: { keep: -0.5, add: -0.2 },
  'rating.dissatisfied': { keep: -0.8, add: 0.4 },
  'rating.mostly_satisfied': { keep: -0.9, add: 0.4 },
  'rating.satisfied': { keep: -0.8, add: 0.2 },
  refuse: { keep: -0.4, add: -0.1 },
  relative: { keep: -0.5, add: 0.4 },
  scam_doubt: { keep: -1.2, add: -0.2 },
  self: { keep: -1.2, add: -0.1 },
  self_harm: { keep: -1.1, add: -0.2 },
  suggestion: { keep: -0.7, add: -0.3 },
  thanks: { keep: -0.9, add: -0.4 },
  threat: { keep: -0.9, add: -0.3 },
  unaware_relative: { keep: -0.4, add: 0.1 },
  unreadable: { keep: -9, add: -0.5 },
  who_are_you: { keep: -0.8, add: -0.4 },
  wrong_number: { keep: -0.4, add: 0 },
};
