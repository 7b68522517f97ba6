import { matchesOf } from './matches.ts';

/** A stretch of the normalised text between two borders; negation never reaches over a border. */
export interface Clause {
  /** Offsets in the normalised text, without the punctuation. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** What opened it: `start`, `punct`, `contrast` (但, 不过, 就是 …), `newline`, or `blank` between two longer runs. */
  readonly opener: string;
}

/**
 * Borders inside a normalised text: punctuation, newline, emoji; and before a contrast word. 不过 as in 透不过气, 就是 as in
 * 我就是, 但 as in 不但 are none. A full stop parts only where no digit follows, and not in Dr. Liang.
 */
const BORDER =
  /[,!?;。、…~☺☹◇]+|(?<!\b(?:dr|mr|mrs|ms|prof))\.(?!\d)|\n|[:](?!\d)|(?<=[^\n,!?;。、…~☺☹◇])(?=(?:但是|但(?!凡|愿)|不过(?!气|来|去|瘾|敏|期|如此|是)|可是|只是|就是(?!了|说)|然而|而且)|(?:(?<= )but\b))/g;
/** What before a contrast word makes it none: 不但, 我就是, 也就是, 喘不过. */
const NO_CONTRAST = /(?:[不非]$|[我你他这那也不要本来先都喘透忍受熬可]$)/;
const CONTRAST = /^(?:但|不过|可是|只是|就是|然而|but\b)/;

/** A stretch between two borders, before blanks and dropped blanks are looked at. */
interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly opener: string;
}

/** Splits a normalised text; `gaps` are places of dropped blanks, which part two runs of at least two characters. */
export function splitClauses(text: string, gaps: readonly number[]): readonly Clause[] {
  const clauses: Clause[] = [];
  let start = 0;
  let opener = 'start';
  const close = (end: number, next: number, nextOpener: string): void => {
    for (const run of runsOf({ start, end, opener }, gaps)) add(clauses, text, run);
    start = next;
    opener = nextOpener;
  };
  for (const border of matchesOf(text, BORDER)) {
    const mark = border[0];
    if (mark === '') {
      if (!NO_CONTRAST.test(text.slice(start, border.index)) && CONTRAST.test(text.slice(border.index))) {
        close(border.index, border.index, 'contrast');
      }
      continue;
    }
    const after = border.index + mark.length;
    const contrast = CONTRAST.test(text.slice(after, after + 4).trimStart());
    close(border.index, after, contrast ? 'contrast' : mark === '\n' ? 'newline' : 'punct');
  }
  close(text.length, text.length, 'punct');
  return clauses;
}

/** The stretch parted at dropped blanks between runs that can be clauses of their own. */
function runsOf(whole: Stretch, gaps: readonly number[]): readonly Stretch[] {
  const { start, end } = whole;
  const inside = gaps.filter((gap) => gap > start && gap < end);
  if (inside.length === 0) return [whole];
  const lone = [...inside, end].filter((gap, i) => gap - (inside[i - 1] ?? start) === 1).length;
  const runs: Stretch[] = [];
  let from = start;
  let { opener } = whole;
  for (const gap of lone > 1 ? [] : inside) {
    // Two lone characters are writing with blanks (胸 口 疼), one is a slip: neither parts clauses.
    if (gap - from < 2 || end - gap < 2) continue;
    runs.push({ start: from, end: gap, opener });
    from = gap;
    opener = 'blank';
  }
  return [...runs, { start: from, end, opener }];
}

function add(clauses: Clause[], text: string, run: Stretch): void {
  let { start, end } = run;
  while (start < end && text[start] === ' ') start += 1;
  while (end > start && text[end - 1] === ' ') end -= 1;
  if (start < end) clauses.push({ start, end, text: text.slice(start, end), opener: run.opener });
}
