/** A part of a clinic day, as appointments are asked for. */
export const HALF_DAYS = ['morning', 'afternoon', 'evening'] as const;
export type HalfDay = (typeof HALF_DAYS)[number];

/** Somebody or something of the knowledge base. */
export interface Named {
  readonly id: string;
  readonly name: string;
  /** For who writes in English. */
  readonly nameEn?: string;
}

/** A request that the contact has confirmed (handbook section 4). */
export interface Appointment {
  readonly department: Named;
  readonly doctor: Named | null;
  /** `YYYY-MM-DD` in the hospital's zone. */
  readonly date: string;
  /** null = any session of that day. */
  readonly half: HalfDay | null;
  /** Of the person who is to be seen. */
  readonly name: string;
  /** As written or, from the channel, E.164. */
  readonly phone: string;
}
