import { normalise } from '../normalise.ts';
import type { TaughtEntries } from './entries.types.ts';
import { isAddOnly, isFlag } from './meanings.ts';
import { listNamed } from './patterns.ts';
import { phraseKey } from './phrase-key.ts';
import { spokenTime } from './time-words.ts';

/** What is wrong with an entry: where it stands, and what would be allowed. */
export interface TaughtFault {
  readonly path: readonly (string | number)[];
  readonly allowed: string;
}

/** Keeps the reading of one message quick, however much is taught. */
const MOST_PHRASES = 1_000;
const LIST_NAME = /^[^<>\s]{1,20}$/;
const ANYWHERE = 'nothing here: red flags are seen at every question';

/** Everything about the entries that no single value shows: safety that would be weakened, names that lead nowhere, contradictions. */
export function taughtFaults(entries: TaughtEntries): readonly TaughtFault[] {
  return [
    ...entries.phrases.flatMap((entry, index) => phraseFaults(entry).map((fault) => under(['phrases', index], fault))),
    ...contradictions(entries),
    ...Object.keys(entries.wordLists)
      .filter((name) => !LIST_NAME.test(name))
      .map((name) => ({ path: ['wordLists', name], allowed: 'a name of 1 to 20 characters without blanks, < and >' })),
    ...entries.patterns.flatMap((entry, index) =>
      partFaults(entry, entries.wordLists).map((fault) => under(['patterns', index], fault)),
    ),
    ...thresholdFaults(entries),
    ...timeFaults(entries),
  ];
}

/** Whether a text can be compared with messages: letters or characters besides punctuation and emoji. */
export function saysSomething(text: string, least: number): boolean {
  return phraseKey(text).length >= least;
}

function under(path: TaughtFault['path'], fault: TaughtFault): TaughtFault {
  return { ...fault, path: [...path, ...fault.path] };
}

function addOnly(meaning: string): string {
  return `nothing: ${meaning} keeps people safe and can only be added to`;
}

function phraseFaults({ meaning, add, block, at }: TaughtEntries['phrases'][number]): readonly TaughtFault[] {
  const faults: TaughtFault[] = [];
  if (add.length + block.length === 0) faults.push({ path: [], allowed: 'add or block with at least one phrase' });
  if (block.length > 0 && isAddOnly(meaning)) faults.push({ path: ['block'], allowed: addOnly(meaning) });
  if (at.length > 0 && isFlag(meaning)) faults.push({ path: ['at'], allowed: ANYWHERE });
  return faults;
}

/** A phrase that is added and blocked for the same meaning at the same question; and too many phrases in all. */
function contradictions({ phrases }: TaughtEntries): readonly TaughtFault[] {
  const count = phrases.reduce((sum, { add, block }) => sum + add.length + block.length, 0);
  const tooMany =
    count > MOST_PHRASES ? [{ path: ['phrases'], allowed: `at most ${MOST_PHRASES} phrases in all` }] : [];
  const added = phrases.flatMap(({ meaning, add, at }) =>
    add.map((phrase) => ({ meaning, at, key: phraseKey(phrase) })),
  );
  const twice = phrases.flatMap(({ meaning, block, at }, index) =>
    block.flatMap((phrase, place) => {
      const key = phraseKey(phrase);
      const both = added.some((other) => other.key === key && other.meaning === meaning && meet(other.at, at));
      return both
        ? [{ path: ['phrases', index, 'block', place], allowed: `a phrase that is not added as ${meaning}` }]
        : [];
    }),
  );
  return [...tooMany, ...twice];
}

function meet(one: readonly string[], other: readonly string[]): boolean {
  return one.length === 0 || other.length === 0 || one.some((question) => other.includes(question));
}

function partFaults(
  entry: TaughtEntries['patterns'][number],
  lists: TaughtEntries['wordLists'],
): readonly TaughtFault[] {
  const names = Object.keys(lists);
  const known = names.length === 0 ? 'a list of wordLists (there is none)' : `one of <${names.join('>, <')}>`;
  return (['all', 'none'] as const).flatMap((key) =>
    entry[key].flatMap((part, index) => {
      const name = listNamed(part);
      if (name !== null) return names.includes(name) ? [] : [{ path: [key, index], allowed: known }];
      const word = !/[<>]/.test(part) && isOneWord(part);
      return word ? [] : [{ path: [key, index], allowed: 'a word without punctuation, or a list as <name>' }];
    }),
  );
}

/** Within one clause: without anything that would part it. */
export function isOneWord(text: string): boolean {
  return saysSomething(text, 1) && normalise(text).text === phraseKey(text);
}

function thresholdFaults({ thresholds }: TaughtEntries): readonly TaughtFault[] {
  return Object.entries(thresholds)
    .filter(([meaning, offset]) => isAddOnly(meaning) && (offset ?? 0) > 0)
    .map(([meaning]) => ({
      path: ['thresholds', meaning],
      allowed: `0 or less: ${meaning} keeps people safe and may only be found more easily`,
    }));
}

function timeFaults({ timeWords }: TaughtEntries): readonly TaughtFault[] {
  return Object.entries(timeWords).flatMap(([word, value]) => {
    const path = ['timeWords', word];
    if (!isOneWord(word) || !saysSomething(word, 2))
      return [{ path, allowed: 'a word of at least two characters, without punctuation' }];
    const known = spokenTime(value) !== null;
    return known ? [] : [{ path, allowed: 'HH:MM, or a time that is understood, such as 下午, 周末 or 明天上午' }];
  });
}
