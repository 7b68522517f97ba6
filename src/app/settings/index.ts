import { join } from 'node:path';
import type { SettingsDeps } from '../../console/api/settings/index.ts';
import type { Clock } from '../../domain/clock.ts';
import type { IdSource } from '../../domain/ids.ts';
import { missingYear } from '../../domain/working-days.ts';
import { localDate } from '../../domain/zoned-time.ts';
import type { ImportReport } from '../../intake/report.ts';
import type { ImportJob, ImportListener } from '../../intake/wire.ts';
import { openSqliteStore } from '../../store/sqlite/index.ts';
import type { StaffRow, Store } from '../../store/store.ts';
import type { Hospital } from '../hospital.ts';
import type { Logger } from '../logger.ts';
import { campaignDesk } from './campaign.ts';
import { dialoguesFor } from './dialogue-files.ts';
import { FlowsDesk } from './flows-desk.ts';
import { Imports } from './imports.ts';
import { KnowledgeDesk } from './knowledge-desk.ts';
import { rosterView } from './roster-view.ts';
import { Simulations } from './simulations.ts';
import { Trials } from './trials.ts';

/** A rehearsal is small. */
const CACHE_MB = 2;

export interface SettingsDeskDeps {
  readonly configFile: string;
  readonly dataDir: string;
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly logger: Pick<Logger, 'error'>;
  /** What the service runs with. */
  readonly hospital: () => Hospital;
  /** Of the imported stays. */
  readonly staff: () => readonly StaffRow[];
  /** Puts checked settings into force. */
  readonly take: (hospital: Hospital) => void;
  /** The knowledge base was replaced: reads it. */
  readonly knowledgeTaken: () => void;
  readonly importFile: (job: ImportJob, listener: ImportListener) => Promise<ImportReport>;
  /** Something may be planned now. */
  readonly imported: () => void;
  readonly campaignChanged: (paused: boolean) => void;
  readonly nameOf: (account: string) => Promise<string | null>;
}

/** Everything behind the settings pages. */
export interface SettingsDesk extends SettingsDeps {
  /** Ends what is under way and closes its files. */
  stop(): Promise<void>;
}

/** Wires the parts of the settings; nothing runs by itself. */
export function createSettingsDesk(deps: SettingsDeskDeps): SettingsDesk {
  const { configFile, dataDir, store, clock, ids, logger, hospital } = deps;
  const onFault = (error: unknown) => {
    logger.error({ err: error }, 'a task of the settings failed');
  };
  const folder = join(dataDir, 'uploads');
  const openStore = (zone: string) => openSqliteStore({ file: ':memory:', zone, cacheMb: CACHE_MB });
  const desk = new FlowsDesk({ ...deps, history: store.settingsHistory });
  const trials = new Trials({ ids, hospital, openStore, onFault, dialogues: () => dialoguesFor(configFile) });
  const simulations = new Simulations({ ids, openStore, now: () => clock.now() });
  const imports = new Imports({ ...deps, folder, history: store.settingsHistory, onFault });
  return {
    flows: {
      view: () => desk.view(),
      check: (text) => desk.check(text),
      publish: (publication) => desk.publish(publication),
      versions: (limit, before) => desk.versions(limit, before),
      version: (number) => desk.version(number),
      startTrial: (text) => trials.start(desk.candidate(text), text),
      triedBefore: (text) => trials.of(text),
      trial: (id) => trials.get(id),
      simulate: (text, wish, who) => simulations.start(desk.candidate(text), wish, who),
      write: (id, text, who) => simulations.write(id, text, who),
      wait: (id, hours, who) => simulations.wait(id, hours, who),
    },
    campaign: campaignDesk({ store, clock, hospital, changed: deps.campaignChanged }),
    imports,
    knowledge: new KnowledgeDesk({ configFile, clock, ids, hospital, folder, taken: deps.knowledgeTaken }),
    roster: () => Promise.resolve(rosterView(hospital(), deps.staff())),
    missingYear: () => {
      const { calendar, hospital: place } = hospital().config;
      return missingYear(localDate(clock.now(), place.zone), calendar);
    },
    nameOf: deps.nameOf,
    async stop() {
      await imports.stop();
      await trials.stop();
      await simulations.stop();
    },
  };
}
