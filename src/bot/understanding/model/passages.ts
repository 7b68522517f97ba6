import type { Normalised } from '../normalise.ts';
import type { Model, Scores } from './model.ts';

/** Meanings that one sentence of a long message carries alone, whatever stands round it. */
const ALONE = ['emergency', 'emergency.low', 'self_harm', 'self_harm.low', 'deceased'] as const;
/** Where one thing ends and another may begin. */
const BREAK = /[。!?;\n…]+|(?<=[a-z])\.(?= |$)|,(?=对了|另外|还有|再问|顺便|但是?|不过|可是|只是|就是|现在|刚才|刚刚|这会|but|also|now )/;
/** In characters; a shorter piece says too little by itself. */
const SHORTEST = 4;
/** Pieces looked at, so that a long message costs a few times a short one at most. */
const MOST = 6;

/** Scores of a message; for what must not be missed the highest of the whole and of its sentences. */
export function scoresOf(model: Model, n: Normalised, schema: string): Scores {
  const whole = model.score(n.text, schema);
  const pieces = n.text.split(BREAK).filter((piece) => piece.trim().length >= SHORTEST);
  if (pieces.length < 2) return whole;
  const scores: Record<string, number> = { ...whole };
  for (const piece of [...pieces.slice(0, MOST - 2), ...pieces.slice(MOST - 2).slice(-2)]) {
    const alone = model.score(piece, schema);
    for (const name of ALONE) scores[name] = Math.max(scores[name] ?? 0, alone[name] ?? 0);
  }
  return scores;
}
