import { MINUTE } from '../../domain/clock.ts';
import type { Timer, TimerKind } from '../../domain/timer.ts';
import type { TimerStore, TurnCommit } from '../store.ts';
import type { Database, Row } from './database.ts';
import { number, text, textOrNull } from './database.ts';
import type { HotRows } from './hot.ts';
import { reading } from './reading.ts';
import { asTimerKind, parseJson } from './rows.ts';
import type { Writer } from './writer.ts';

/**
 * A conversation's timers as they stand in its row: kind → when it is due (null: cancelled), for which state, and the instant
 * under which the conversation is filed in the table `timers` for this kind.
 */
type StoredTimers = Map<TimerKind, readonly [due: number | null, stateEntry: number, filed: number]>;

/** What a timer shall be; due null: cancelled. */
type Wanted = readonly [due: number | null, stateEntry: number];

const CANCELLED: Wanted = [null, 0];

/**
 * Nearly every timer is moved on or cancelled long before it is due. The filing is then left as it is: it stands too early,
 * which is noticed, and put right, when its instant comes near. Filings nearer than this are put right at once.
 */
const LEAVE_FILED = MINUTE;
/** Filings looked at in one go. */
const BATCH = 200;

function decode(json: string | null, conversationId: string): StoredTimers {
  const stored =
    json === null ? {} : (parseJson(json, conversationId) as Record<string, readonly [number | null, number, number]>);
  return new Map(Object.entries(stored).map(([kind, entry]) => [asTimerKind(kind), entry]));
}

function encode(timers: StoredTimers): string | null {
  return timers.size === 0 ? null : JSON.stringify(Object.fromEntries(timers));
}

/** The timers that are set, in the order of their instants. */
export function timerList(json: string | null, conversationId: string): readonly Timer[] {
  const timers = decode(json, conversationId);
  const found = [...timers].flatMap(([kind, [due, stateEntry]]) =>
    due === null ? [] : [{ conversationId, kind, due, stateEntry }],
  );
  return found.sort((a, b) => a.due - b.due);
}

/** Timers inside the open transaction. */
export class TimerRows {
  private readonly file;
  private readonly unfile;
  private readonly head;
  private readonly save;

  private readonly hot: HotRows;

  constructor(db: Database, hot: HotRows) {
    this.hot = hot;
    this.file = db.prepare('INSERT OR IGNORE INTO timers VALUES (?, ?, ?)');
    this.unfile = db.prepare('DELETE FROM timers WHERE filed = ? AND conversation = ? AND kind = ?');
    this.head = db.prepare('SELECT no, timers FROM conversations WHERE id = ?');
    this.save = db.prepare('UPDATE conversations SET timers = ? WHERE no = ?');
  }

  /** Cancels and sets as the turn says; returns what the conversation's row has to hold. */
  apply(
    no: number,
    stored: string | null,
    turn: Pick<TurnCommit, 'at' | 'record' | 'cancelTimers' | 'timers'>,
  ): string | null {
    if (turn.cancelTimers.length === 0 && turn.timers.length === 0) return stored;
    const timers = decode(stored, turn.record.id);
    const wanted = new Map<TimerKind, Wanted>();
    for (const kind of turn.cancelTimers) wanted.set(kind, CANCELLED);
    for (const timer of turn.timers) wanted.set(timer.kind, [timer.due, timer.stateEntry]);
    for (const [kind, timer] of wanted) this.move({ no, timers }, kind, timer, turn.at + LEAVE_FILED);
    return encode(timers);
  }

  drop(timer: Timer): void {
    const row = this.head.get(timer.conversationId);
    if (row === undefined) return;
    const no = number(row, 0);
    const timers = decode(textOrNull(row, 1), timer.conversationId);
    const [due, stateEntry] = timers.get(timer.kind) ?? CANCELLED;
    if (due !== timer.due || stateEntry !== timer.stateEntry) return;
    this.move({ no, timers }, timer.kind, CANCELLED, Number.POSITIVE_INFINITY);
    this.store(timer.conversationId, no, timers);
  }

