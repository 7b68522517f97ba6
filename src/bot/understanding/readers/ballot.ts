import type { Part, RatingGrade, Verdict } from './part.types.ts';
import { areOfTwo } from './people.ts';

/** All that one message says about one rating question. */
export interface Ballot {
  readonly question: string;
  readonly verdicts: { readonly verdict: Verdict; readonly part: Part }[];
  /** Parts with something gone wrong that is laid at this question's door. */
  readonly faults: Part[];
  readonly deeds: Part[];
  /** Parts in the order written, for the reason. */
  readonly parts: Part[];
  /** Its role was named, not only asked. */
  named: boolean;
}

export interface Decision {
  readonly grade: RatingGrade;
  readonly confidence: number;
  readonly evidence: string;
}

const IRONY =
  /oh,? (?:just |how |so |really )?(?:great|wonderful|lovely|brilliant|nice|perfect|fantastic)|(?:just|how) (?:great|wonderful|lovely|brilliant|perfect|fantastic)|yeah,? right|呵呵|真行啊?|可真|真会|真够|佩服|了不起|真有你|真是.?好|好得很|厉害了|长见识|开眼|真棒啊|好样的|讽刺|☹/;

export function emptyBallot(question: string): Ballot {
  return { question, verdicts: [], faults: [], deeds: [], parts: [], named: false };
}

/** The grade of one question from all that was said; null when nothing grades it (understanding, section 4). */
export function decide(ballot: Ballot, text: string): Decision | null {
  const firm = ballot.verdicts.filter(({ verdict }) => verdict.source !== 'hedge');
  if (firm.length === 0) return undecided(ballot);
  const plain = firm.findLast(({ verdict }) => verdict.source === 'plain');
  if (plain !== undefined) return decidePlain(ballot, plain.verdict, plain.part);
  return decideWords(ballot, firm, text);
}

function undecided(ballot: Ballot): Decision | null {
  const blamed = ballot.faults.length > 0;
  if (ballot.verdicts.length > 0)
    return { grade: blamed ? 'dissatisfied' : 'mostly_satisfied', confidence: 0.6, evidence: 'rating.hedge' };
  if (blamed) return ballot.named ? { grade: 'dissatisfied', confidence: 0.85, evidence: 'rating.blame' } : null;
  return ballot.deeds.length > 0 && ballot.named
    ? { grade: 'satisfied', confidence: 0.85, evidence: 'rating.deed' }
    : null;
}

/** 满意 with a fault of the same person: the grade stands, said back first, with the reason kept. */
function decidePlain(ballot: Ballot, verdict: Verdict, part: Part): Decision {
  const grade = verdict.grade;
  const wrong = ballot.faults.length > 0 || ballot.verdicts.some((other) => other.verdict.source === 'eval');
  const hedged = ballot.verdicts.some((other) => other.verdict.source === 'hedge' && other.part === part);
  if (hedged)
    return { grade: grade === 'satisfied' ? 'mostly_satisfied' : grade, confidence: 0.6, evidence: 'rating.hedge' };
  const doubt = grade === 'satisfied' && wrong;
  return {
    grade,
    confidence: doubt ? Math.min(ballot.named ? 0.85 : 0.75, verdict.confidence) : verdict.confidence,
    evidence: doubt ? 'rating.contrast' : 'rating.plain',
  };
}

function decideWords(ballot: Ballot, firm: Ballot['verdicts'], text: string): Decision {
  const said = firm.map(({ verdict }) => verdict);
  const grades = new Set(said.map(({ grade }) => grade));
  const praised = grades.has('satisfied');
  const judged = grades.has('dissatisfied');
  if (praised && (judged || ballot.faults.length > 0)) return mixed(ballot, firm, text);
  const lowest = Math.min(...said.map(({ confidence }) => confidence));
  if (judged) return grades.size > 1 && MOST.test(text) ? MOST_OF_THEM : decideJudged(said[0]?.grade, lowest);
  const { grade, confidence } = said[said.length - 1] ?? { grade: 'mostly_satisfied' as const, confidence: lowest };
  if (grades.size > 1) return { grade, confidence: 0.75, evidence: 'rating.mixed' };
  return { grade, confidence, evidence: `rating.${grade}` };
}

/** 个别护士说话冲，大部分挺好: said back first. */
const MOST = /大部分|大多|多数/;
const MOST_OF_THEM: Decision = { grade: 'mostly_satisfied', confidence: 0.75, evidence: 'rating.most' };

/** 一般，态度有点差: the grade that was named first stands, what follows is its reason. */
function decideJudged(first: RatingGrade | undefined, confidence: number): Decision {
  return first === 'mostly_satisfied'
    ? { grade: 'mostly_satisfied', confidence: 0.85, evidence: 'rating.middling' }
    : { grade: 'dissatisfied', confidence: Math.max(confidence, 0.7), evidence: 'rating.judged' };
}

/** Praise and blame of the same person: mockery, or two sides of it. */
function mixed(ballot: Ballot, firm: Ballot['verdicts'], text: string): Decision {
  const contrast = ballot.parts.some((part) => part.opener === 'contrast');
  if (IRONY.test(text) && !contrast) return { grade: 'dissatisfied', confidence: 0.85, evidence: 'rating.irony' };
  const denied = firm.some(({ verdict }) => verdict.grade === 'dissatisfied' && verdict.source !== 'eval');
  if (contrast)
    return {
      grade: denied ? 'mostly_satisfied' : 'satisfied',
      confidence: denied ? 0.7 : 0.75,
      evidence: 'rating.contrast',
    };
  const praiseFirst = firm[0]?.verdict.grade === 'satisfied';
  if (praiseFirst && ballot.faults.some((part) => !isOfAnother(part, firm)))
    return { grade: 'dissatisfied', confidence: 0.85, evidence: 'rating.contradicted' };
  return { grade: praiseFirst ? 'mostly_satisfied' : 'dissatisfied', confidence: 0.65, evidence: 'rating.mixed' };
}

/** 陈医生很好马医生太凶: what is wrong with the one takes back nothing that was said of the other. */
function isOfAnother(part: Part, [first]: Ballot['verdicts']): boolean {
  return first !== undefined && areOfTwo(part, first.part);
}
