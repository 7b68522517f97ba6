import type { ModelClass } from './classes.ts';

/**
 * The score from which on the model alone reads a meaning, in units of the margin. Chosen on the development set
 * (corpus/development): the best F1, for what hands over or ends the talk with a precision of at least 0.9;
 * `npm run -s evaluate:understanding` shows what they do.
 */
export const THRESHOLDS: Readonly<Record<ModelClass, number>> = {
  abuse: -0.7,
  agree: -0.45,
  already_surveyed: -0.1,
  apology: -0.5,
  appointment: -0.2,
  available: -0.55,
  beyond_authority: -0.4,
  busy: 0,
  complaint: -0.05,
  complaint_status: -0.15,
  correction: -0.05,
  deceased: 0.15,
  decline: -0.25,
  emergency: -0.05,
  farewell: -0.05,
  greeting: -0.3,
  hospital_question: -0.2,
  human: -0.35,
  medical_question: -0.2,
  misunderstood: -0.55,
  no_opinion: -0.5,
  not_understood: -0.25,
  off_topic: 0.05,
  opt_in: -0.25,
  opt_out: 0,
  praise: -0.3,
  'rating.dissatisfied': -0.2,
  'rating.mostly_satisfied': 0.45,
  'rating.satisfied': 0.05,
  refuse: -0.2,
  relative: -0.05,
  scam_doubt: -0.5,
  self: -0.25,
  self_harm: -0.1,
  suggestion: -0.3,
  thanks: -0.3,
  threat: -0.2,
  unaware_relative: -0.4,
  unreadable: -0.5,
  who_are_you: -0.35,
  wrong_number: -0.05,
};

/**
 * The same where somebody consults us. Chosen on the development set read as a consultation, on questions to hospitals and on troubles
 * told, all by authors that the model had not seen: rather a question too many than a patient who asks for a bed told of a helpline.
 */
export const CONSULTATION_THRESHOLDS: Readonly<Record<ModelClass, number>> = {
  ...THRESHOLDS,
  abuse: -0.55,
  apology: 0.2,
  appointment: -0.25,
  beyond_authority: -0.2,
  complaint: 0.35,
  complaint_status: -0.05,
  correction: 0.1,
  deceased: 0.1,
  decline: -0.05,
  emergency: 0.05,
  greeting: 0,
  hospital_question: -0.4,
  human: -0.15,
  medical_question: 0.2,
  misunderstood: -0.25,
  not_understood: -0.15,
  off_topic: 0.45,
  opt_out: -0.1,
  praise: 0,
  scam_doubt: -0.35,
  self_harm: -0.05,
  suggestion: -0.15,
  threat: -0.1,
  unreadable: -0.2,
  who_are_you: 0.1,
  wrong_number: 0.3,
};