  /** Puts filings right that stand too early, or for nothing. */
  refile(filings: readonly Filing[]): void {
    for (const { no, id, kind, filed } of filings) {
      const timers = decode(textOrNull(this.head.get(id) ?? [null, null], 1), id);
      const [due, stateEntry] = timers.get(kind) ?? CANCELLED;
      if (due === filed) continue;
      timers.set(kind, [due, stateEntry, filed]);
      this.move({ no, timers }, kind, [due, stateEntry], Number.POSITIVE_INFINITY);
      this.store(id, no, timers);
    }
  }

  private store(id: string, no: number, timers: StoredTimers): void {
    this.save.run(encode(timers), no);
    this.hot.heads.delete(id);
  }

  /** Sets one kind, and files it anew unless it stands at or before its instant and later than `soon`. */
  private move(
    row: { no: number; timers: StoredTimers },
    kind: TimerKind,
    [due, stateEntry]: Wanted,
    soon: number,
  ): void {
    const filed = row.timers.get(kind)?.[2];
    if (filed !== undefined && filed > soon && (due === null || due >= filed)) {
      row.timers.set(kind, [due, stateEntry, filed]);
      return;
    }
    if (filed !== undefined && filed !== due) this.unfile.run(filed, row.no, kind);
    if (due === null) {
      row.timers.delete(kind);
      return;
    }
    if (filed !== due) this.file.run(due, row.no, kind);
    row.timers.set(kind, [due, stateEntry, due]);
  }
}

/** A row of `timers`, with the timer it stands for if it stands where it belongs. */
interface Filing {
  readonly no: number;
  readonly id: string;
  readonly kind: TimerKind;
  readonly filed: number;
  readonly timer: Timer | undefined;
}

function decodeFiling(row: Row): Filing {
  const [id, kind, filed] = [text(row, 1), asTimerKind(text(row, 2)), number(row, 3)];
  const [due, stateEntry] = decode(textOrNull(row, 4), id).get(kind) ?? CANCELLED;
  const timer = due === filed ? { conversationId: id, kind, due, stateEntry } : undefined;
  return { no: number(row, 0), id, kind, filed, timer };
}

/** The port's timers. */
export function timerStore(db: Database, writer: Writer, hot: HotRows): TimerStore {
  const rows = new TimerRows(db, hot);
  const earliest = db.prepare(
    `SELECT c.no, c.id, t.kind, t.filed, c.timers FROM timers t JOIN conversations c ON c.no = t.conversation
     WHERE t.filed <= ? ORDER BY t.filed, t.conversation LIMIT ?`,
  );
  const stored = db.prepare('SELECT timers FROM conversations WHERE id = ?');
  /** The earliest filings, put right as often as it takes until the first `count` of them stand where they belong. */
  const settled = async (until: number, limit: number, count: number): Promise<readonly Timer[]> => {
    for (;;) {
      const filings = earliest.all(until, limit).map(decodeFiling);
      const wrong = filings.filter((filing) => filing.timer === undefined);
      if (filings.slice(0, count).every((filing) => filing.timer !== undefined)) {
        return filings.slice(0, count).flatMap(({ timer }) => (timer === undefined ? [] : [timer]));
      }
      await writer.run(() => {
        rows.refile(wrong);
      });
    }
  };
  return {
    due: (now, limit) => settled(now, limit, limit),
    nextDue: async () => (await settled(Number.MAX_SAFE_INTEGER, BATCH, 1))[0]?.due,
    of: (conversationId) =>
      reading(() => {
        const kept = hot.heads.get(conversationId);
        const row = kept === undefined ? stored.get(conversationId) : [kept.timers];
        return row === undefined ? [] : timerList(textOrNull(row, 0), conversationId);
      }),
    drop: (timer) =>
      writer.run(() => {
        rows.drop(timer);
      }),
  };
}
