/** `running` · `handing_over`: the outgoing officer has signed, nobody has taken over yet · `over`: the incoming one has signed. */
export const SHIFT_STATES = ['running', 'handing_over', 'over'] as const;
export type ShiftState = (typeof SHIFT_STATES)[number];

/**
 * What is handed over: conversations the officer has · those they put aside · replies they have set for later · urgent ones that nobody
 * has · urgent ones where the contact waits · all others that nobody has · promises due until the end of the next shift · complaints whose deadline is near · things that are checked.
 */
export const POINT_SECTIONS = [
  'mine',
  'snoozed',
  'replies',
  'urgent',
  'unread',
  'unassigned',
  'promises',
  'complaints',
  'checks',
] as const;
export type PointSection = (typeof POINT_SECTIONS)[number];

/** One point of a handover. It names no patient except masked: packets are printed. */
export interface PacketPoint {
  /** `conversation:ID`, `draft:ID`, `task:ID`, `entry:KIND:NUMBER`, `check:ID`: stands once in a packet. */
  readonly key: string;
  readonly section: PointSection;
  /** What to open; the id of a check, else of the conversation, draft, task or entry. */
  readonly subject: { readonly type: 'conversation' | 'draft' | 'task' | 'entry' | 'check'; readonly id: string };
  /** null: it hangs on none. */
  readonly conversationId: string | null;
  /** Masked name; null: nobody known. */
  readonly who: string | null;
  readonly department: string | null;
  /** The last line, what was promised, what was complained of, or the thing to check; names and numbers masked. */
  readonly text: string;
  /** `urgent`, `appointment`, `assigned` …: the reason, kind or status, as the subject's own vocabulary has it. */
  readonly status: string | null;
  /** Epoch ms since the contact waits, or the due time, or when it comes up or leaves; null: none. */
  readonly at: number | null;
  /** `YYYY-MM-DD` of a complaint. */
  readonly dueOn: string | null;
  /** Of the outgoing officer. */
  readonly note: string;
}

/** What the outgoing officer signs. Never changed afterwards. */
export interface Packet {
  /** Epoch ms. */
  readonly at: number;
  readonly points: readonly PacketPoint[];
  /** How many more there are of a part than stand in it; they are in the lists of the console. Absent: none of any part. */
  readonly more?: Partial<Readonly<Record<PointSection, number>>>;
  readonly general: string;
}

/** An account's name under something, with their password entered anew. */
export interface ShiftSignature {
  readonly account: string;
  readonly name: string;
  /** Epoch ms. */
  readonly at: number;
}

/** √ or × of the incoming officer. */
export interface PointCheck {
  readonly key: string;
  readonly ok: boolean;
  /** Needed for ×. */
  readonly remark: string;
  /** It was settled between the two signatures. */
  readonly resolved: boolean;
  /** It concerns a complaint about the incoming officer, who did not see it: a supervisor does. */
  readonly recused: boolean;
}

/** What the incoming officer signs. */
export interface Acceptance extends ShiftSignature {
  readonly checks: readonly PointCheck[];
  readonly remark: string;
}

/** A supervisor has looked at it. */
export interface ShiftReview extends ShiftSignature {
  readonly remark: string;
}

/** One officer's shift. Instants in epoch ms. */
export interface Shift {
  readonly id: string;
  readonly account: string;
  /** As it was when the shift began. */
  readonly accountName: string;
  /** Id and name in the configuration. */
  readonly kind: string;
  readonly name: string;
  /** `YYYY-MM-DD` on which it began; a night shift belongs to the evening before. */
  readonly day: string;
  readonly startedAt: number;
  readonly endsAt: number;
  readonly state: ShiftState;
  /** Grows by one with each change; two people who sign at once are told apart by it. */
  readonly version: number;
  readonly packet: Packet | null;
  readonly signedOut: ShiftSignature | null;
  readonly acceptance: Acceptance | null;
  /** Since when supervisors know that nobody takes over; null: not told. */
  readonly escalatedAt: number | null;
  readonly review: ShiftReview | null;
}

/** What a point is about: everything of one conversation is one matter. */
export function matterOf({ key, conversationId }: Pick<PacketPoint, 'key' | 'conversationId'>): string {
  return conversationId ?? key;
}
