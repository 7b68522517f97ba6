import type { FirstAccount } from '../access/first-start.ts';
import type { EnvironmentSettings } from '../config/env.ts';
import type { Logger } from './logger.ts';
import type { Tuning } from './tuning.ts';

/** What a start of the service needs. */
export interface RunOptions {
  readonly env: EnvironmentSettings;
  readonly logger: Logger;
  /** Named crash points; set by crash tests only. */
  readonly crashPoint?: (name: string) => void;
  /** Shorter spans; set by crash tests only. */
  readonly tuning?: Tuning;
}

/** A service that listens. */
export interface Running {
  readonly port: number;
  readonly url: string;
  readonly demo: boolean;
  readonly webChat: boolean;
  readonly dataFile: string;
  /** Made by this start, because the data file had none; to be shown once. */
  readonly firstAccounts: readonly FirstAccount[];
  /** Reads flows.config.json and the knowledge base again; throws CONFIG_INVALID with every fault and goes on with the old ones. */
  reload(): void;
  stop(): Promise<void>;
}
