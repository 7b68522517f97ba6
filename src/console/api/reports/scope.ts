import { z } from 'zod';
import { CHANNEL_IDS } from '../../../domain/vocabulary.ts';
import { parseDate } from '../../../domain/zoned-time.ts';
import { lengthOf } from '../../../reports/periods.ts';
import { DIMENSIONS } from '../../../reports/report.types.ts';
import type { ReportScope } from '../../../store/store.ts';
import type { SignedIn } from '../endpoint.ts';

/** Five years: more is no report but an archive. */
const LONGEST_DAYS = 1_830;

const day = z.string().refine((text) => parseDate(text) !== undefined, 'expected an existing day YYYY-MM-DD');
const place = z.string().trim().max(60).optional();

/** What every report is narrowed by. */
export const scopeShape = {
  from: day,
  to: day,
  department: place,
  ward: place,
  channel: z.enum(CHANNEL_IDS).optional(),
};

/** The span is checked where all of the query is known; also where its days are none, which is told by their own fault. */
export function inOrder(query: { readonly from: string; readonly to: string }): boolean {
  if (parseDate(query.from) === undefined || parseDate(query.to) === undefined) return true;
  return query.from <= query.to && lengthOf(query) <= LONGEST_DAYS;
}

export const ORDER = { message: 'from: expected a day not after `to`, at most five years before it' };

export const scopeQuery = z.strictObject(scopeShape).refine(inOrder, ORDER);
export const groupedQuery = z.strictObject({ ...scopeShape, by: z.enum(DIMENSIONS).optional() }).refine(inOrder, ORDER);

interface Asked {
  readonly from: string;
  readonly to: string;
  readonly department?: string | undefined;
  readonly ward?: string | undefined;
  readonly channel?: ReportScope['channel'] | undefined;
}

/** The scope that was asked for. A department head sees their own department, whatever was asked; without one, nothing. */
export function scopeOf({ from, to, department, ward, channel }: Asked, who: SignedIn): ReportScope {
  const own = who.role === 'head' ? (who.department ?? '-') : (department ?? null);
  return { from, to, department: own, ward: ward ?? null, channel: channel ?? null };
}
