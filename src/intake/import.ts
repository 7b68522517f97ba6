import { daysSince } from '../bot/campaign/plan.ts';
import type { IdSource } from '../domain/ids.ts';
import { localDate } from '../domain/zoned-time.ts';
import type { DirectoryStore, StayRow } from '../store/store.ts';
import { checkFile } from './csv/check.ts';
import { detectEncoding } from './csv/encoding.ts';
import { type DischargeFile, openDischargeFile, readRecords } from './csv/reader.ts';
import { type DepartmentNames, indexDepartments } from './department.ts';
import { Ledger, type Standing, type StoredPatient } from './ledger.ts';
import type { PhoneRules } from './phone.ts';
import { type ImportReport, type RowReport, reportRow } from './report.ts';
import { isBlank, judgeRow, type RowContext, readRow } from './row.ts';
import type { RowReading, Verdict } from './row.types.ts';
import type { IntakeRules } from './rules.ts';
import { type FollowUpSettings, stayOf } from './stay.ts';
import { Tally } from './tally.ts';

/** Records that are stored together, in one transaction; so few that conversations hardly wait for it in a running service. */
const BATCH = 250;
const WEEK_DAYS = 7;
/** The file is read three times: once for its encoding, once for what rows say about each other, once to import. */
const PASSES = 3;

/** How far an import is; `done` and `total` are bytes over all passes. */
export interface ImportProgress {
  readonly done: number;
  readonly total: number;
  readonly records: number;
}

export interface ImportOptions {
  /** The discharge list. */
  readonly path: string;
  /** Null when nothing is stored yet and nothing may be written (a dry run without a data folder). */
  readonly directory: DirectoryStore | null;
  readonly rules: IntakeRules;
  /** Country of the hospital, whose numbers stand without a country code; null: none of its own. */
  readonly home: PhoneRules['home'];
  readonly followUp: FollowUpSettings;
  /** Departments of the knowledge base. */
  readonly departments: readonly DepartmentNames[];
  readonly ids: IdSource;
  /** Epoch ms by the service's clock. */
  readonly now: number;
  /** Decide and report everything, apply nothing. */
  readonly dryRun: boolean;
  /** Hears of each record after it was stored, in the order of the file; awaited. */
  readonly onRow?: (row: RowReport) => void | Promise<void>;
  readonly onProgress?: (progress: ImportProgress) => void;
}

/**
 * Imports a discharge list: detects its encoding, surveys it (a death counts for all rows of a patient, wherever it
 * stands), then decides record by record and stores in batches. Throws before anything is applied when the file cannot
 * be read or lacks columns. Safe to repeat: what is stored already comes out as `duplicate`.
 */
export async function importDischarges(options: ImportOptions): Promise<ImportReport> {
  await checkFile(options.path);
  const detected = await detectEncoding(options.path);
  const file = await openDischargeFile(options.path, detected, options.rules.columns);
  const run = new ImportRun(options, file);
  await run.survey();
  await run.apply();
  return run.report();
}

class ImportRun {
  readonly #options: ImportOptions;
  readonly #file: DischargeFile;
  readonly #context: RowContext;
  readonly #ledger = new Ledger();
  readonly #tally = new Tally();
  #bytes: number;

