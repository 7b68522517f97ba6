/** How a patient tends to write. Shares are of the messages, `perStep` of everything that happens. */
export interface Temper {
  /** Answers what was asked. */
  readonly toTheQuestion: number;
  /** Meanings they come out with instead, the finding kinds of the handbook. */
  readonly otherwise: readonly string[];
  readonly typos: number;
  readonly silence: number;
  readonly bursts: number;
}

const SOBER: Temper = { toTheQuestion: 0.9, otherwise: ['thanks'], typos: 0.05, silence: 0.06, bursts: 0.04 };

/** Kinds of patients; none of them is real. */
export const TEMPERS = {
  willing: { ...SOBER, otherwise: ['thanks', 'praise', 'suggestion', 'hospital_question'] },
  angry: {
    ...SOBER,
    toTheQuestion: 0.35,
    otherwise: ['abuse', 'complaint', 'threat', 'beyond_authority', 'human', 'refuse', 'opt_out', 'complaint_status'],
    bursts: 0.15,
    typos: 0.15,
  },
  lost: {
    ...SOBER,
    toTheQuestion: 0.4,
    otherwise: [
      'not_understood',
      'unreadable',
      'who_are_you',
      'scam_doubt',
      'misunderstood',
      'off_topic',
      'no_opinion',
      'correction',
    ],
    typos: 0.4,
  },
  busy: {
    ...SOBER,
    toTheQuestion: 0.3,
    otherwise: ['busy', 'contact_time', 'decline', 'refuse', 'available'],
    silence: 0.3,
  },
  ill: {
    ...SOBER,
    toTheQuestion: 0.4,
    otherwise: ['medical_question', 'emergency', 'self_harm', 'appointment', 'human'],
  },
  family: {
    ...SOBER,
    toTheQuestion: 0.5,
    otherwise: ['relative', 'unaware_relative', 'deceased', 'wrong_number', 'agree', 'decline', 'refuse'],
    silence: 0.15,
  },
  gone: {
    ...SOBER,
    toTheQuestion: 0.6,
    otherwise: ['opt_out', 'opt_in', 'refuse', 'farewell', 'rating'],
    silence: 0.35,
  },
  random: {
    ...SOBER,
    toTheQuestion: 0,
    otherwise: ['apology', 'greeting', 'already_surveyed', 'agree'],
    typos: 0.3,
    bursts: 0.15,
  },
} as const satisfies Record<string, Temper>;

/** How often each is met. */
export const FREQUENCY: Readonly<Record<keyof typeof TEMPERS, number>> = {
  willing: 4,
  angry: 3,
  lost: 2,
  busy: 2,
  ill: 2,
  family: 2,
  gone: 2,
  random: 3,
};
