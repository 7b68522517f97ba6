import type { Knowledge } from '../../bot/knowledge/knowledge.types.ts';
import { createTriage } from '../../bot/knowledge/triage/index.ts';
import { rosterOf } from '../../bot/knowledge/triage/roster.ts';
import { decodeModel } from '../../bot/understanding/model/model.ts';
import { measureTriage, type TriageCase, type TriageFigures } from './measure.ts';
import type { TriageCorpus, TriageSeed } from './seeds.ts';
import { trainTriage } from './training.ts';

/** Each author measured by a model that never saw a line of theirs: what the thresholds are chosen by. Takes a minute. */
export function heldOut(corpus: TriageCorpus, knowledge: Knowledge): ReadonlyMap<string, TriageFigures> {
  const { departmentOf } = rosterOf(knowledge);
  const figures = new Map<string, TriageFigures>();
  for (const [author, seeds] of corpus.authors) {
    const triage = createTriage(knowledge, decodeModel(trainTriage(corpus, [author])));
    figures.set(
      author,
      measureTriage(
        triage,
        seeds.map((seed) => caseOf(seed, departmentOf)),
      ),
    );
  }
  return figures;
}

/** A seed as a case of this hospital. */
function caseOf({ text, specialties }: TriageSeed, departmentOf: ReadonlyMap<string, string>): TriageCase {
  return { text, departments: specialties.flatMap((each) => departmentOf.get(each) ?? []), also: [] };
}
