/** Timers a flow sets (handbook 23, 7, 3). */
export const FLOW_TIMER_KINDS = ['reminder', 'expiry', 'resume', 'bereavement'] as const;
export type FlowTimerKind = (typeof FLOW_TIMER_KINDS)[number];

/** `settle`: texts in quick succession are stored at once and read together when it fires. */
export const TIMER_KINDS = [...FLOW_TIMER_KINDS, 'settle'] as const;
export type TimerKind = (typeof TIMER_KINDS)[number];

/** A conversation has at most one timer of a kind; setting it again moves it. */
export interface Timer {
  readonly conversationId: string;
  readonly kind: TimerKind;
  /** Epoch ms. */
  readonly due: number;
  /** The conversation's `stateEntry` it was set for; once that moved on, the timer does nothing (settle: always fires). */
  readonly stateEntry: number;
}
