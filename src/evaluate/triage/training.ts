import { readMessage } from '../../bot/knowledge/triage/reading.ts';
import { TROUBLE, WHETHER, WHICH } from '../../bot/knowledge/triage/triage.types.ts';
import { featuresOf } from '../../bot/understanding/model/features.ts';
import { encodeModel } from '../../bot/understanding/model/model.ts';
import { type Example, trainClasses } from '../../bot/understanding/model/train.ts';
import { composed } from './compose.ts';
import type { TriageCorpus, TriageSeed } from './seeds.ts';

const EPOCHS = 14;
const SEED = 7;
/** A missed specialty costs more than one too many: each has few seeds against those of all others. */
const COST = 2.5;
/** In so many messages an n-gram must stand: what stands in one alone tells of its author. */
const LEAST_MESSAGES = 2;

/** Trains the triage on a corpus, without the authors that are held out. The same corpus gives the same bytes. */
export function trainTriage(corpus: TriageCorpus, held: readonly string[] = []): Uint8Array {
  const told = [...corpus.authors].filter(([name]) => !held.includes(name)).flatMap(([, seeds]) => seeds);
  const seeds = merged([...told, ...corpus.terms, ...composed(corpus.terms)]);
  const classes = [...new Set(seeds.flatMap(({ specialties }) => specialties))].sort();
  const messages = [...seeds, ...corpus.harmless.map((text): TriageSeed => ({ text, specialties: [] }))];
  const examples = [
    ...seeds.filter(({ specialties }) => specialties.length > 0).map(whichExample),
    ...messages.map((seed) => whetherExample(seed, classes)),
  ];
  const options = { positiveCost: COST, epochs: EPOCHS, seed: SEED };
  return encodeModel(
    trainClasses(examples, [...classes, TROUBLE], {
      keeps: commonIn(examples),
      optionsOf: (name) => (name === TROUBLE ? { ...options, positiveCost: 1 } : options),
    }),
  );
}

/** The same words by several authors are one example, of all the specialties that were named. */
function merged(seeds: readonly TriageSeed[]): readonly TriageSeed[] {
  const byText = new Map<string, { text: string; specialties: Set<string> }>();
  for (const { text, specialties } of seeds) {
    const { core, signs } = readMessage(text);
    const key = [core, ...signs].join('|');
    const known = byText.get(key) ?? { text, specialties: new Set() };
    for (const specialty of specialties) known.specialties.add(specialty);
    byText.set(key, known);
  }
  return [...byText.values()].map(({ text, specialties }) => ({ text, specialties: [...specialties] }));
}

/** Which specialty is learnt from troubles alone, in plain words. */
function whichExample({ text, specialties }: TriageSeed): Example {
  const { core, signs } = readMessage(text);
  return { features: featuresOf(core, WHICH, signs), classes: new Set(specialties), unsure: new Set([TROUBLE]) };
}

/** Whether a trouble is told is learnt from whole messages: who speaks, and how, tells that as well. */
function whetherExample({ text, specialties }: TriageSeed, unsure: readonly string[]): Example {
  const { whole, signs } = readMessage(text);
  return {
    features: featuresOf(whole, WHETHER, signs),
    classes: new Set(specialties.length > 0 ? [TROUBLE] : []),
    unsure: new Set(unsure),
  };
}

function commonIn(examples: readonly Example[]): (hash: number) => boolean {
  const met = new Map<number, number>();
  for (const { features } of examples) for (const hash of features.hashes) met.set(hash, (met.get(hash) ?? 0) + 1);
  return (hash) => (met.get(hash) ?? 0) >= LEAST_MESSAGES;
}
