import { basename, dirname, isAbsolute, relative, resolve } from 'node:path';
import { parseHospitalConfig } from '../../config/load.ts';
import type { FlowsPort, Publication } from '../../console/api/settings/deps.ts';
import type { FlowsCheck, FlowsView } from '../../console/wire/settings.ts';
import type { Clock } from '../../domain/clock.ts';
import { HuifangError } from '../../domain/errors.ts';
import type { SettingsHistoryStore, SettingsVersion, StaffRow } from '../../store/store.ts';
import { teachesTheSame } from '../acceptance.ts';
import { type Hospital, hashOfText, hospitalOf, withStaff } from '../hospital.ts';
import { readSettingsText, stageFile } from './config-file.ts';
import { placedFaults } from './faults.ts';
import { affectedBy, concernsSafety, differencesOf } from './flow-check.ts';

export interface FlowsDeskDeps {
  readonly configFile: string;
  readonly history: SettingsHistoryStore;
  readonly clock: Clock;
  /** What the service runs with. */
  readonly hospital: () => Hospital;
  /** Of the imported stays. */
  readonly staff: () => readonly StaffRow[];
  /** Puts checked settings into force: the next turn uses them. */
  readonly take: (hospital: Hospital) => void;
}

interface OnDisk {
  readonly text: string;
  readonly hash: string;
  readonly version: SettingsVersion;
}

/** flows.config.json as the console works on it: looked at, checked, published, put back. The file stays the truth. */
export class FlowsDesk {
  readonly #deps: FlowsDeskDeps;
  /** Publications and looks at the file go one after the other. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(deps: FlowsDeskDeps) {
    this.#deps = deps;
  }

  /** The file as it is now. What nobody published here is kept in the history first, so that it is never lost. */
  async view(): Promise<FlowsView> {
    const { configFile, hospital } = this.#deps;
    const { text, hash, version } = await this.#inTurn(() => this.#look());
    const inForce = hash === hospital().configHash;
    return {
      file: basename(configFile),
      text,
      base: hash,
      version: version.number,
      changedOnDisk: version.source === 'disk',
      inForce,
      held: inForce ? hospital().warnings : [],
    };
  }

  /** Everything that publishing this text would meet; writes nothing. */
  async check(text: string): Promise<FlowsCheck> {
    const disk = readSettingsText(this.#deps.configFile);
    const changes = differencesOf(disk, text);
    const base = { differences: changes, safety: concernsSafety(changes) };
    const read = this.#read(text);
    if ('faults' in read) return { ...base, faults: placedFaults(read.faults, text), held: [], affected: null };
    const affected = await affectedBy(this.#deps.history, this.#deps.hospital().config, read.config);
    return { ...base, faults: [], held: read.warnings, affected };
  }

  /**
   * Makes a text the file and puts it into force; returns its number. Throws SETTINGS_CONFLICT when the file is not what it was
   * made from any more, SETTINGS_INVALID with every fault, SETTINGS_NOT_ACCEPTED when it would drop what was taught,
   * SETTINGS_NOT_YOURS when it changes other sections, FILE_UNWRITABLE; then nothing has changed.
   */
  publish(publication: Publication): Promise<number> {
    return this.#inTurn(() => this.#publish(publication));
  }

  versions(limit: number, before: number | null): Promise<readonly SettingsVersion[]> {
    return this.#deps.history.list(limit, before);
  }

  /** With its text and what it changed. Throws NOT_FOUND. */
  async version(number: number): ReturnType<FlowsPort['version']> {
    const { history } = this.#deps;
    const [found, before] = await Promise.all([history.find(number), history.find(number - 1)]);
    if (found === undefined) throw new HuifangError('NOT_FOUND');
    return { ...found, differences: before === undefined ? [] : differencesOf(before.text, found.text) };
  }

  /** A text as the service would run with it. Throws SETTINGS_INVALID with every fault. */
  candidate(text: string): Hospital {
    const read = this.#read(text);
    if ('faults' in read) throw new HuifangError('SETTINGS_INVALID', read.faults);
    return withStaff(read, this.#deps.staff());
  }

  async #publish(publication: Publication): Promise<number> {
    const { configFile, history, clock, take } = this.#deps;
    const { text, who, why, restores } = publication;
    const disk = await this.#look();
    if (publication.base !== disk.hash) throw conflict(disk.version);
    mayChange(publication, disk.text);
    const next = this.#checked(text);
    const staged = stageFile(configFile, text);
    const version = { at: clock.now(), who, why, source: 'console', restores, hash: next.configHash } as const;
    const number = await history.add(version, text, disk.version.number).catch((error: unknown) => {
      staged.drop();
      throw error;
    });
    if (number === 'conflict') {
      staged.drop();
      throw conflict(disk.version);
    }
    // Should the process end here, the file is the old one still, and the next look notes it as what is in it.
    staged.replace();
    take(next);
    return number;
  }

  #checked(text: string): Hospital {
    const read = this.#read(text);
    if ('faults' in read) throw new HuifangError('SETTINGS_INVALID', read.faults);
    if (read.warnings.length > 0 && !teachesTheSame(read.config, this.#deps.hospital().config))
      throw new HuifangError('SETTINGS_NOT_ACCEPTED', read.warnings);
    return read;
  }

  #read(text: string): Hospital | { readonly faults: readonly string[] } {
    const { configFile, hospital } = this.#deps;
    try {
      const { file } = parseHospitalConfig(text, configFile).knowledge;
      if (file !== hospital().config.knowledge.file && !isBeside(configFile, file)) return { faults: [FOREIGN] };
      return hospitalOf(text, configFile, 'accepted');
    } catch (error) {
      if (error instanceof HuifangError && error.code === 'CONFIG_INVALID') return { faults: error.details };
      throw error;
    }
  }

  async #look(): Promise<OnDisk> {
    const { configFile, history, clock } = this.#deps;
    const text = readSettingsText(configFile);
    const hash = hashOfText(text);
    const newest = await history.newest();
    if (newest?.hash === hash) return { text, hash, version: newest };
    const found = { at: clock.now(), who: null, why: '', source: 'disk', restores: null, hash } as const;
    const number = await history.add(found, text, newest?.number ?? 0);
    if (number === 'conflict') throw new Error('the history of the settings has another writer');
    return { text, hash, version: { ...found, number } };
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#last.then(work);
    this.#last = done.catch(() => undefined);
    return done;
  }
}

/** What the service can read is not what whoever looks at the settings may ask after: whether a file is there, and how it begins. */
const FOREIGN = 'knowledge.file: elsewhere — allowed: a .json file in the folder of flows.config.json or below it';

function isBeside(configFile: string, file: string): boolean {
  const folder = dirname(resolve(configFile));
  const way = relative(folder, resolve(folder, file));
  return !isAbsolute(way) && way.split(/[\\/]/)[0] !== '..' && way.endsWith('.json');
}

function conflict({ number, source }: SettingsVersion): HuifangError {
  return new HuifangError('SETTINGS_CONFLICT', [
    `version ${String(number)} ${source === 'disk' ? 'was found on disk' : 'was published'} meanwhile`,
  ]);
}

function mayChange({ sections, text }: Publication, before: string): void {
  if (sections === null) return;
  const foreign = differencesOf(before, text)
    .map(({ path }) => path)
    .filter((path) => !sections.includes(path.split(/[.[]/)[0] ?? ''));
  if (foreign.length > 0) {
    const allowed = sections.join(', ');
    throw new HuifangError(
      'SETTINGS_NOT_YOURS',
      foreign.map((path) => `${path}: changed — allowed: changes of ${allowed}`),
    );
  }
}
