import { type Normalised, spanOf } from '../normalise.ts';
import { guarded } from '../sieve/guarded.ts';
import type { Ballot } from './ballot.ts';
import type { CorrectionMark } from './correction.ts';
import type { Part } from './part.types.ts';

/** Announcements, threats, thanks and talk about the talk: said in the same breath, but no reason. */
const NO_REASON = guarded(
  /^(?:我|还|就|那|所以|必须|一定|真|很)*(?:要|想|得)?(?:去)?(?:投诉|举报|反映一下|表扬|谢谢|感谢|多谢|麻烦|再见|对不起|不好意思|抱歉|你好|辛苦)|12345|律师|曝光|卫健委|法院|抖音|媒体|记者|退钱|赔偿|赔钱|处分|^(?:就这样|没了|没有了|没别的|其他没|其余|别的都|其他都|下一个|下一题|说不(?:好|上|清)|不知道怎么说|怎么说呢|你说呢|算了)|^(?:i want to complain|thanks|thank you|sorry)/,
);
const ANNOUNCEMENT = /(?:所以)?我(?:就|现在)?(?:要|想|必须|得)(?:投诉|投訴|举报|舉報|反映).{0,6}$/;
/** Vague: gives no ground that anybody could look into. */
export const VAGUE = guarded(
  /^(?:(?:我|也|就|反正|其实|总之)*(?:说不好|说不上来?|说不清楚?|不好说|没什么(?:原因|理由|好说的?|特别的?)?|没啥(?:原因|理由|好说的?|特别的?)?|没(?:有)?(?:什么|啥)?(?:原因|理由)|就(?:是)?(?:感觉|觉得)?(?:不好|不满意|不行|一般|那样)?|感觉(?:不好|一般)?|不知道|就那样|你们?(?:自己)?(?:知道|清楚|心里有数)|不想说|懒得说|无))(?:了|吧|啊|的|呢)*$/,
);

/** The contact's own words for a grade: what they wrote besides the grade itself; null when nothing else is there. */
export function reasonOf(
  n: Normalised,
  ballot: Ballot,
  correction: CorrectionMark | null,
  taken: readonly (readonly [number, number])[],
): string | null {
  const pieces: (readonly [number, number])[] = [];
  for (const part of ballot.parts) {
    const piece = pieceOf(n, part, correction, taken);
    if (piece === null) continue;
    const last = pieces[pieces.length - 1];
    if (last !== undefined && n.text.slice(last[1], piece[0]).length <= 2)
      pieces[pieces.length - 1] = [last[0], piece[1]];
    else pieces.push(piece);
  }
  if (pieces.length === 0) return null;
  const words = pieces.map(([start, end]) =>
    n.original
      .slice(...spanOf(n, start, end))
      .replace(ANNOUNCEMENT, '')
      .trim(),
  );
  return words.join('，');
}

type Piece = readonly [start: number, end: number];

function pieceOf(n: Normalised, part: Part, correction: CorrectionMark | null, taken: readonly Piece[]): Piece | null {
  if (!isGround(part) || isTaken(n, part, taken)) return null;
  const slips = correction !== null && correction.start >= part.start && correction.start < part.end;
  if (slips && part.faults.length === 0) return null;
  const plain = part.verdicts.find((said) => said.source === 'plain');
  if (plain === undefined) {
    const option = /^[123](?:\s|[.、,)])*(?=[\u4e00-\u9fffa-z])/.exec(part.text);
    return [part.start + (option === null ? 0 : option[0].length), part.end];
  }
  const tail = trimmed(n.text, plain.end, part.end);
  if (tail[1] - tail[0] >= 3) return tail;
  const judged = part.faults.length > 0 || part.verdicts.some((said) => said.source === 'eval');
  const head = n.text.slice(part.start, plain.start).replace(BEFORE_GRADE, '');
  return judged ? [part.start, part.start + Math.max(head.length, 2)] : null;
}

/** Says something that can be looked into, besides a grade or a hedge of it. */
function isGround(part: Part): boolean {
  if (!part.content || NO_REASON.test(part) || VAGUE.test(part)) return false;
  // Good words are no ground for a poor grade.
  const praise = part.verdicts.length > 0 && part.verdicts.every((said) => said.grade === 'satisfied');
  if (praise && part.faults.length === 0) return false;
  const hedged = part.verdicts.length > 0 && part.verdicts.every((said) => said.source === 'hedge');
  return !hedged || part.faults.length > 0;
}

function isTaken(n: Normalised, part: Part, taken: readonly Piece[]): boolean {
  const span = spanOf(n, part.start, part.end);
  return taken.some(([start, end]) => start < span[1] && span[0] < end);
}

const BEFORE_GRADE = /(?:所以|我|对|很|非常|不|比较|基本|有点|感到|觉得|就|的|是|真)+$/;
const AFTER_GRADE = /^(?:[的吧了啊呀呢,:\s]|因为|主要|就是|的是|because|since|as)+/;

/** What follows a grade in its own clause (不满意换药太粗暴). */
function trimmed(text: string, start: number, end: number): Piece {
  const hit = AFTER_GRADE.exec(text.slice(start, end));
  return [start + (hit === null ? 0 : hit[0].length), end];
}
