import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type Knowledge, knowledgeWarnings, loadKnowledge } from '../../bot/knowledge/index.ts';
import type { KnowledgePort } from '../../console/api/settings/deps.ts';
import type { KnowledgeDraft, KnowledgeSheetChanges, KnowledgeView } from '../../console/wire/settings.ts';
import type { Clock } from '../../domain/clock.ts';
import { HuifangError } from '../../domain/errors.ts';
import type { IdSource } from '../../domain/ids.ts';
import { localDate } from '../../domain/zoned-time.ts';
import {
  type ChangedEntry,
  changesBetween,
  faultLine,
  type Json,
  joinedWords,
  readSheets,
  readWorkbook,
  saveKnowledge,
  sheetsOf,
  writeWorkbook,
} from '../../workbook/index.ts';
import type { Hospital } from '../hospital.ts';
import { hashOfText } from '../hospital.ts';
import { knowledgeFaults, knowledgePath, readKnowledgeJson } from '../knowledge-file.ts';
import { readSettingsText } from './config-file.ts';

/** Workbooks that wait for a yes; the oldest makes room. */
const KEPT = 5;

export interface KnowledgeDeskDeps {
  readonly configFile: string;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly hospital: () => Hospital;
  /** For files that live as long as a call. */
  readonly folder: string;
  /** The file was replaced: the service reads it now. */
  readonly taken: () => void;
}

interface Draft {
  readonly view: KnowledgeDraft;
  /** Null when it has faults. */
  readonly next: Json | null;
  /** Of the file that it was compared with. */
  readonly base: string;
}

/** The knowledge base in the console: how it stands, and as a workbook out and in, by the rules of `npm run knowledge`. */
export class KnowledgeDesk implements KnowledgePort {
  readonly #deps: KnowledgeDeskDeps;
  readonly #drafts = new Map<string, Draft>();

  constructor(deps: KnowledgeDeskDeps) {
    this.#deps = deps;
  }

