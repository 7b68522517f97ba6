/** The outcome vocabulary of the handbook, section 1. Each list gives the type and the run-time check. */

export const CONVERSATION_STATES = ['waiting', 'scheduled', 'with_staff', 'closed'] as const;
export type ConversationState = (typeof CONVERSATION_STATES)[number];

export const OUTCOMES = [
  'completed',
  'declined',
  'opted_out',
  'wrong_number',
  'not_reached',
  'deceased',
  'expired',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const GRADES = ['satisfied', 'mostly_satisfied', 'dissatisfied', 'no_opinion'] as const;
export type Grade = (typeof GRADES)[number];

export const RESPONDENTS = ['patient', 'family'] as const;
export type Respondent = (typeof RESPONDENTS)[number];

export const REGISTER_KINDS = ['complaint', 'praise', 'suggestion'] as const;
export type RegisterKind = (typeof REGISTER_KINDS)[number];

/** In the order in which the first one names a handoff with several reasons (handbook, end of section 3). */
export const HANDOFF_REASONS = [
  'self_harm',
  'emergency',
  'human_requested',
  'threat',
  'beyond_authority',
  'medical_question',
  'abuse',
  'not_understood',
  'unanswered',
] as const;
export type HandoffReason = (typeof HANDOFF_REASONS)[number];

/** From lowest to highest. */
export const PRIORITIES = ['normal', 'high', 'urgent'] as const;
export type Priority = (typeof PRIORITIES)[number];

export const CHANNEL_IDS = ['sms', 'simulator', 'telegram', 'web'] as const;
export type ChannelId = (typeof CHANNEL_IDS)[number];

/** Channels whose addresses stand in the discharge list; to the others somebody has to be tied first. */
const LISTED_CHANNELS: readonly ChannelId[] = ['sms', 'simulator'];

export function isListedChannel(channel: ChannelId): boolean {
  return LISTED_CHANNELS.includes(channel);
}

/** One answer of the follow-up; the reason is the contact's own words. */
export interface Answer {
  readonly grade: Grade;
  readonly reason?: string;
}
