import type { ReportScope } from '../../../store/store.ts';
import type { BehindLine, BehindPage } from '../../wire/reports.ts';
import type { SignedIn } from '../endpoint.ts';
import type { ReportDeps } from './deps.ts';
import { conversationFor, isHidden } from './sight.ts';

interface Asked {
  readonly of: 'written' | 'discharged';
  readonly after?: string | undefined;
  readonly limit: number;
}

/** Messages that a carrier took, newest first, with what they cost; without their words. */
export async function linesBehind(
  deps: ReportDeps,
  who: SignedIn,
  scope: ReportScope,
  asked: Asked,
): Promise<BehindPage> {
  const page = { limit: asked.limit, after: asked.after ?? null };
  const { rows, next } = await deps.store.reports.lines(scope, asked.of, page);
  const hidden = await Promise.all(rows.map(({ conversationId }) => isHidden(deps, who, conversationId)));
  return {
    rows: rows
      .filter((_, index) => hidden[index] !== true)
      .map(({ no, conversationId, at, department, channel, segments }): BehindLine => {
        const id = conversationFor(who, conversationId);
        return { type: 'line', no, conversationId: id, at, department, channel, segments };
      }),
    next,
  };
}
