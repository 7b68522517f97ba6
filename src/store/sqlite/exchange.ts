import type { MessageRow } from '../../domain/message.ts';
import type { OutboxDraft, TurnCommit } from '../store.ts';
import type { Database } from './database.ts';
import { Phase } from './outbox-line.ts';
import { encodeList } from './rows.ts';

/** The usual turn of a known conversation: one text came in, one line goes out. */
export interface Exchange {
  readonly heard: MessageRow;
  readonly said: MessageRow;
  readonly line: OutboxDraft;
}

const AUTHORS = { in: 'contact', out: 'bot' } as const;

function isPlain(message: MessageRow, direction: 'in' | 'out', delivery: 'none' | 'pending'): boolean {
  const { author, failure, providerId } = message;
  const ours = message.direction === direction && author === AUTHORS[direction] && message.delivery === delivery;
  return ours && failure === undefined && providerId === undefined;
}

/** What a line of the other direction has, and what a reply is hardly ever: for these the statement has no values. */
function isUsual({ heard, said, line }: Exchange): boolean {
  const { proactive, confirmsOptOut } = line.mark;
  return heard.phrases.length + heard.options.length + said.readings.length === 0 && !proactive && !confirmsOptOut;
}

/** The exchange that a turn consists of, if it writes no other line and changes none. */
export function exchangeOf(turn: TurnCommit): Exchange | undefined {
  const { messages, outbox, readings, cancelUnsent } = turn;
  const [heard, said] = messages;
  const [line] = outbox;
  if (heard === undefined || said === undefined || line?.seq !== said.seq) return undefined;
  if (messages.length > 2 || outbox.length > 1 || readings.length > 0 || cancelUnsent) return undefined;
  if (!isPlain(heard, 'in', 'none') || !isPlain(said, 'out', 'pending')) return undefined;
  return isUsual({ heard, said, line }) ? { heard, said, line } : undefined;
}

/** Where an exchange is filed: numbers of its rows and of the transcript line before it. */
export interface Filing {
  readonly conversation: number;
  readonly previous: number;
  readonly heard: number;
  readonly said: number;
  readonly timers: string | null;
}

/**
 * Writes an exchange with one statement. Calling a statement costs as much as the row it writes, and nearly every turn is an
 * exchange: a view of this connection takes all its values, and a trigger puts them into the four rows. FAIL instead of ABORT:
 * nothing is kept to undo the single statement with, as an error undoes the whole transaction anyway.
 */
export function exchangeWriter(db: Database): (exchange: Exchange, turn: TurnCommit, filing: Filing) => void {
  db.exec(SCHEMA);
  const insert = db.prepare(`INSERT OR FAIL INTO exchange VALUES (${COLUMNS.map(() => '?').join(', ')})`);
  return ({ heard, said, line }, { record }, { conversation, previous, heard: heardNo, said: saidNo, timers }) => {
    const { version, state, outcome, lastSeq, readSeq, fence } = record;
    const { urgent, notBefore, expiresAt } = line.mark;
    insert.run(
      ...[conversation, previous, heardNo, heard.seq, heard.text, heard.at, encodeList(heard.readings)],
      ...[saidNo, said.seq, said.text, said.at, encodeList(said.phrases), encodeList(said.options)],
      ...[version, state, outcome, lastSeq, readSeq, fence, timers, JSON.stringify(record)],
      ...[urgent ? Phase.urgent : Phase.pending, Number(urgent), notBefore, expiresAt],
    );
  };
}

const COLUMNS = [
  ...['conversation', 'previous', 'heard', 'heard_seq', 'heard_text', 'heard_at', 'heard_readings'],
  ...['said', 'said_seq', 'said_text', 'said_at', 'said_phrases', 'said_options'],
  ...['version', 'state', 'outcome', 'last_seq', 'read_seq', 'fence', 'timers', 'record'],
  ...['phase', 'urgent', 'not_before', 'expires_at'],
];

const SCHEMA = `
CREATE TEMP VIEW exchange AS SELECT ${COLUMNS.map((name) => `NULL AS ${name}`).join(', ')};
CREATE TEMP TRIGGER exchange_written INSTEAD OF INSERT ON exchange BEGIN
  INSERT INTO messages VALUES (new.heard, new.previous, new.conversation, new.heard_seq, 'in', 'contact', new.heard_text,
    new.heard_at, 'none', NULL, NULL, new.heard_readings, NULL, NULL, NULL);
  INSERT INTO messages VALUES (new.said, new.heard, new.conversation, new.said_seq, 'out', 'bot', new.said_text,
    new.said_at, 'pending', new.said_phrases, new.said_options, NULL, NULL, NULL, NULL);
  UPDATE conversations SET version = new.version, state = new.state, outcome = new.outcome, last_seq = new.last_seq,
    read_seq = new.read_seq, fence = new.fence, last_message = new.said, timers = new.timers, record = new.record
    WHERE no = new.conversation;
  INSERT INTO outbox VALUES (new.conversation, new.said_seq, new.said, new.phase, new.not_before, new.urgent, 0, 0,
    new.not_before, new.expires_at, new.fence, 0, NULL);
END;`;
