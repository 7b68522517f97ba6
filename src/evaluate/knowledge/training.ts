import { encodeIntents } from '../../bot/knowledge/faq/intent-model.ts';
import { featuresOf } from '../../bot/understanding/model/features.ts';
import { type Example, trainClasses } from '../../bot/understanding/model/train.ts';
import { normalise } from '../../bot/understanding/normalise.ts';

/** A question as somebody might write it, and what it asks; written for this project (corpus/questions). */
export interface AskedQuestion {
  readonly intent: string;
  readonly text: string;
}

/** An intent has one question among hundreds of others: a missed one must count. Best of 1, 3, 5 and 8. */
const POSITIVE_COST = 5;
const EPOCHS = 8;
const SEED = 1;
/** In so many questions an n-gram must stand: what stands in one alone tells of its author. */
const LEAST_QUESTIONS = 2;

/** The lines of a file of questions; a line that is no question throws with its number. */
export function readQuestions(text: string, file: string): readonly AskedQuestion[] {
  return text.split('\n').flatMap((line, at) => {
    if (line.trim() === '') return [];
    const { intent, text: asked } = JSON.parse(line) as Partial<AskedQuestion>;
    if (typeof intent !== 'string' || typeof asked !== 'string')
      throw new Error(`${file}:${String(at + 1)} must have an intent and a text`);
    return [{ intent, text: asked }];
  });
}

/** Trains the model of intents: the same questions give the same bytes. Takes seconds. */
export function trainIntents(questions: readonly AskedQuestion[]): Uint8Array {
  const examples = questions.map(
    ({ intent, text }): Example => ({
      features: featuresOf(normalise(text).text, '', []),
      classes: new Set([intent]),
      unsure: new Set(),
    }),
  );
  const met = new Map<number, number>();
  for (const { features } of examples) for (const hash of features.hashes) met.set(hash, (met.get(hash) ?? 0) + 1);
  const intents = [...new Set(questions.map(({ intent }) => intent))].sort();
  const weights = trainClasses(examples, intents, {
    keeps: (hash) => (met.get(hash) ?? 0) >= LEAST_QUESTIONS,
    optionsOf: () => ({ positiveCost: POSITIVE_COST, epochs: EPOCHS, seed: SEED }),
  });
  return encodeIntents(weights);
}