  view(): KnowledgeView {
    const { clock, hospital } = this.#deps;
    const { knowledge, config } = hospital();
    const today = localDate(clock.now(), config.hospital.zone);
    return {
      file: basename(this.#file()),
      updatedOn: knowledge.updatedOn,
      counts: countsOf(knowledge),
      ...this.#onDisk(today),
      expired: knowledge.faq.flatMap(({ question, validUntil }, index) =>
        validUntil !== undefined && validUntil < today
          ? [{ path: `faq[${String(index)}]`, name: question, validUntil }]
          : [],
      ),
    };
  }

  /** The file on disk as a workbook; throws SETTINGS_INVALID when it has faults: what Excel showed would not be what it says. */
  async workbook(): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
    const json = readKnowledgeJson(this.#file());
    const faults = knowledgeFaults(json);
    if (faults.length > 0) throw new HuifangError('SETTINGS_INVALID', faults);
    return this.#inFolder(async (folder) => {
      const path = join(folder, 'knowledge.xlsx');
      await writeWorkbook(path, sheetsOf(json as Json));
      return { name: `${basename(this.#file()).replace(/\.json$/, '')}.xlsx`, bytes: await readFile(path) };
    });
  }

  /** Reads a workbook and keeps what it says until it is taken over. Its faults are part of the answer. */
  async read(path: string): Promise<KnowledgeDraft> {
    const base = hashOfText(readSettingsText(this.#file()));
    const read = await readJson(path);
    const id = this.#deps.ids.next();
    if ('faults' in read) return this.#keep({ base, next: null, view: { id, notes: [], changes: null, ...read } });
    const old = this.#comparable();
    const notes = [...read.notes, ...joinedNotes(old, read.next)];
    const changes = old === null ? null : changesBetween(old, read.next).map(shownChanges);
    const schema = old?.['$schema'];
    const next = schema === undefined ? read.next : { $schema: schema, ...read.next };
    return this.#keep({ base, next, view: { id, faults: [], notes, changes } });
  }

  /** Makes a workbook that was read the knowledge base. Throws NOT_FOUND, SETTINGS_CONFLICT when the file was changed meanwhile. */
  take(id: string): void {
    const draft = this.#drafts.get(id);
    if (draft?.next === undefined || draft.next === null) throw new HuifangError('NOT_FOUND');
    if (hashOfText(readSettingsText(this.#file())) !== draft.base)
      throw new HuifangError('SETTINGS_CONFLICT', [`${basename(this.#file())} was changed meanwhile`]);
    saveKnowledge(this.#file(), draft.next, new Date(this.#deps.clock.now()));
    this.#drafts.delete(id);
    this.#deps.taken();
  }

  #file(): string {
    return knowledgePath(this.#deps.configFile, this.#deps.hospital().config);
  }

  #onDisk(today: string): Pick<KnowledgeView, 'faults' | 'warnings'> {
    try {
      const json = readKnowledgeJson(this.#file());
      const faults = knowledgeFaults(json);
      if (faults.length > 0) return { faults, warnings: [] };
      const warnings = knowledgeWarnings(json, loadKnowledge(json, today), today);
      return { faults, warnings: warnings.filter(({ path }) => !path.endsWith('.validUntil')) };
    } catch (error) {
      if (error instanceof HuifangError) return { faults: error.details, warnings: [] };
      throw error;
    }
  }

  /** The file that is to be replaced, if it can be compared with; a faulty one may be what the workbook repairs. */
  #comparable(): Json | null {
    try {
      const json = readKnowledgeJson(this.#file());
      return knowledgeFaults(json).length === 0 ? (json as Json) : null;
    } catch {
      return null;
    }
  }

  #keep(draft: Draft): KnowledgeDraft {
    this.#drafts.set(draft.view.id, draft);
    for (const old of [...this.#drafts.keys()].slice(0, -KEPT)) this.#drafts.delete(old);
    return draft.view;
  }

  async #inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
    await mkdir(this.#deps.folder, { recursive: true, mode: 0o700 });
    const folder = await mkdtemp(join(this.#deps.folder, 'workbook-'));
    try {
      return await work(folder);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
}

function countsOf({ departments, offices, doctors, prices, faq }: Knowledge): KnowledgeView['counts'] {
  return {
    departments: departments.length,
    offices: offices.length,
    doctors: doctors.length,
    prices: prices.length,
    faq: faq.length,
  };
}

type Read = { readonly faults: readonly string[] } | { readonly next: Json; readonly notes: readonly string[] };

async function readJson(path: string): Promise<Read> {
  try {
    const { sheets, faults } = await readWorkbook(path);
    const read = readSheets(sheets, faults);
    if ('faults' in read) return { faults: read.faults.map(faultLine) };
    return {
      next: read.file,
      notes: read.notRead.map((sheet) => `没有读取工作表“${sheet}” / sheet ${sheet} is not read`),
    };
  } catch (error) {
    if (error instanceof HuifangError && error.code === 'WORKBOOK_INVALID') return { faults: error.details };
    throw error;
  }
}

function joinedNotes(old: Json | null, next: Json): readonly string[] {
  return joinedWords(old, next).map(
    ({ sheet, id, header, word }) =>
      `“${sheet}”表 ${id}（${header}）：“${word}”会当作一项；多项请一行写一项 / taken as one entry, for each has a line of its own`,
  );
}

function shownChanges(change: ReturnType<typeof changesBetween>[number]): KnowledgeSheetChanges {
  const { sheet, added, removed, changed, reordered } = change;
  return {
    sheet,
    added: added.map(titleOf),
    removed: removed.map(titleOf),
    changed: changed.map((entry) => ({ name: titleOf(entry), cells: entry.cells })),
    reordered,
  };
}

function titleOf({ id, name }: ChangedEntry): string {
  return [id, name].filter((word) => word !== '').join(' ');
}
