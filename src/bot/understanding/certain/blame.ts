import type { Finding, OpinionFinding, RatingFinding } from '../../../domain/finding.ts';
import { FACTS_FROM } from '../model/reading.ts';
import type { RulesReading } from '../model/rules-reading.types.ts';
import { spanOf } from '../normalise.ts';
import { concernsOf } from '../readers/opinions.ts';
import type { Part } from '../readers/part.types.ts';
import { questionsOf } from '../readers/poll.ts';

interface Blame {
  readonly part: Part;
  /** Things that are concerned besides those named. */
  readonly things: readonly string[];
  readonly evidence: string;
}

/** A complaint, and the poor grade of whoever is named as the one who failed (handbook section 2). */
export function blame({ n, context }: RulesReading, { part, things, evidence }: Blame): readonly Finding[] {
  const read = { span: spanOf(n, part.start, part.end), confidence: 0.85, evidence };
  const complaint: OpinionFinding = {
    ...read,
    kind: 'complaint',
    text: n.original,
    concerns: [...new Set([...concernsOf(n, [part]), ...things])],
    hasFacts: n.text.length >= FACTS_FROM,
    span: spanOf(n, 0, n.text.length),
  };
  const graded = questionsOf(part, context).filter(
    (id) => context.openRatings.includes(id) && isOfRole(context.questions, id),
  );
  const reason = n.original.slice(...read.span);
  const ratings = graded.map(
    (question): RatingFinding => ({ ...read, kind: 'rating', question, grade: 'dissatisfied', reason }),
  );
  return [complaint, ...ratings];
}

/** The hospital as a whole is asked about again: one deed does not grade it. */
function isOfRole(questions: RulesReading['context']['questions'], id: string): boolean {
  return questions.some((question) => question.id === id && question.roles.length > 0);
}
