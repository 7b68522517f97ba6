import { HuifangError } from '../../../domain/errors.ts';
import {
  type Arrival,
  arrivalOf,
  furthest,
  isTooFast,
  NOTHING_SAID,
  type Pace,
  paceAfter,
  type StayPart,
  type TalkPart,
  talkOf,
} from '../../report-progress.ts';
import type { Database, Row } from '../database.ts';
import { number, text, textOrNull } from '../database.ts';
import type { ConversationReader } from '../reader.ts';
import { asChannel } from '../rows.ts';
import type { LineOutline, Transcript } from '../transcript.ts';

/** A stay as the records have it, and the row that is kept of it. */
export interface StaySource {
  readonly no: number;
  readonly id: string;
  readonly day: string;
  readonly department: string;
  readonly ward: string;
  readonly part: StayPart;
  readonly kept: { readonly channel: string; readonly names: string } | null;
}

export interface TalkSource {
  readonly id: string;
  readonly part: TalkPart;
  readonly pace: Pace;
}

/** Reads the records that progress follows from. */
export class ReportSources {
  private readonly sql;
  private readonly reader: ConversationReader;
  private readonly transcript: Transcript;

  /** `links`: the table that says which conversations are about which stay. */
  constructor(db: Database, reader: ConversationReader, transcript: Transcript, links = 'report_talks') {
    this.reader = reader;
    this.transcript = transcript;
    this.sql = {
      stay: db.prepare(`${staySql(false)} WHERE s.no = ?`),
      stays: db.prepare(`${staySql(true)} WHERE s.no > ? ORDER BY s.no LIMIT ?`),
      talks: db.prepare(
        `SELECT c.id,
           EXISTS (SELECT 1 FROM registers r WHERE r.conversation = c.no AND r.kind = 'complaint'),
           EXISTS (SELECT 1 FROM work_items w WHERE w.conversation = c.no AND w.kind = 'handoff')
         FROM ${links} t JOIN conversations c ON c.no = t.conversation WHERE t.stay = ? ORDER BY c.no`,
      ),
    };
  }

  stay(no: number): StaySource | undefined {
    const row = this.sql.stay.get(no);
    return row === undefined ? undefined : decodeSource(row);
  }

  /** The next stays by number, for walking over all. */
  stays(after: number, limit: number): readonly StaySource[] {
    return this.sql.stays.all(after, limit).map(decodeSource);
  }

  /** Conversations about the stay, oldest first; one that cannot be read says nothing. */
  talks(stay: number): readonly TalkSource[] {
    return this.sql.talks.all(stay).flatMap((row) => {
      const id = text(row, 0);
      const head = this.head(id);
      if (head === undefined) return [];
      const lines = this.transcript.outline(head.lastMessage);
      const pace = lines.reduce(paceAfter, NOTHING_SAID);
      const part: TalkPart = {
        ...talkOf(head.record),
        arrival: arrivalIn(lines),
        heard: pace.heard > 0,
        complaint: number(row, 1) === 1,
        handoff: number(row, 2) === 1,
        tooFast: head.record.outcome === 'completed' && isTooFast(pace),
      };
      return [{ id, part, pace }];
    });
  }

  private head(id: string) {
    try {
      return this.reader.readHead(id);
    } catch (error) {
      if (error instanceof HuifangError) return undefined;
      throw error;
    }
  }
}

/** Where a stay is counted never changes: once it is kept, that is read instead of the stay's facts, unless it is to be checked. */
function staySql(checked: boolean): string {
  const fact = (name: string) => {
    const stored = `CASE WHEN json_valid(s.stay) THEN s.stay ->> '$.facts.${name}' END`;
    return checked ? stored : `ifnull(r.${name}, ${stored})`;
  };
  return `SELECT s.no, s.id, s.discharged_on, s.channel, s.address, s.follow_up, s.cancel_reason,
    ${fact('department')}, ${fact('ward')}, r.channel, r.names
  FROM stays s LEFT JOIN report_stays r ON r.stay = s.no`;
}

function decodeSource(row: Row): StaySource {
  const channel = textOrNull(row, 9);
  return {
    no: number(row, 0),
    id: text(row, 1),
    day: text(row, 2),
    department: textOrNull(row, 7) ?? '',
    ward: textOrNull(row, 8) ?? '',
    part: {
      channel: asChannel(text(row, 3)),
      hasAddress: text(row, 4) !== '',
      planned: text(row, 5) === 'planned',
      cancelReason: textOrNull(row, 6) as StayPart['cancelReason'],
    },
    kept: channel === null ? null : { channel, names: text(row, 10) },
  };
}

function arrivalIn(lines: readonly LineOutline[]): Arrival {
  return lines.reduce<Arrival>(
    (best, line) => (line.author === 'contact' ? best : furthest(best, arrivalOf(line.delivery))),
    'none',
  );
}
