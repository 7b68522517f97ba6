import { GRADE_CLASSES as GRADES } from '../../bot/understanding/model/classes.ts';
import type { Example } from '../../bot/understanding/model/train.ts';
import type { FindingKind } from '../../domain/finding.ts';
import type { LabelledMessage } from './message.ts';

/**
 * Meanings that go together so often that a label which names only the first does not deny the second: such a message teaches
 * nothing about the second.
 */
const COMPANIONS: Readonly<Record<string, readonly string[]>> = {
  'rating.dissatisfied': ['complaint'],
  'rating.mostly_satisfied': ['complaint', 'suggestion'],
  'rating.satisfied': ['praise', 'thanks'],
  complaint: ['rating.dissatisfied', 'rating.mostly_satisfied'],
  praise: ['rating.satisfied', 'thanks'],
  suggestion: ['rating.mostly_satisfied', 'complaint'],
  threat: ['complaint'],
  beyond_authority: ['complaint'],
  human: ['complaint'],
  contact_time: ['busy'],
  busy: ['contact_time'],
  relative: ['available'],
  self: ['available'],
  deceased: ['relative', 'complaint', 'unaware_relative'],
  emergency: ['medical_question', 'relative'],
  self_harm: ['emergency'],
  correction: GRADES,
  misunderstood: ['correction'],
  complaint_status: ['complaint'],
  appointment: ['hospital_question'],
  hospital_question: ['appointment'],
  refuse: ['decline', 'busy', 'no_opinion', 'opt_out'],
  abuse: ['complaint', 'refuse'],
};
/** What a look-alike without a label may be all the same. */
const OPEN = [
  ...GRADES,
  'off_topic',
  'complaint',
  'praise',
  'suggestion',
  'medical_question',
  'hospital_question',
  'busy',
  'relative',
  'thanks',
  'farewell',
  'available',
  'refuse',
  'no_opinion',
];

/** A class of the model: a finding kind, for ratings with the grade. Times are read by the grammar alone. */
function classOf({ kind, grade }: LabelledMessage['want'][number]): string | null {
  if (kind === 'contact_time') return null;
  return kind === 'rating' ? `rating.${grade ?? ''}` : kind;
}

/** A red flag that may be over (tier low) is a class of its own besides: it decides between the tiers. */
function classesOf(want: LabelledMessage['want'][number]): readonly string[] {
  const name = classOf(want);
  if (name === null) return [];
  return want.tier === 'low' ? [name, `${name}.low`] : [name];
}

/** What a labelled message says of each class. A message with two grades teaches no grade: which is whose, rules tell. */
export function labelOf(message: LabelledMessage): Pick<Example, 'classes' | 'unsure'> {
  const wanted = new Set(message.want.flatMap(classesOf));
  const unsure = new Set(message.want.length === 0 ? OPEN : []);
  for (const name of [...wanted, ...message.want.map(({ kind }) => kind)])
    for (const companion of COMPANIONS[name] ?? []) if (!wanted.has(companion)) unsure.add(companion);
  for (const name of message.also.flatMap(namesOf)) unsure.add(name);
  for (const name of message.never.flatMap(namesOf)) unsure.delete(name);
  if ([...wanted].filter((name) => name.startsWith('rating.')).length > 1)
    for (const grade of GRADES) unsure.add(grade);
  return { classes: wanted, unsure };
}

/** The classes of a kind that is named without its grade. */
function namesOf(kind: FindingKind): readonly string[] {
  return kind === 'rating' ? GRADES : [kind];
}
