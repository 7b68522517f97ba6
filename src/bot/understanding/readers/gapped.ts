import { splitClauses } from '../clauses.ts';
import type { Normalised } from '../normalise.ts';
import { Marks } from '../sieve/guarded.ts';

const BLANK = /\s/;
/** Characters that are a whole answer by themselves: 在 说吧, 中 恁问吧, 哦 是我. */
const WORD_ALONE = /[在好行中成得可嗯恩哦噢喔额诶唉哎啊是对系问说讲来有没冇无忙不滚妥要冲]/;

/** Where a blank between two Chinese characters was dropped, as indices into the normalised text. */
function blanksOf(n: Normalised): readonly number[] {
  const gaps: number[] = [];
  for (let i = 1; i < n.text.length; i += 1) {
    if (!isHan(n.text.charCodeAt(i)) || !isHan(n.text.charCodeAt(i - 1))) continue;
    const origin = n.map[i] ?? 0;
    if (origin > 0 && BLANK.test(n.original[origin - 1] ?? '')) gaps.push(i);
  }
  return gaps;
}

function isHan(code: number): boolean {
  return code >= 0x4e00 && code <= 0x9fff;
}

/**
 * The message with a comma where a blank parts what was said in several short stretches (在 说吧 → 在,说吧). A lone character
 * between blanks parts only when it is an answer by itself: 胸 口 疼 is one word.
 */
export function gapped(n: Normalised): Normalised {
  if (!BLANK.test(n.original)) return n;
  const gaps = blanksOf(n);
  if (gaps.length === 0) return n;
  const borders = [0, ...gaps, n.text.length];
  const parts = gaps.filter((gap, i) => {
    const left = n.text.slice(borders[i], gap);
    const right = n.text.slice(gap, borders[i + 2]);
    return [left, right].every((run) => run.length > 1 || WORD_ALONE.test(run));
  });
  if (parts.length === 0) return n;
  let text = '';
  const map: number[] = [];
  let from = 0;
  for (const gap of [...parts, n.text.length]) {
    text += n.text.slice(from, gap);
    for (let i = from; i < gap; i += 1) map.push(n.map[i] ?? n.original.length);
    if (gap < n.text.length) {
      text += ',';
      map.push((n.map[gap] ?? 1) - 1);
    }
    from = gap;
  }
  map.push(n.original.length);
  return { ...n, text, marks: new Marks(text), map, clauses: splitClauses(text, []) };
}