  constructor(options: ImportOptions, file: DischargeFile) {
    this.#options = options;
    this.#file = file;
    this.#bytes = file.detected.size;
    this.#context = {
      columns: file.columns,
      rules: options.rules,
      phones: { noPhone: options.rules.noPhone, home: options.home },
      departments: indexDepartments(options.departments),
      today: localDate(options.now, options.followUp.zone),
    };
  }

  /** First pass over the records. Afterwards everyone who died is marked, before anything is planned. */
  async survey(): Promise<void> {
    for await (const cells of this.#records()) {
      if (!isBlank(cells)) this.#ledger.survey(readRow(cells, this.#context));
    }
    const { directory, dryRun, now } = this.#options;
    const { deceased } = this.#ledger;
    if (dryRun || directory === null) return;
    for (let from = 0; from < deceased.length; from += BATCH) {
      await directory.markDeceased(deceased.slice(from, from + BATCH), now);
    }
  }

  /** Second pass: decides, stores, reports. */
  async apply(): Promise<void> {
    let batch: RowReading[] = [];
    for await (const cells of this.#records()) {
      if (isBlank(cells)) {
        this.#tally.blank += 1;
        continue;
      }
      batch.push(readRow(cells, this.#context));
      if (batch.length === BATCH) {
        await this.#applyBatch(batch);
        batch = [];
      }
    }
    await this.#applyBatch(batch);
  }

  report(): ImportReport {
    return {
      dryRun: this.#options.dryRun,
      today: this.#context.today,
      encoding: this.#file.detected.encoding,
      absentColumns: this.#file.columns.absent,
      ...this.#tally.counts(),
    };
  }

  #records(): AsyncGenerator<readonly string[]> {
    const total = this.#file.detected.size * PASSES;
    return readRecords(this.#file, (bytes) => {
      this.#bytes += bytes;
      this.#options.onProgress?.({ done: this.#bytes, total, records: this.#tally.records });
    });
  }

  async #applyBatch(batch: readonly RowReading[]): Promise<void> {
    if (batch.length === 0) return;
    const { directory, dryRun, now, onRow } = this.#options;
    const numbers = [...new Set(batch.map((row) => row.recordNo))].filter((recordNo) => recordNo !== '');
    const stored = (await directory?.findPatients(numbers)) ?? new Map<string, StoredPatient>();
    const patientIds = new Map<string, string>();
    const stays: StayRow[] = [];
    const reports: RowReport[] = [];
    for (const row of batch) {
      const patient = stored.get(row.recordNo);
      const { verdict, keep } = this.#decide(row, patient);
      reports.push(reportRow(this.#tally.records, row.recordNo, verdict));
      if (keep === null || dryRun) continue;
      const patientId = this.#patientId(row.recordNo, patient, patientIds);
      const notes = 'notes' in verdict ? verdict.notes : [];
      const parts = { row, notes, now, patientId, stayId: this.#options.ids.next(), cancelled: keep.cancelled };
      stays.push(stayOf(parts, this.#options.followUp));
    }
    if (stays.length > 0) await directory?.addStays(stays, now);
    if (onRow !== undefined) for (const report of reports) await onRow(report);
  }

  #patientId(recordNo: string, stored: StoredPatient | undefined, given: Map<string, string>): string {
    const known = given.get(recordNo) ?? (stored?.patientId === '' ? undefined : stored?.patientId);
    const id = known ?? this.#options.ids.next();
    given.set(recordNo, id);
    return id;
  }

  /** The verdict, and whether the stay is kept: with its follow-up, or only listed for the reason in `cancelled`. */
  #decide(
    row: RowReading,
    stored: StoredPatient | undefined,
  ): { verdict: Verdict; keep: { cancelled: 'transferred' | 'readmitted' | null } | null } {
    const known = this.#ledger.known(row, stored);
    const verdict = this.#withWindow(row, judgeRow(row, known));
    this.#tally.decided(verdict);
    if (verdict.action === 'reject') this.#ledger.rejected(row);
    if (verdict.action === 'skip' && verdict.code === 'transferred') {
      if (!storable(row) || known.conflict || known.duplicate) return { verdict, keep: null };
      this.#tally.withdrawn(this.#ledger.keptOnly(row));
      return { verdict, keep: { cancelled: 'transferred' } };
    }
    if (verdict.action === 'reject' || verdict.action === 'skip') return { verdict, keep: null };
    const superseded = this.#ledger.superseded(row, stored);
    const standing = superseded ? 'none' : this.#standing(row);
    this.#tally.imported(row, standing, this.#ledger.imported(row, standing));
    return { verdict, keep: { cancelled: superseded ? 'readmitted' : null } };
  }

  #withWindow(row: RowReading, verdict: Verdict): Verdict {
    if (verdict.action !== 'accept' && verdict.action !== 'normalise') return verdict;
    if (this.#standing(row) !== 'windowPassed') return verdict;
    return { ...verdict, notes: [...verdict.notes, 'window_passed'] };
  }

  #standing(row: RowReading): Standing {
    const { now, followUp } = this.#options;
    const days = daysSince(row.dischargedOn, now, followUp.zone);
    if (days > followUp.windowDays) return 'windowPassed';
    return days <= WEEK_DAYS ? 'within7' : 'due';
  }
}

/** A transferred stay is kept for the statistics if it is known whose it is and when it ended. */
function storable(row: RowReading): boolean {
  const lacksPhoneOnly = row.rejection?.code.startsWith('phone_') === true;
  return row.recordNo !== '' && (row.rejection === null || lacksPhoneOnly);
}
