import type { ChatLine } from '../wire.ts';

/** `waiting`: it did not get out and is tried again; `refused`: it never will. */
type OwnState = 'sending' | 'waiting' | 'sent' | 'refused';

/** One message on the screen. */
export interface Bubble {
  /** Ours for what was written here, else the line's key. */
  readonly id: string;
  readonly from: ChatLine['from'];
  readonly text: string;
  /** Epoch ms. */
  at: number;
  readonly options: readonly string[];
  /** The line of the transcript; null while it is not known to be there. */
  key: string | null;
  state: OwnState;
  /** Written after this line: an older line with the same words is another one. */
  readonly after: string | null;
}

/** Where a bubble came in, or that it stands already. */
export interface Change {
  readonly bubble: Bubble;
  /** New on the screen, in front of `before`, or at the end. */
  readonly isNew: boolean;
  readonly before: Bubble | null;
}

/** Order of two line keys, by talk and by number. */
function compareKeys(one: string, other: string): number {
  const [talkA = 0, seqA = 0] = one.split('.').map(Number);
  const [talkB = 0, seqB = 0] = other.split('.').map(Number);
  return talkA - talkB || seqA - seqB;
}

/**
 * The conversation as the page knows it: the transcript's lines in their order, then what was written here and has not been
 * seen in the transcript. A line may come any number of times and is there once.
 */
export class Lines {
  readonly bubbles: Bubble[] = [];

  /** The newest line of the transcript that is here. */
  get lastKey(): string | null {
    return this.bubbles.reduce<string | null>(
      (last, { key }) => (key !== null && (last === null || compareKeys(key, last) > 0) ? key : last),
      null,
    );
  }

  /** Something was written here. */
  own(id: string, text: string, at: number, after: string | null): Bubble {
    const bubble: Bubble = { id, from: 'me', text, at, options: [], key: null, state: 'sending', after };
    this.bubbles.push(bubble);
    return bubble;
  }

  /** A line of the transcript; null when it is known. */
  take(line: ChatLine): Change | null {
    if (this.bubbles.some(({ key }) => key === line.key)) return null;
    const mine = line.from === 'me' ? this.#written(line) : undefined;
    if (mine !== undefined) {
      mine.key = line.key;
      mine.at = line.at;
      mine.state = 'sent';
      return { bubble: mine, isNew: false, before: null };
    }
    const { key, from, text, at, options } = line;
    const bubble: Bubble = { id: key, from, text, at, options, key, state: 'sent', after: null };
    const index = this.bubbles.findIndex((other) => other.key === null || compareKeys(other.key, key) > 0);
    const before = this.bubbles[index] ?? null;
    this.bubbles.splice(index < 0 ? this.bubbles.length : index, 0, bubble);
    return { bubble, isNew: true, before };
  }

  /** The oldest thing written here that this line can be: lines come in the order in which they were sent. */
  #written(line: ChatLine): Bubble | undefined {
    return this.bubbles.find(
      ({ key, text, after, state }) =>
        key === null &&
        state !== 'refused' &&
        text === line.text &&
        (after === null || compareKeys(line.key, after) > 0),
    );
  }
}
