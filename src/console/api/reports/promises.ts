import { mayDo } from '../../../access/roles.ts';
import { PROMISE_STATES, type PromiseState } from '../../../domain/work.ts';
import { promisesReport } from '../../../reports/promises.ts';
import type { ReportScope } from '../../../store/store.ts';
import type { BehindPage, BehindPromise, PromisesReport } from '../../wire/reports.ts';
import type { SignedIn } from '../endpoint.ts';
import type { ReportDeps } from './deps.ts';
import { conversationFor, isHidden } from './sight.ts';

interface Asked {
  readonly promise: readonly PromiseState[];
  readonly account?: string | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
}

async function namesOf({ store }: ReportDeps): Promise<ReadonlyMap<string, string>> {
  return new Map((await store.accounts.list()).map(({ id, name }) => [id, name]));
}

export async function gatherPromises(deps: ReportDeps, scope: ReportScope, now: number): Promise<PromisesReport> {
  const [rows, names] = await Promise.all([deps.store.reports.promises(scope, now), namesOf(deps)]);
  return promisesReport(rows, { scope, names, minimum: deps.settings().minimum });
}

/** What was promised until when, who had it, why it was put off and what became of it; without names of patients. */
export async function promisesBehind(
  deps: ReportDeps,
  { who, scope, asked, now }: { who: SignedIn; scope: ReportScope; asked: Asked; now: number },
): Promise<BehindPage> {
  const states = asked.promise.length === 0 ? PROMISE_STATES : asked.promise;
  const page = { limit: asked.limit, after: asked.after ?? null };
  const narrowed = { states, person: asked.account ?? null, now };
  const { rows, next } = await deps.store.reports.promisesBehind(scope, narrowed, page);
  const names = await namesOf(deps);
  const hidden = await Promise.all(rows.map(({ conversationId }) => isHidden(deps, who, conversationId ?? undefined)));
  const shown = rows.filter((_, index) => hidden[index] !== true);
  return {
    rows: shown.map(({ conversationId, taskId, person, ...row }): BehindPromise => {
      const talk = conversationFor(who, conversationId ?? undefined);
      const name = person === '' ? null : (names.get(person) ?? person);
      return {
        type: 'promise',
        ...row,
        name,
        conversationId: talk,
        taskId: mayDo(who.role, 'work.view') ? taskId : null,
      };
    }),
    next,
  };
}
