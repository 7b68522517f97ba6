import type { Packet, PacketPoint, PointCheck, ShiftReview, ShiftSignature, ShiftState } from '../../domain/shift.ts';

/** A kind of shift, as the hospital has set it. Minutes after midnight. */
interface ShiftKindView {
  readonly id: string;
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/** A shift in lists. Instants in epoch ms. */
export interface ShiftRow {
  readonly id: string;
  readonly account: string;
  readonly accountName: string;
  readonly kind: string;
  readonly name: string;
  readonly day: string;
  readonly startedAt: number;
  readonly endsAt: number;
  readonly state: ShiftState;
  readonly version: number;
  readonly signedOut: ShiftSignature | null;
  readonly signedIn: ShiftSignature | null;
  /** Points with × . */
  readonly refused: number;
  readonly escalatedAt: number | null;
  readonly review: ShiftReview | null;
}

/** A point as the page shows it. */
export interface PointView extends PacketPoint {
  /** Settled since the packet was signed. */
  readonly resolved: boolean;
  /** A complaint whose deadline had passed when the packet was made. */
  readonly overdue: boolean;
  /** null: not checked yet. */
  readonly check: Pick<PointCheck, 'ok' | 'remark' | 'recused'> | null;
}

/** GET /api/shifts/:id. Of a running shift the packet is what would be handed over now. */
export interface ShiftDetail extends ShiftRow {
  readonly points: readonly PointView[];
  /** How many more than these there are, by part. */
  readonly more: NonNullable<Packet['more']>;
  readonly general: string;
  readonly acceptRemark: string;
}

/** GET /api/shifts/now */
export interface ShiftsNow {
  readonly kinds: readonly ShiftKindView[];
  /** Yours, until somebody has taken over. */
  readonly mine: ShiftRow | null;
  /** Signed by colleagues and taken over by nobody yet. */
  readonly waiting: readonly ShiftRow[];
  /** Colleagues on duty. */
  readonly running: readonly ShiftRow[];
  /** Over, and not reviewed by a supervisor. */
  readonly unreviewed: number;
}

/** GET /api/shifts?from&to&state&unreviewed&limit&after */
export interface ShiftPage {
  readonly rows: readonly ShiftRow[];
  readonly next: string | null;
}

/** Answer to accept. */
export interface AcceptedView {
  readonly shift: ShiftDetail;
  readonly transferred: number;
  readonly escalated: number;
}

/** POST /api/shifts/review {ids, remark, password} */
export interface ReviewedView {
  readonly reviewed: number;
}
