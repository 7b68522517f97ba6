import type { SettingsVersion } from '../../../store/store.ts';
import type {
  CampaignView,
  FlowsCheck,
  FlowsView,
  ImportLogRow,
  ImportRow,
  ImportRowAction,
  ImportView,
  KnowledgeDraft,
  KnowledgeView,
  RosterView,
  SettingsDifference,
  Simulation,
  SimulationWish,
  Trial,
} from '../../wire/settings.ts';

/** What is published, on which text, by whom and why. */
export interface Publication {
  readonly text: string;
  /** `FlowsView.base` of the text it was made from. */
  readonly base: string;
  /** Account. */
  readonly who: string;
  readonly why: string;
  /** Sections of the file that may change; null: all. */
  readonly sections: readonly string[] | null;
  /** Number of the version that is put back. */
  readonly restores: number | null;
}

/** flows.config.json. */
export interface FlowsPort {
  /** The file as it is now; what nobody published here is kept in the history first. */
  view(): Promise<FlowsView>;
  /** Everything that publishing a text would meet; writes nothing. */
  check(text: string): Promise<FlowsCheck>;
  /** The number of the new version. Throws SETTINGS_CONFLICT, SETTINGS_INVALID, SETTINGS_NOT_ACCEPTED, SETTINGS_NOT_YOURS, FILE_UNWRITABLE. */
  publish(publication: Publication): Promise<number>;
  /** Newest first; older than `before`, where given. */
  versions(limit: number, before: number | null): Promise<readonly SettingsVersion[]>;
  /** With its text and what it changed. Throws NOT_FOUND. */
  version(number: number): Promise<{
    readonly version: SettingsVersion;
    readonly text: string;
    readonly differences: readonly SettingsDifference[];
  }>;
  /** Begins to play the dialogue files with a text. Throws SETTINGS_INVALID, DIALOGUE_INVALID. */
  startTrial(text: string): Trial;
  /** The last trial of exactly this text; null: none that is kept. */
  triedBefore(text: string): Trial | null;
  /** Throws NOT_FOUND. */
  trial(id: string): Trial;
  /** A chat with a text, in memory. Throws SETTINGS_INVALID. */
  simulate(text: string, wish: SimulationWish, who: string): Promise<Simulation>;
  /** Throws NOT_FOUND: it is somebody else's, or too old. */
  write(id: string, text: string, who: string): Promise<Simulation>;
  /** Lets hours pass in it. */
  wait(id: string, hours: number, who: string): Promise<Simulation>;
}

/** Whether new follow-ups are opened. */
export interface CampaignPort {
  /** `who` of the last change is an account. */
  view(): Promise<CampaignView>;
  change(paused: boolean, why: string, who: string): Promise<void>;
}

/** Which rows: all, or those of one action. */
export type RowFilter = ImportRowAction | 'all';

/** Discharge lists. A list lives as long as the process. */
export interface ImportsPort {
  /** Takes a list over and begins to check it. Throws IMPORT_BUSY. */
  take(upload: { readonly path: string; readonly bytes: number; readonly name: string }): Promise<ImportView>;
  /** Throws NOT_FOUND. */
  get(id: string): ImportView;
  rows(
    id: string,
    filter: RowFilter,
    page: { readonly from: number; readonly limit: number },
  ): Promise<{ readonly rows: readonly ImportRow[]; readonly total: number }>;
  each(id: string, filter: RowFilter): AsyncIterable<ImportRow>;
  /** Begins to import what was checked. Throws NOT_FOUND, IMPORT_OTHER_FILE, IMPORT_BUSY. */
  apply(id: string, hash: string, who: string): ImportView;
  /** `who` is an account. */
  log(limit: number): Promise<readonly ImportLogRow[]>;
}

/** The knowledge base as a file and as a workbook. */
export interface KnowledgePort {
  view(): KnowledgeView;
  workbook(): Promise<{ readonly name: string; readonly bytes: Uint8Array }>;
  /** Reads a workbook; its faults are part of the answer. */
  read(path: string): Promise<KnowledgeDraft>;
  /** Throws NOT_FOUND, SETTINGS_CONFLICT, FILE_UNWRITABLE. */
  take(id: string): void;
}

export interface SettingsDeps {
  readonly flows: FlowsPort;
  readonly campaign: CampaignPort;
  readonly imports: ImportsPort;
  readonly knowledge: KnowledgePort;
  readonly roster: () => Promise<RosterView>;
  /** The year whose holidays have to be entered now; null: all that are needed are there. */
  readonly missingYear: () => number | null;
  /** Name of an account as colleagues know it; null when it is not there any more. */
  readonly nameOf: (account: string) => Promise<string | null>;
}
