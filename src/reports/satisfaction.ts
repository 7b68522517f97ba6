import { THEMES } from '../domain/themes.ts';
import type { FigureRow, ReportScope } from '../store/store.ts';
import { measure } from './measure.ts';
import type { Dimension, QuestionResult, Satisfaction } from './report.types.ts';
import { behind, type Counts, grouped, of, total } from './sums.ts';
import { scopeOf, stays } from './waterfall.ts';

export interface SatisfactionOptions {
  /** Ids of the rating questions, in the order of asking. */
  readonly questions: readonly string[];
  readonly minimum: number;
}

/** Three grades of one question, and how many of them are good. */
export function gradesOf(counts: Counts, question: string): { n: number; good: number; top: number } {
  const grade = (name: string) => of(counts, `answer.${question}.${name}`);
  const [top, mostly, bad] = [grade('satisfied'), grade('mostly_satisfied'), grade('dissatisfied')];
  return { n: top + mostly + bad, good: top + mostly, top };
}

/** One question; `no_opinion`, unanswered and flagged ones stand beside the rate, not in it. */
function questionResult(scope: ReportScope, counts: Counts, question: string, minimum: number): QuestionResult {
  const figure = (name: string) => stays(scope, counts, name);
  const { n, good, top } = gradesOf(counts, question);
  const noOpinion = figure(`answer.${question}.no_opinion`);
  const flagged = figure(`flagged.${question}`);
  const unanswered = of(counts, 'identified') - n - noOpinion.count - flagged.count;
  return {
    question,
    satisfied: figure(`answer.${question}.satisfied`),
    mostlySatisfied: figure(`answer.${question}.mostly_satisfied`),
    dissatisfied: figure(`answer.${question}.dissatisfied`),
    noOpinion,
    flagged,
    unanswered: {
      count: unanswered,
      behind: behind(scope, 'stays', { has: ['identified'], lacks: [`answer.${question}.*`, `flagged.${question}`] }),
    },
    rate: measure(good, n, minimum),
    topBox: measure(top, n, minimum),
    reasons: figure(`reason.${question}`),
    themes: Object.keys(THEMES)
      .map((theme) => ({ theme, ...figure(`theme.${question}.${theme}`) }))
      .filter(({ count }) => count > 0)
      .toSorted((a, b) => b.count - a.count),
  };
}

/** Every question, in all and by group. Groups stand in the order of their names unless each has enough answers to be ranked. */
export function satisfaction(
  scope: ReportScope,
  rows: readonly FigureRow[],
  by: Dimension,
  { questions, minimum }: SatisfactionOptions,
): Satisfaction {
  const results = (own: ReportScope, counts: Counts) =>
    questions.map((question) => questionResult(own, counts, question, minimum));
  const groups = grouped(rows, by)
    .filter(([, counts]) => of(counts, 'identified') > 0)
    .map(([key, counts]) => ({ key, questions: results(scopeOf(scope, by, key), counts) }));
  const ranked = groups.length > 1 && groups.every((group) => group.questions.every(({ rate }) => rate.value !== null));
  return { minimum, questions: results(scope, total(rows)), groups, ranked };
}
