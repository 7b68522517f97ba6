import type { ConversationRecord } from '../../../domain/conversation.ts';
import type { DeliveryState } from '../../../domain/message.ts';
import {
  arrivalOf,
  furthest,
  isBilled,
  isTooFast,
  NOTHING_SAID,
  type Pace,
  paceAfter,
  type TalkPart,
  talkOf,
} from '../../report-progress.ts';
import type { TurnCommit } from '../../store.ts';
import type { Database } from '../database.ts';
import { number } from '../database.ts';
import { Recent } from '../hot.ts';
import type { ConversationReader } from '../reader.ts';
import type { Transcript } from '../transcript.ts';
import { CountRows } from './counts.ts';
import { HandoffRows, noteOpening } from './handoffs.ts';
import { LineCounts } from './lines.ts';
import { ReportSources, type StaySource } from './sources.ts';
import { type KeptStay, rowOf, StayRows } from './stay-rows.ts';
import { WorkRows } from './work.ts';

/** What the rows of reports are kept with. */
export interface ReportParts {
  readonly reader: ConversationReader;
  readonly transcript: Transcript;
  /** Local day of an instant. */
  readonly dayOf: (at: number) => string;
}

/** A talk that was counted lately: the only one about its stay, so that a turn of it can be counted without reading anything. */
interface Lately {
  readonly stay: StaySource;
  readonly talk: TalkPart;
  readonly pace: Pace;
  /** As the row stands in the file; null: there is none. */
  readonly kept: KeptStay | null;
}

/**
 * Keeps the figures of reports in the transaction that changes what they follow from. Writers only note what they touched; before the
 * commit each stay that was touched is counted anew from its records, and what is different is written. Most turns touch a talk
 * that was counted lately: those are counted from the record in memory.
 */
export class ReportRows {
  private readonly sql;
  private readonly sources: ReportSources;
  private readonly rows: StayRows;
  private readonly counts: CountRows;
  private readonly lines: LineCounts;
  private readonly handoffs: HandoffRows;
  private readonly work: WorkRows;
  private readonly lately = new Recent<Lately>();
  /** Touched in this transaction. */
  private readonly talks = new Map<string, Lately>();
  /** By the number of the stay: the talk of `talks` that is the only one about it. */
  private readonly talkOf = new Map<number, string>();
  /** Stays whose own row changed, and stays whose talks must be read as well. */
  private readonly stays = new Set<number>();
  private readonly unread = new Set<number>();
  private readonly sent: { readonly message: number; readonly difference: number }[] = [];
  private readonly asked = new Set<number>();

  constructor(db: Database, { reader, transcript, dayOf }: ReportParts) {
    this.sql = prepareAll(db);
    this.sources = new ReportSources(db, reader, transcript);
    this.rows = new StayRows(db);
    this.counts = new CountRows(db);
    this.lines = new LineCounts(db, dayOf);
    this.handoffs = new HandoffRows(db, transcript, dayOf);
    this.work = new WorkRows(db, dayOf);
    noteOpening(db);
  }

  /** A turn was written to the conversation numbered `no`; `before`: its record until then. */
  turn(turn: TurnCommit, before: ConversationRecord | undefined, no: number): void {
    if (turn.handoff !== null || turn.messages.some((line) => line.author === 'staff')) this.asked.add(no);
    const { record } = turn;
    if (record.stay === null) return;
    const lately =
      before === undefined ? this.begun(turn, no) : (this.talks.get(record.id) ?? this.lately.get(record.id));
    if (lately === undefined || (turn.cancelUnsent && lately.talk.arrival === 'waiting')) {
      this.touch(no);
      return;
    }
    this.talks.set(record.id, { ...lately, ...afterTurn(lately, turn) });
    this.talkOf.set(lately.stay.no, record.id);
  }

  /** A line of ours moved from one delivery state to another. */
  line(line: { readonly no: number; readonly message: number; readonly conversationId: string }, moved: Moved): void {
    const difference = Number(isBilled(moved.to)) - Number(isBilled(moved.from));
    if (difference !== 0) this.sent.push({ message: line.message, difference });
    const [from, to] = [arrivalOf(moved.from), arrivalOf(moved.to)];
    const known = (this.talks.get(line.conversationId) ?? this.lately.get(line.conversationId))?.talk.arrival;
    // Delivered stays delivered, and a line that only got further adds nothing to one that got as far.
    if (known === 'delivered' || from === to) return;
    if (known !== undefined && furthest(known, to) === known && furthest(from, to) === to) return;
    this.touch(line.no);
  }

  /** Last of the transaction. */
  flush(): void {
    this.readTouched();
    for (const [id, lately] of this.talks) this.refreshTalk(id, lately);
    for (const no of this.stays) this.refreshStay(no);
    for (const no of this.unread) if (!this.stays.has(no)) this.refreshStay(no);
    for (const { message, difference } of this.sent) this.lines.count(message, difference, this.counts);
    for (const no of this.asked) this.handoffs.refresh(no);
    this.work.flush();
    this.counts.flush();
    this.clear();
  }

  private readTouched(): void {
    const rows = this.sql.touched.all();
    for (const row of rows) (number(row, 1) === 1 ? this.unread : this.stays).add(number(row, 0));
    if (rows.length > 0) this.sql.untouch.run();
  }

