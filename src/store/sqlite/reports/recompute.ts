import { PROGRESS_VERSION } from '../../report-progress.ts';
import type { RecomputeResult, ReportDifference } from '../../reports-store.ts';
import type { Database } from '../database.ts';
import { number, text } from '../database.ts';
import { CountRows, GatheredCounts, parseCounts, rowKey, rowName, withoutZeros } from './counts.ts';
import { HandoffRows } from './handoffs.ts';
import { type CountsInto, LineCounts } from './lines.ts';
import type { ReportParts } from './rows.ts';
import { ReportSources, type StaySource } from './sources.ts';
import { countStay, type KeptStay, rowOf, StayRows } from './stay-rows.ts';
import { WorkRows } from './work.ts';

const CHUNK = 1_000;
const LISTED = 1_000;
/** Conversations and the stays they are about, from the records themselves. */
const LINKS = `SELECT c.no, s.no FROM conversations c
  JOIN stays s ON s.id = CASE WHEN json_valid(c.record) THEN c.record ->> '$.stay.stayId' END`;

/** Counts everything from the records: to compare it with what is kept, or to put it in its place. */
export class Recompute {
  private readonly db: Database;
  private readonly parts: ReportParts;

  constructor(db: Database, parts: ReportParts) {
    this.db = db;
    this.parts = parts;
  }

  /** True if what is kept was counted by these rules. */
  isCurrent(): boolean {
    const row = this.db.prepare('SELECT version FROM report_state').get();
    return row !== undefined && number(row, 0) === PROGRESS_VERSION;
  }

  /** Inside a transaction. */
  rebuild(): void {
    const { db, parts } = this;
    for (const table of ['stays', 'talks', 'counts', 'handoffs', 'work']) db.exec(`DELETE FROM report_${table}`);
    db.exec(`INSERT INTO report_talks ${LINKS}`);
    const counts = new CountRows(db);
    const rows = new StayRows(db);
    for (const { stay, row } of this.walk('report_talks')) {
      rows.write(stay, null, row, counts);
      if (stay.no % CHUNK === 0) counts.flush();
    }
    new LineCounts(db, parts.dayOf).all(counts);
    counts.flush();
    const handoffs = new HandoffRows(db, parts.transcript, parts.dayOf);
    for (const no of handoffs.conversations()) handoffs.refresh(no);
    new WorkRows(db, parts.dayOf).rebuild();
    db.prepare('INSERT OR REPLACE INTO report_state VALUES (1, ?)').run(PROGRESS_VERSION);
  }

  /** Writes nothing. */
  compare(): RecomputeResult {
    const { db } = this;
    const found = new Found();
    db.exec('DROP TABLE IF EXISTS temp.report_links');
    db.exec(
      `CREATE TEMP TABLE report_links AS SELECT * FROM (${LINKS.replace('c.no, s.no', 'c.no AS conversation, s.no AS stay')})`,
    );
    db.exec('CREATE INDEX temp.report_links_stay ON report_links (stay)');
    db.exec('CREATE INDEX temp.report_links_conversation ON report_links (conversation)');
    try {
      const counts = new GatheredCounts();
      const stays = this.compareStays(counts, found);
      new LineCounts(db, this.parts.dayOf, 'report_links').all(counts);
      this.compareCounts(counts, found);
      this.compareHandoffs(found);
      this.compareWork(found);
      return { stays, differences: found.list, found: found.count };
    } finally {
      db.exec('DROP TABLE temp.report_links');
    }
  }

  private *walk(links: string): Generator<{ stay: StaySource; row: KeptStay }> {
    const sources = new ReportSources(this.db, this.parts.reader, this.parts.transcript, links);
    let last = 0;
    for (;;) {
      const chunk = sources.stays(last, CHUNK);
      for (const stay of chunk) {
        const talks = sources.talks(stay.no);
        yield {
          stay,
          row: rowOf(
            stay,
            talks.map(({ part }) => part),
          ),
        };
      }
      const end = chunk.at(-1);
      if (end === undefined) return;
      last = end.no;
    }
  }

  private compareStays(into: CountsInto, found: Found): number {
    const kept = this.db.prepare('SELECT day, department, ward, channel, names FROM report_stays WHERE stay = ?');
    let stays = 0;
    for (const { stay, row } of this.walk('report_links')) {
      stays += 1;
      countStay(stay, row, 1, into);
      const counted = [stay.day, stay.department, stay.ward, row.channel, row.names].join('|');
      found.note('stay', stay.id, kept.get(stay.no)?.join('|') ?? '', counted);
    }
    return stays;
  }

  private compareCounts(gathered: GatheredCounts, found: Found): void {
    const rows = gathered.rows();
    const kept = new Map(
      this.db
        .prepare('SELECT period, department, ward, channel, counts FROM report_counts')
        .all()
        .map((row) => [rowKey(row.slice(0, 4).map(String)), parseCounts(text(row, 4))]),
    );
    for (const key of new Set([...rows.keys(), ...kept.keys()])) {
      const [counted, before] = [withoutZeros(rows.get(key) ?? {}), kept.get(key) ?? {}];
      for (const name of new Set([...Object.keys(counted), ...Object.keys(before)])) {
        found.note('count', `${rowName(key)} ${name}`, String(before[name] ?? 0), String(counted[name] ?? 0));
      }
    }
  }

  private compareHandoffs(found: Found): void {
    const { dayOf, transcript } = this.parts;
    const handoffs = new HandoffRows(this.db, transcript, dayOf, 'report_links');
    for (const no of handoffs.conversations())
      for (const { values, kept } of handoffs.differing(no))
        found.note('handoff', String(values[0]), kept?.join('|') ?? '', values.join('|'));
    for (const item of handoffs.aliens()) found.note('handoff', String(item), 'kept', '');
  }

  private compareWork(found: Found): void {
    const work = new WorkRows(this.db, this.parts.dayOf);
    const [kept, counted] = [work.kept(), work.counted()];
    for (const key of new Set([...kept.keys(), ...counted.keys()]))
      found.note('work', key, String(kept.get(key) ?? 0), String(counted.get(key) ?? 0));
  }
}

/** Differences, of which the first are kept. */
class Found {
  readonly list: ReportDifference[] = [];
  count = 0;

  note(kind: ReportDifference['kind'], what: string, kept: string, counted: string): void {
    if (kept === counted) return;
    this.count += 1;
    if (this.list.length < LISTED) this.list.push({ kind, what, kept, counted });
  }
}
