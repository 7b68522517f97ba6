import type { ContactRelation, Gender } from '../domain/patient.ts';
import type { NoteCode, RejectCode, RepairCode, SkipCode } from './codes.ts';
import type { Disposition } from './disposition.ts';
import type { Field } from './rules.ts';

/** One repair of one field. `to` is the new value as stored. */
export interface Change {
  readonly field: Field;
  readonly code: RepairCode;
  readonly to: string;
}

/** How many columns the header has, and how many the row. */
export interface ColumnCount {
  readonly expected: number;
  readonly found: number;
}

export interface Rejection {
  readonly code: RejectCode;
  readonly field: Field;
  /** Of a row that does not fit the header; `field` is then the first needed one that it does not reach. */
  readonly columns?: ColumnCount;
}

/** A record after trimming and repairing, seen alone: what other rows or the store know is not in it. */
export interface RowReading {
  readonly recordNo: string;
  readonly name: string;
  readonly gender: Gender;
  readonly ageYears: number | undefined;
  readonly minor: boolean;
  /** National mobile number; empty when there is none. */
  readonly phone: string;
  readonly secondPhone: string | null;
  readonly relation: ContactRelation;
  readonly department: string;
  /** As the list has it; empty when there is none. */
  readonly ward: string;
  readonly doctor: string;
  readonly nurse: string;
  /** `YYYY-MM-DD`; null when the cell is empty or cannot be read. */
  readonly admittedOn: string | null;
  /** `YYYY-MM-DD`; empty when missing or not readable. */
  readonly dischargedOn: string;
  readonly disposition: Disposition;
  /** 出院方式 as the file has it, trimmed. */
  readonly dispositionText: string;
  /** The first reason of the row itself why it cannot be imported. */
  readonly rejection: Rejection | null;
  readonly changes: readonly Change[];
  readonly notes: readonly NoteCode[];
}

/** What the other rows of the file and the store know about a row. */
export interface KnownOfRow {
  /** The patient died, says any row or the store. */
  readonly deceased: boolean;
  /** The record number was imported under another name. */
  readonly conflict: boolean;
  /** This record number and discharge date are imported already. */
  readonly duplicate: boolean;
  readonly notes: readonly NoteCode[];
}

/** What becomes of a record. */
export type Verdict =
  | { readonly action: 'accept'; readonly notes: readonly NoteCode[] }
  | { readonly action: 'normalise'; readonly changes: readonly Change[]; readonly notes: readonly NoteCode[] }
  | ({ readonly action: 'reject' } & Rejection)
  | { readonly action: 'skip'; readonly code: SkipCode; readonly field: Field };
