import type { ConversationRecord } from '../../../domain/conversation.ts';
import type { DeliveryState } from '../../../domain/message.ts';
import { arrivalOf, furthest, isBilled, type TalkPart, talkOf } from '../../report-progress.ts';
import type { TurnCommit } from '../../store.ts';
import type { Database } from '../database.ts';
import { number } from '../database.ts';
import { Recent } from '../hot.ts';
import type { ConversationReader } from '../reader.ts';
import type { Transcript } from '../transcript.ts';
import { CountRows } from './counts.ts';
import { HandoffRows } from './handoffs.ts';
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
  /** As the row stands in the file. */
  readonly kept: KeptStay;
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
  private readonly stays = new Set<number>();
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
  }

  /** A turn was written to the conversation numbered `no`; `before`: its record until then. */
  turn(turn: TurnCommit, before: ConversationRecord | undefined, no: number): void {
    if (turn.handoff !== null || turn.messages.some((line) => line.author === 'staff')) this.asked.add(no);
    const { record } = turn;
    if (record.stay === null) return;
    if (before === undefined) this.link(no, record.stay.stayId);
    const lately = this.talks.get(record.id) ?? this.lately.get(record.id);
    if (
      lately === undefined ||
      before === undefined ||
      turn.cancelUnsent ||
      (before.outcome ?? record.outcome) !== null
    ) {
      this.touch(no);
      return;
    }
    const talk = afterTurn(lately.talk, turn, before);
    if (talk !== lately.talk) this.talks.set(record.id, { ...lately, talk });
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
    for (const row of this.sql.touched.all()) this.stays.add(number(row, 0));
    if (this.stays.size > 0) this.sql.untouch.run();
    for (const [id, lately] of this.talks) this.refreshTalk(id, lately);
    for (const no of this.stays) this.refreshStay(no);
    for (const { message, difference } of this.sent) this.lines.count(message, difference, this.counts);
    for (const no of this.asked) this.handoffs.refresh(no);
    this.work.flush();
    this.counts.flush();
    this.clear();
  }

  /** After a transaction was undone. */
  forget(): void {
    this.lately.clear();
    this.counts.forget();
    this.clear();
  }

  private clear(): void {
    this.talks.clear();
    this.stays.clear();
    this.sent.length = 0;
    this.asked.clear();
  }

  /** A conversation about a stay that no import has brought is in no report. */
  private link(no: number, stayId: string): void {
    const stay = this.sql.stayById.get(stayId);
    if (stay !== undefined) this.sql.link.run(no, number(stay, 0));
  }

  private touch(no: number): void {
    const row = this.sql.stayOf.get(no);
    if (row !== undefined) this.stays.add(number(row, 0));
  }

  private refreshTalk(id: string, lately: Lately): void {
    if (this.stays.has(lately.stay.no)) return;
    const after = rowOf(lately.stay, [lately.talk]);
    this.rows.write(lately.stay, lately.kept, after, this.counts);
    this.lately.set(id, { ...lately, kept: after });
  }

  private refreshStay(no: number): void {
    const stay = this.sources.stay(no);
    if (stay === undefined) return;
    const talks = this.sources.talks(no);
    const after = rowOf(
      stay,
      talks.map(({ part }) => part),
    );
    this.rows.write(stay, stay.kept, after, this.counts);
    const [only] = talks;
    for (const { id } of talks) this.lately.delete(id);
    if (only !== undefined && talks.length === 1) this.lately.set(only.id, { stay, talk: only.part, kept: after });
  }
}

interface Moved {
  readonly from: DeliveryState;
  readonly to: DeliveryState;
}

/** The talk after a turn of a conversation that is open before and after; the same object if reports see no difference. */
function afterTurn(talk: TalkPart, turn: TurnCommit, before: ConversationRecord): TalkPart {
  const { record } = turn;
  const complaint =
    talk.complaint || turn.registers.some((change) => change.type === 'add' && change.kind === 'complaint');
  const handoff = talk.handoff || turn.handoff !== null;
  const heard = talk.heard || turn.messages.some((line) => line.author === 'contact');
  const arrival = turn.outbox.length > 0 ? furthest(talk.arrival, 'waiting') : talk.arrival;
  const same =
    complaint === talk.complaint && handoff === talk.handoff && heard === talk.heard && arrival === talk.arrival;
  const said = record.snapshot === before.snapshot && record.answers === before.answers;
  if (same && said && record.respondent === before.respondent) return talk;
  return { ...talk, ...talkOf(record), complaint, handoff, heard, arrival };
}

function prepareAll(db: Database) {
  // Whoever changes a stay, and wherever: it is counted anew before the commit. A temporary table, so nothing of it is written to disk.
  db.exec(`
    CREATE TEMP TABLE IF NOT EXISTS report_touched (stay INTEGER PRIMARY KEY);
    CREATE TEMP TRIGGER IF NOT EXISTS report_stay_added AFTER INSERT ON stays BEGIN
      INSERT OR IGNORE INTO report_touched VALUES (new.no);
    END;
    CREATE TEMP TRIGGER IF NOT EXISTS report_stay_changed AFTER UPDATE OF follow_up, cancel_reason ON stays
    WHEN old.follow_up IS NOT new.follow_up OR old.cancel_reason IS NOT new.cancel_reason BEGIN
      INSERT OR IGNORE INTO report_touched VALUES (new.no);
    END;`);
  return {
    touched: db.prepare('SELECT stay FROM report_touched'),
    untouch: db.prepare('DELETE FROM report_touched'),
    stayById: db.prepare('SELECT no FROM stays WHERE id = ?'),
    stayOf: db.prepare('SELECT stay FROM report_talks WHERE conversation = ?'),
    link: db.prepare('INSERT OR REPLACE INTO report_talks VALUES (?, ?)'),
  };
}
