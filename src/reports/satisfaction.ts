import { THEMES } from '../domain/themes.ts';
import type { FigureRow, ReportScope } from '../store/store.ts';
import { measure } from './measure.ts';
import type { Dimension, Figure, QuestionResult, Satisfaction } from './report.types.ts';
import { behind, type Counts, grouped, of, total } from './sums.ts';
import { scopeOf, stays } from './waterfall.ts';

export interface SatisfactionOptions {
  /** Ids of the rating questions, in the order of asking. */
  readonly questions: readonly string[];
  readonly minimum: number;
}

/** The three grades of one question together, and the good ones of them. */
export function gradesOf(scope: ReportScope, counts: Counts, question: string): Record<'graded' | 'good', Figure> {
  const answer = (name: string) => `answer.${question}.${name}`;
  const grade = (name: string) => of(counts, answer(name));
  const good = grade('satisfied') + grade('mostly_satisfied');
  const list = (...lacks: readonly string[]) =>
    behind(scope, 'stays', { has: [answer('*')], lacks: lacks.map((name) => answer(name)) });
  return {
    graded: { count: good + grade('dissatisfied'), behind: list('no_opinion') },
    good: { count: good, behind: list('no_opinion', 'dissatisfied') },
  };
}

/** One question; `no_opinion`, unanswered and flagged ones stand beside the rate, not in it. */
function questionResult(scope: ReportScope, counts: Counts, question: string, minimum: number): QuestionResult {
  const figure = (name: string) => stays(scope, counts, name);
  const { graded, good } = gradesOf(scope, counts, question);
  const satisfied = figure(`answer.${question}.satisfied`);
  const noOpinion = figure(`answer.${question}.no_opinion`);
  const flagged = figure(`flagged.${question}`);
  const unanswered = of(counts, 'identified') - graded.count - noOpinion.count - flagged.count;
  return {
    question,
    graded,
    satisfied,
    mostlySatisfied: figure(`answer.${question}.mostly_satisfied`),
    dissatisfied: figure(`answer.${question}.dissatisfied`),
    noOpinion,
    flagged,
    unanswered: {
      count: unanswered,
      behind: behind(scope, 'stays', { has: ['identified'], lacks: [`answer.${question}.*`, `flagged.${question}`] }),
    },
    rate: measure(good.count, graded.count, minimum),
    topBox: measure(satisfied.count, graded.count, minimum),
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
