import { mayDo } from '../../../access/roles.ts';
import { REGISTER_KINDS } from '../../../domain/vocabulary.ts';
import { isDeed } from '../../../reports/workload.ts';
import type { AuditEntry, ReportScope } from '../../../store/store.ts';
import type { BehindDeed, BehindPage } from '../../wire/reports.ts';
import type { SignedIn } from '../endpoint.ts';
import type { ReportDeps } from './deps.ts';
import { accountsOf, startOf } from './gather.ts';
import { isHidden } from './sight.ts';

/** Rows of the audit that are looked through for one page; who works more in the span pages on. */
const LOOKED_AT = 1_000;

interface Asked {
  readonly account?: string | undefined;
  readonly deed?: string | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
}

/** The page of what a deed was about, for those who may open it. */
async function pageOf(deps: ReportDeps, who: SignedIn, { what, subject }: AuditEntry): Promise<string | null> {
  const [area] = what.split('.');
  if (area === 'work') return mayDo(who.role, 'work.view') ? '/work' : null;
  if (area === 'conversation') {
    if (!mayDo(who.role, 'conversation.view') || (await isHidden(deps, who, subject))) return null;
    return `/c/${subject}`;
  }
  if (area !== 'register' || !mayDo(who.role, 'register.view')) return null;
  const [kind = '', number = ''] = subject.split(/[/ ]/u);
  const known = REGISTER_KINDS.some((one) => one === kind);
  return known && /^\d{4}-\d+$/u.test(number) ? `/registers/${kind}/${number}` : null;
}

/** What an account did in the span, as the audit tells it, newest first. Accounts of other departments are not there for a head. */
export async function deedsBehind(
  deps: ReportDeps,
  who: SignedIn,
  scope: ReportScope,
  asked: Asked,
): Promise<BehindPage> {
  const names = await accountsOf(deps, scope);
  const { account = '', deed } = asked;
  const name = names.get(account);
  if (name === undefined || (deed !== undefined && !isDeed(deed))) return { rows: [], next: null };
  const { zone } = deps.settings();
  const read = await deps.store.audit.list({
    who: account,
    ...(deed === undefined ? {} : { what: deed }),
    from: startOf(scope.from, zone),
    to: startOf(scope.to, zone, 1),
    limit: LOOKED_AT,
    before: asked.after === undefined ? null : Number(asked.after),
  });
  // The audit finds whatever begins so.
  const wanted = read.filter(({ what }) => (deed === undefined ? isDeed(what) : what === deed));
  const page = wanted.slice(0, asked.limit);
  const last = page.length < wanted.length ? page.at(-1) : read.length === LOOKED_AT ? read.at(-1) : undefined;
  const rows = await Promise.all(
    page.map(async (row): Promise<BehindDeed> => {
      const { no, at, what } = row;
      return { type: 'deed', no, at, name, what, page: await pageOf(deps, who, row) };
    }),
  );
  return { rows, next: last === undefined ? null : String(last.no) };
}
