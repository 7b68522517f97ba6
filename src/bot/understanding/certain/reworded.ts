import type { Finding, FindingKind } from '../../../domain/finding.ts';
import { splitClauses } from '../clauses.ts';
import type { RulesReading } from '../model/rules-reading.types.ts';
import type { Normalised } from '../normalise.ts';
import { readCorrection } from '../readers/correction.ts';
import { readParts } from '../readers/parts.ts';
import { readRatings } from '../readers/rating.ts';
import { guarded, Marks } from '../sieve/guarded.ts';
import { type Mended, replaceAll } from '../typos.ts';
import type { ReadCertain } from './certain.types.ts';
import { isGuess } from './guess.ts';
import { REWORDINGS, type Rewording, SLIPS, TAKING_BACK } from './reworded.lists.ts';

/** Grades told in words that the readers take for something else are read once more, in words that they know. */
export const readReworded: ReadCertain = (reading) => {
  const n = inKnownWords(reading.n);
  if (n === null) return null;
  const { roster } = reading.context;
  const { findings } = readRatings(n, readParts(n, roster), reading.context, dangersOf(reading));
  if (findings.length === 0) return null;
  const adds = findings.map((found) => ({ ...withoutSlip(found), evidence: `certain.reworded ${found.evidence}` }));
  return { adds, drops: (finding) => GRADES.has(finding.kind) || (MISTAKEN.has(finding.kind) && !isNew(finding)) };
};

/** 护士那个按快了，应该是2: how the slip came about is no reason. */
function withoutSlip<F extends Finding>(found: F): F {
  if (found.kind !== 'rating' || found.correction !== true || found.reason === undefined) return found;
  const { reason, ...rest } = found;
  return reason.replace(SLIP_WORDS, '') === '' ? (rest as F) : found;
}
const SLIP_WORDS =
  /应该是|应當是|應該是|其实是|其實是|那个|那個|[按点點选選打戳摁回手][得]?(?:快|错|錯|岔|串|歪|成)了?|[我俺是想要按选選打点點的了吧哎呀,，。!！\s123１２３]/g;

const GRADES: ReadonlySet<FindingKind> = new Set(['rating', 'no_opinion']);
/** What such words are taken for. */
const MISTAKEN: ReadonlySet<FindingKind> = new Set(['off_topic', 'unreadable', 'farewell', 'apology']);

/** Said besides, in so many words. */
function isNew(finding: Finding): boolean {
  return finding.kind === 'apology' && !isGuess(finding);
}

function dangersOf({ found }: RulesReading): readonly (readonly [number, number])[] {
  return found.filter(({ kind }) => kind === 'emergency' || kind === 'self_harm').map(({ span }) => span);
}

/** Without one of these nothing is reworded. */
const TRIGGER = guarded(/[嘛噻没无冇存不给打快岔串歪成想要实也好作分综总整\d]|meant|wanted|whole/);

function inKnownWords(n: Normalised): Normalised | null {
  if (!TRIGGER.test(n)) return null;
  const plain = replaced(n, REWORDINGS);
  const quick = replaced(plain, TAKING_BACK);
  const known = readCorrection(quick) === null ? plain : replaced(quick, SLIPS);
  return known.text === n.text ? null : known;
}

function replaced(n: Normalised, list: readonly Rewording[]): Normalised {
  const blanks = n.clauses.filter(({ opener }) => opener === 'blank').map(({ start }) => start);
  const written: Mended = { text: n.text, from: n.map.slice(0, n.text.length), gaps: blanks };
  const mended = list.reduce((text, { said, means }) => replaceAll(text, said, means), written);
  if (mended.text === n.text) return n;
  const map = [...mended.from, n.map[n.text.length] ?? n.original.length];
  return {
    ...n,
    text: mended.text,
    marks: new Marks(mended.text),
    map,
    clauses: splitClauses(mended.text, mended.gaps),
  };
}
