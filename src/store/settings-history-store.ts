import type { ConversationRecord } from '../domain/conversation.ts';

/** Where a version of flows.config.json came from: published in the console, or found in the file, which somebody changed by hand. */
export type SettingsSource = 'console' | 'disk';

/** One version of flows.config.json, without its text. */
export interface SettingsVersion {
  /** 1, 2, 3 …, given by the store. */
  readonly number: number;
  /** Epoch ms at which it was published, or first seen in the file. */
  readonly at: number;
  /** Account; null when the file was changed by hand. */
  readonly who: string | null;
  /** As given when it was published; empty when the file was changed by hand. */
  readonly why: string;
  readonly source: SettingsSource;
  /** The earlier version whose text it is, when it was a roll back. */
  readonly restores: number | null;
  /** SHA-256 of the text, in hexadecimal digits. */
  readonly hash: string;
}

/** A discharge list that was imported from the console. */
export interface ImportRecord {
  readonly id: string;
  readonly at: number;
  readonly who: string;
  /** SHA-256 of the file. */
  readonly hash: string;
  /** How many rows came out how: `accept`, `normalise`, `reject`, `skip`. */
  readonly counts: Readonly<Record<string, number>>;
}

/** What the settings were, who changed them and why. Nothing in it is ever changed or removed. */
export interface SettingsHistoryStore {
  /**
   * Keeps a version as the newest, if `expected` is still the number of the newest one (0: there is none); else 'conflict', and
   * nothing is kept. Returns its number.
   */
  add(version: Omit<SettingsVersion, 'number'>, text: string, expected: number): Promise<number | 'conflict'>;
  newest(): Promise<SettingsVersion | undefined>;
  /** Newest first; those older than `before`, where given. */
  list(limit: number, before: number | null): Promise<readonly SettingsVersion[]>;
  find(number: number): Promise<{ readonly version: SettingsVersion; readonly text: string } | undefined>;
  addImport(record: ImportRecord): Promise<void>;
  /** Newest first. */
  imports(limit: number): Promise<readonly ImportRecord[]>;
  /**
   * A stretch of the conversations that are not closed, for what a change of the settings touches. `next` goes on where it ended
   * and is null at the end; a stretch may be empty. Each costs a few milliseconds, however many conversations there are.
   */
  running(
    after: string | null,
  ): Promise<{ readonly rows: readonly ConversationRecord[]; readonly next: string | null }>;
}
