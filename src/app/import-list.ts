import type { Clock } from '../domain/clock.ts';
import type { ChannelId } from '../domain/vocabulary.ts';
import { importDischarges } from '../intake/import.ts';
import type { ImportReport } from '../intake/report.ts';
import { importSettings, instantOn } from '../intake/settings.ts';
import type { ImportListener } from '../intake/wire.ts';
import type { Store } from '../store/store.ts';
import type { Hospital } from './hospital.ts';
import { createIds } from './ids.ts';

/** What an import of the running service needs. */
export interface ImportDeps {
  readonly hospital: Hospital;
  readonly store: Store;
  readonly channel: ChannelId;
  readonly clock: Clock;
}

export interface ImportJob {
  readonly path: string;
  readonly dryRun: boolean;
  /** `YYYY-MM-DD`; null = the service's own day. */
  readonly today: string | null;
}

/** Imports a discharge list into the store that the service holds. */
export function importList(deps: ImportDeps, job: ImportJob, listener: ImportListener): Promise<ImportReport> {
  const { hospital, store, clock } = deps;
  const { rules, followUp } = importSettings(hospital.config, deps.channel);
  const now = clock.now();
  return importDischarges({
    path: job.path,
    directory: store.directory,
    rules,
    followUp,
    departments: hospital.knowledge.departments,
    ids: createIds(clock),
    now: job.today === null ? now : instantOn(job.today, now, followUp.zone),
    dryRun: job.dryRun,
    ...listener,
  });
}
