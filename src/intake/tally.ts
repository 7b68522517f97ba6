import type { RejectCode, SkipCode } from './codes.ts';
import type { Ledger, Standing } from './ledger.ts';
import type { ImportReport } from './report.ts';
import type { RowReading, Verdict } from './row.types.ts';

type Counted = Omit<ImportReport, 'dryRun' | 'today' | 'encoding' | 'absentColumns'>;

/** Counts while the rows go by. */
export class Tally {
  blank = 0;
  #records = 0;
  #accept = 0;
  #normalise = 0;
  #patients = 0;
  #under18 = 0;
  #phones = 0;
  readonly #standings: Record<Standing, number> = { none: 0, within7: 0, due: 0, windowPassed: 0 };
  readonly #rejected = new Map<RejectCode, number>();
  readonly #skipped = new Map<SkipCode, number>();
  readonly #departments = new Map<string, number>();

  get records(): number {
    return this.#records;
  }

  /** Counts one decided record. */
  decided(verdict: Verdict): void {
    this.#records += 1;
    if (verdict.action === 'reject') increase(this.#rejected, verdict.code);
    else if (verdict.action === 'skip') increase(this.#skipped, verdict.code);
    else if (verdict.action === 'accept') this.#accept += 1;
    else this.#normalise += 1;
  }

  /** Counts what an imported stay adds. */
  imported(row: RowReading, standing: Standing, facts: ReturnType<Ledger['imported']>): void {
    this.#patients += Number(facts.newPatient);
    this.#under18 += Number(facts.newMinor);
    this.#phones += Number(facts.newPhone);
    this.#standings[standing] += 1;
    this.withdrawn(facts.replaced);
    increase(this.#departments, row.department);
  }

  /** An earlier stay of the patient is not followed up after all. */
  withdrawn(standing: Standing): void {
    this.#standings[standing] -= 1;
  }

  counts(): Counted {
    const total = (map: ReadonlyMap<string, number>) => [...map.values()].reduce((sum, count) => sum + count, 0);
    return {
      records: this.#records,
      blank: this.blank,
      imported: this.#accept + this.#normalise,
      accept: this.#accept,
      normalise: this.#normalise,
      reject: { total: total(this.#rejected), byCode: Object.fromEntries(sorted(this.#rejected)) },
      skip: { total: total(this.#skipped), byCode: Object.fromEntries(sorted(this.#skipped)) },
      patients: this.#patients,
      under18: this.#under18,
      phones: this.#phones,
      due: this.#standings.due + this.#standings.within7,
      dueWithin7: this.#standings.within7,
      windowPassed: this.#standings.windowPassed,
      byDepartment: Object.fromEntries(sorted(this.#departments)),
    };
  }
}

function increase<K>(map: Map<K, number>, key: K): void {
  map.set(key, (map.get(key) ?? 0) + 1);
}

/** Most frequent first; equal ones in the order in which they came. */
function sorted<K>(map: ReadonlyMap<K, number>): readonly (readonly [K, number])[] {
  return [...map].sort(([, one], [, other]) => other - one);
}
