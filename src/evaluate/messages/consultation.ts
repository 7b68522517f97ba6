import { detectLanguage } from '../../bot/understanding/language.ts';
import { GRADE_CLASSES } from '../../bot/understanding/model/classes.ts';
import type { Example } from '../../bot/understanding/model/train.ts';
import type { UnderstandContext } from '../../bot/understanding/understand.types.ts';
import type { Finding } from '../../domain/finding.ts';
import type { Language } from '../../domain/language.ts';
import type { TriageSeed } from '../triage/seeds.ts';
import { ANY_HOSPITAL, messageContext } from './context.ts';
import { labelOf } from './examples.ts';
import type { LabelledMessage } from './message.ts';
import { seenIn, train } from './training.ts';

/** What the model of consultations learns from. */
export interface ConsultationCorpus {
  /** What people mean, whoever writes first: complaints, dangers, wishes for a person … */
  readonly messages: readonly LabelledMessage[];
  /** What people ask a hospital. */
  readonly questions: readonly string[];
  /** What people tell who want to know which department to see. */
  readonly troubles: readonly TriageSeed[];
}

const GRADES: ReadonlySet<string> = new Set(GRADE_CLASSES);
/** A trouble may be asked about, too. */
const BESIDE_TROUBLE = ['hospital_question', 'appointment', 'off_topic'];
const DANGERS = ['emergency', 'emergency.low', 'self_harm', 'self_harm.low'];
/** Departments that see to dangers: what is told them may be one. */
const DANGEROUS: ReadonlySet<string> = new Set(['emergency', 'psychiatry']);

/** A message of somebody who consults a hospital that nobody knows anything of. */
export function consultationContext(text: string, lang: Language = 'zh-CN'): UnderstandContext {
  const given = { question: 'none', lang: detectLanguage(text, lang) } as const;
  return { ...messageContext(ANY_HOSPITAL, given), questions: [] };
}

/** Trains the model of consultations: the same corpus gives the same bytes. Takes seconds. */
export function trainConsultation({ messages, questions, troubles }: ConsultationCorpus): Uint8Array {
  return train(
    [...messages.map(messageExample), ...questions.map(questionExample), ...troubles.map(troubleExample)],
    [],
  );
}

/** Nobody asks for grades here: who is dissatisfied complains. */
function messageExample(message: LabelledMessage): Example {
  const { features } = seenIn(message.text, consultationContext(message.text, message.lang));
  const { classes, unsure } = labelOf(message);
  const grades = GRADE_CLASSES.filter((name) => classes.has(name));
  const blames = classes.has('complaint') || grades.includes('rating.dissatisfied');
  const kept = [...classes].filter((name) => !GRADES.has(name));
  return {
    features,
    classes: new Set(blames ? [...kept, 'complaint'] : kept),
    unsure: new Set([...unsure, ...GRADES].filter((name) => name !== 'complaint' || !blames)),
  };
}

/** A question whose words a rule takes for one about somebody's own medicine may be that. */
function questionExample(text: string): Example {
  const { features, found } = seenIn(text, consultationContext(text));
  const unsure = ['appointment', ...(has(found, 'medical_question') ? ['medical_question'] : [])];
  return { features, classes: new Set(['hospital_question']), unsure: new Set(unsure) };
}

function troubleExample({ text, specialties }: TriageSeed): Example {
  const { features, found } = seenIn(text, consultationContext(text));
  const mayBeDanger =
    has(found, 'emergency') || has(found, 'self_harm') || specialties.some((one) => DANGEROUS.has(one));
  return {
    features,
    classes: new Set(),
    unsure: new Set([...BESIDE_TROUBLE, ...(mayBeDanger ? DANGERS : [])]),
  };
}

function has(found: readonly Finding[], kind: Finding['kind']): boolean {
  return found.some((finding) => finding.kind === kind);
}
