import type { Endpoint } from '../endpoint.ts';
import { behindEndpoint } from './behind.ts';
import type { ReportDeps } from './deps.ts';
import { figureEndpoints } from './figures.ts';
import { sheetEndpoints } from './sheets.ts';

/** Figures, the lists behind them, and both as documents. */
export function reportEndpoints(deps: ReportDeps): readonly Endpoint[] {
  return [...figureEndpoints(deps), behindEndpoint(deps), ...sheetEndpoints(deps)];
}
