import type { IdSource } from '../domain/ids.ts';
import type { ChannelId } from '../domain/vocabulary.ts';
import { importDischarges } from '../intake/import.ts';
import type { ImportReport } from '../intake/report.ts';
import { importSettings, instantOn } from '../intake/settings.ts';
import type { ImportJob, ImportListener } from '../intake/wire.ts';
import type { DirectoryStore } from '../store/store.ts';
import type { Hospital } from './hospital.ts';

/** What an import needs, in the running service and on the command line. */
export interface ImportDeps {
  readonly hospital: Pick<Hospital, 'config' | 'knowledge'>;
  /** Null when nothing is stored yet and nothing may be written. */
  readonly directory: DirectoryStore | null;
  readonly channel: ChannelId;
  readonly ids: IdSource;
  /** Epoch ms by the service's clock. */
  readonly now: number;
}

/** Imports a discharge list by the rules of the hospital. */
export function importList(deps: ImportDeps, job: ImportJob, listener: ImportListener): Promise<ImportReport> {
  const { hospital, directory, ids, now } = deps;
  const settings = importSettings(hospital.config, deps.channel);
  return importDischarges({
    path: job.path,
    directory,
    ...settings,
    departments: hospital.knowledge.departments,
    ids,
    now: job.today === null ? now : instantOn(job.today, now, settings.followUp.zone),
    dryRun: job.dryRun,
    ...listener,
  });
}