  /** After a transaction was undone. */
  forget(): void {
    this.lately.clear();
    this.counts.forget();
    this.clear();
  }

  private clear(): void {
    this.talks.clear();
    this.talkOf.clear();
    this.stays.clear();
    this.unread.clear();
    this.sent.length = 0;
    this.asked.clear();
  }

  /** The first turn of a conversation. One about a stay that no import has brought is in no report. */
  private begun({ record }: TurnCommit, no: number): Lately | undefined {
    const row = this.sql.stayById.get(record.stay?.stayId ?? '');
    if (row === undefined) return undefined;
    const stayNo = number(row, 0);
    const isFirst = this.sql.otherTalk.get(stayNo) === undefined;
    this.sql.link.run(no, stayNo);
    const stay = isFirst ? this.sources.stay(stayNo) : undefined;
    if (stay === undefined) return undefined;
    const talk = {
      ...talkOf(record),
      arrival: 'none',
      heard: false,
      complaint: false,
      handoff: false,
      tooFast: false,
    } as const;
    return { stay, talk, pace: NOTHING_SAID, kept: stay.kept };
  }

  private touch(no: number): void {
    const row = this.sql.stayOf.get(no);
    if (row !== undefined) this.unread.add(number(row, 0));
  }

  private refreshTalk(id: string, lately: Lately): void {
    const { no } = lately.stay;
    if (this.stays.has(no) || this.unread.has(no)) return;
    this.write(id, lately);
  }

  private write(id: string, { stay, talk, pace, kept }: Lately): void {
    const after = rowOf(stay, [talk]);
    this.rows.write(stay, kept, after, this.counts);
    this.lately.set(id, { stay, talk, pace, kept: after });
  }

  private refreshStay(no: number): void {
    const stay = this.sources.stay(no);
    if (stay === undefined) return;
    const id = this.talkOf.get(no) ?? '';
    const known = this.unread.has(no) ? undefined : this.talks.get(id);
    if (known !== undefined) {
      this.write(id, { ...known, stay, kept: stay.kept });
      return;
    }
    // A stay that was just brought has no talk yet.
    const talks = stay.kept === null ? [] : this.sources.talks(no);
    const after = rowOf(
      stay,
      talks.map(({ part }) => part),
    );
    this.rows.write(stay, stay.kept, after, this.counts);
    for (const talk of talks) this.lately.delete(talk.id);
    const [only] = talks;
    if (only !== undefined && talks.length === 1)
      this.lately.set(only.id, { stay, talk: only.part, pace: only.pace, kept: after });
  }
}

interface Moved {
  readonly from: DeliveryState;
  readonly to: DeliveryState;
}

/** The talk after a turn: from what the turn writes, and nothing that would have to be read. */
function afterTurn({ talk, pace: before }: Lately, turn: TurnCommit): Pick<Lately, 'talk' | 'pace'> {
  const pace = turn.messages.reduce(paceAfter, before);
  return {
    pace,
    talk: {
      ...talkOf(turn.record),
      arrival: turn.outbox.length > 0 ? furthest(talk.arrival, 'waiting') : talk.arrival,
      heard: pace.heard > 0,
      complaint:
        talk.complaint || turn.registers.some((change) => change.type === 'add' && change.kind === 'complaint'),
      handoff: talk.handoff || turn.handoff !== null,
      tooFast: turn.record.outcome === 'completed' && isTooFast(pace),
    },
  };
}

function prepareAll(db: Database) {
  // Whoever changes a stay or writes down a complaint of one, and wherever: it is counted anew before the commit. A temporary table, so nothing of it is written to disk.
  db.exec(`
    CREATE TEMP TABLE IF NOT EXISTS report_touched (stay INTEGER PRIMARY KEY, talks INTEGER);
    CREATE TEMP TRIGGER IF NOT EXISTS report_stay_added AFTER INSERT ON stays BEGIN
      INSERT OR IGNORE INTO report_touched VALUES (new.no, 0);
    END;
    CREATE TEMP TRIGGER IF NOT EXISTS report_stay_changed AFTER UPDATE OF follow_up, cancel_reason ON stays
    WHEN (old.follow_up = 'planned') <> (new.follow_up = 'planned') OR old.cancel_reason IS NOT new.cancel_reason BEGIN
      INSERT OR IGNORE INTO report_touched VALUES (new.no, 0);
    END;
    CREATE TEMP TRIGGER IF NOT EXISTS report_complaint_added AFTER INSERT ON registers WHEN new.kind = 'complaint' BEGIN
      INSERT OR REPLACE INTO report_touched SELECT stay, 1 FROM report_talks WHERE conversation = new.conversation;
    END;`);
  return {
    touched: db.prepare('SELECT stay, talks FROM report_touched'),
    untouch: db.prepare('DELETE FROM report_touched'),
    stayById: db.prepare('SELECT no FROM stays WHERE id = ?'),
    stayOf: db.prepare('SELECT stay FROM report_talks WHERE conversation = ?'),
    otherTalk: db.prepare('SELECT 1 FROM report_talks WHERE stay = ? LIMIT 1'),
    link: db.prepare('INSERT OR REPLACE INTO report_talks VALUES (?, ?)'),
  };
}
