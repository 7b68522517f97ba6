import { type Normalised, spanOf } from '../normalise.ts';
import { isConsultation } from '../setting.ts';
import type { Model, Scores } from './model.ts';
import type { RulesReading } from './rules-reading.types.ts';
import { signsOf } from './signs.ts';

/** Meanings that one sentence of a long message carries alone, whatever stands round it. */
const ALONE = ['emergency', 'self_harm', 'deceased'] as const;
/** What one sentence says plainly is not unsaid by the others. */
const PLAIN = ['opt_out', 'human', 'threat', 'wrong_number'] as const;
/** Each with the class that tells that it may be over. */
const OVER: Readonly<Record<string, string>> = { emergency: 'emergency.low', self_harm: 'self_harm.low' };
/** Where one thing ends and another may begin. */
const BREAKS =
  /[。!?;\n…]+|(?<=[a-z])\.(?= |$)|,(?=对了|另外|还有|再问|顺便|但是?|不过|可是|只是|就是|现在|刚才|刚刚|这会|以后|请?(?:别|不要)再|再也|but|also|now )/g;
/** In characters; a shorter piece says too little by itself. */
const SHORTEST = 4;
/** Pieces looked at, so that a long message costs a few times a short one at most. */
const MOST = 6;
/** A piece that sounds more like something else by this much is that. */
const RIVAL = 0.6;
/** Below every threshold. */
const NOT_MEANT = -0.7;

/** Whatever we asked them, people who consult us ask: the model of consultations knows no questions of ours. */
const NOTHING_ASKED = { id: 'none', schema: 'none' } as const;

/** Scores of a message; for what must not be missed the highest of the whole and of its sentences. */
export function scoresOf(model: Model, reading: RulesReading): Scores {
  const { n, context } = reading;
  const found = [...reading.found, ...reading.noted];
  const question = isConsultation(context) ? NOTHING_ASKED : context.question;
  const scoreOf = ({ text, span }: Piece) => {
    const here = found.filter((finding) => finding.span[0] < span[1] && finding.span[1] > span[0]);
    return model.score(text, question.schema, signsOf(here, question));
  };
  const whole = model.score(n.text, question.schema, signsOf(found, question));
  const scores: Record<string, number> = { ...whole };
  const rival = whole['off_topic'] ?? NOT_MEANT;
  for (const name of ALONE) scores[name] = meant(whole[name] ?? 0, rival);
  const pieces = piecesOf(n);
  if (pieces.length > 1)
    for (const piece of [...pieces.slice(0, MOST - 2), ...pieces.slice(MOST - 2).slice(-2)])
      raise(scores, scoreOf(piece));
  return scores;
}

interface Piece {
  readonly text: string;
  /** In the text as it was received. */
  readonly span: readonly [number, number];
}

function piecesOf(n: Normalised): readonly Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  const close = (to: number) => {
    const text = n.text.slice(from, to);
    if (text.trim().length >= SHORTEST) pieces.push({ text, span: spanOf(n, from, to) });
  };
  for (const match of n.text.matchAll(BREAKS)) {
    close(match.index);
    from = match.index + match[0].length;
  }
  close(n.text.length);
  return pieces;
}

/** What one piece says more clearly than anything before. */
function raise(scores: Record<string, number>, alone: Scores): void {
  const rival = alone['off_topic'] ?? NOT_MEANT;
  for (const name of ALONE) {
    const score = meant(alone[name] ?? 0, rival);
    if (score <= (scores[name] ?? 0)) continue;
    scores[name] = score;
    const over = OVER[name];
    if (over !== undefined) scores[over] = alone[over] ?? -1;
  }
  for (const name of PLAIN) scores[name] = Math.max(scores[name] ?? -1, alone[name] ?? -1);
}

/** The score of a red flag, unless the text sounds rather like something else. */
function meant(score: number, rival: number): number {
  return rival > score + RIVAL ? Math.min(score, NOT_MEANT) : score;
}
