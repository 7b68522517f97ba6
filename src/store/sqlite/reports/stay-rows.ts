import { progressOf, type TalkPart } from '../../report-progress.ts';
import type { Database } from '../database.ts';
import type { CountsInto } from './lines.ts';
import type { StaySource } from './sources.ts';

/** What a stay counts under, as it is kept: names between blanks. */
export interface KeptStay {
  readonly channel: string;
  readonly names: string;
}

/** `' discharged eligible '`: each name can be found with a blank on both sides. */
function joined(names: readonly string[]): string {
  return ` ${names.join(' ')} `;
}

export function split(names: string): readonly string[] {
  return names.split(' ').filter((name) => name !== '');
}

/** The row that belongs to these records. */
export function rowOf(source: Pick<StaySource, 'part'>, talks: readonly TalkPart[]): KeptStay {
  const { channel, names } = progressOf(source.part, talks);
  return { channel, names: joined(names) };
}

/** Adds to the counts what a stay counts under, `difference` times. */
export function countStay(
  stay: Pick<StaySource, 'day' | 'department' | 'ward'>,
  { channel, names }: KeptStay,
  difference: number,
  into: CountsInto,
): void {
  const { day, department, ward } = stay;
  into.addAll(day, { department, ward, channel }, split(names), difference);
}

/** Names of one row that another lacks. */
function missing(names: string, other: string): readonly string[] {
  return split(names).filter((name) => !other.includes(` ${name} `));
}

/** Writes the rows of stays, and with each what it changes in the counts. */
export class StayRows {
  private readonly put;
  private readonly change;

  constructor(db: Database) {
    this.put = db.prepare('INSERT OR REPLACE INTO report_stays VALUES (?, ?, ?, ?, ?, ?)');
    this.change = db.prepare('UPDATE report_stays SET channel = ?, names = ? WHERE stay = ?');
  }

  write(stay: StaySource, before: KeptStay | null, after: KeptStay, into: CountsInto): void {
    const { no, day, department, ward } = stay;
    if (before === null) {
      this.put.run(no, day, department, ward, after.channel, after.names);
      countStay(stay, after, 1, into);
      return;
    }
    if (before.channel === after.channel && before.names === after.names) return;
    this.change.run(after.channel, after.names, no);
    if (before.channel === after.channel) {
      const place = { department, ward, channel: after.channel };
      into.addAll(day, place, missing(before.names, after.names), -1);
      into.addAll(day, place, missing(after.names, before.names), 1);
    } else {
      countStay(stay, before, -1, into);
      countStay(stay, after, 1, into);
    }
  }
}
