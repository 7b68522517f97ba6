import { z } from 'zod';
import { fromLocal, parseDate } from '../../../domain/zoned-time.ts';
import type { AuditEntry, Store } from '../../../store/store.ts';
import type { AuditLine, AuditPage, AuditState } from '../../wire/access.ts';
import { REFUSED } from '../audited.ts';
import { type Endpoint, endpoint } from '../endpoint.ts';
import { type SubjectStores, subjectsOf } from './audit-subjects.ts';

const MAX_ROWS = 200;
const ACCOUNT = 'account:';

const day = z
  .string()
  .refine((text) => parseDate(text) !== undefined, 'expected a day such as 2026-11-18')
  .optional();
const word = z.string().trim().min(1).max(120).optional();
const query = z.strictObject({
  who: word,
  what: word,
  subject: word,
  from: day,
  to: day,
  before: z.coerce.number().int().positive().optional(),
  limit: z.coerce.number().int().min(1).max(MAX_ROWS).default(50),
});

/** The instant at which a day begins (`after` 0), or the next one (1). */
function dayStart(text: string | undefined, zone: string, after: number): number | undefined {
  const date = text === undefined ? undefined : parseDate(text);
  return date === undefined ? undefined : fromLocal({ ...date, day: date.day + after }, 0, zone);
}

export interface AuditDeps {
  readonly store: Pick<Store, 'audit' | 'accounts'>;
  /** Where whom or what a row means is looked up. */
  readonly subjects: SubjectStores;
  /** IANA zone of days. */
  readonly zone: () => string;
}

/** Who did and saw what. */
export function auditEndpoints({ store, subjects, zone }: AuditDeps): readonly Endpoint[] {
  return [
    endpoint({
      method: 'GET',
      path: '/api/audit',
      permission: 'audit.view',
      summary: 'The audit, newest first; `what` finds everything that begins with it, days are included.',
      query,
      handle: async ({ who: reader, query: { who, what, subject, from, to, before, limit } }): Promise<AuditPage> => {
        const wanted = { who, what, subject, from: dayStart(from, zone(), 0), to: dayStart(to, zone(), 1) };
        const asked = Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined));
        const rows = await store.audit.list({ ...asked, limit: limit + 1, before: before ?? null });
        const names = new Map((await store.accounts.list()).map(({ id, name }) => [ACCOUNT + id, name]));
        const shown = await Promise.all(
          rows.slice(0, limit).map(async (row) => lineOf(row, names, await subjectsOf(subjects, reader, row))),
        );
        return { rows: shown, next: rows.length > limit ? (shown.at(-1)?.no ?? null) : null };
      },
    }),
    endpoint({
      method: 'GET',
      path: '/api/audit/check',
      permission: 'audit.view',
      summary: 'Walks the whole chain of hashes and names the first row that does not fit.',
      handle: (): Promise<AuditState> => store.audit.verify(),
    }),
  ];
}

function lineOf(
  { hash: _hash, why, what, ...row }: AuditEntry,
  names: ReadonlyMap<string, string>,
  about: AuditLine['about'],
): AuditLine {
  const [deed = what, refused] = what.split(REFUSED);
  return { ...row, what: deed, refused: refused ?? null, about, name: names.get(row.who) ?? null, why: why ?? null };
}
