import { detectLanguage } from '../../bot/understanding/language.ts';
import { featuresOf } from '../../bot/understanding/model/features.ts';
import { encodeModel } from '../../bot/understanding/model/model.ts';
import { signsOf } from '../../bot/understanding/model/signs.ts';
import { type Example, trainClasses } from '../../bot/understanding/model/train.ts';
import { readRules } from '../../bot/understanding/understand.ts';
import type { UnderstandContext } from '../../bot/understanding/understand.types.ts';
import type { Finding, FindingKind } from '../../domain/finding.ts';
import { ANY_HOSPITAL, messageContext } from './context.ts';
import { labelOf } from './examples.ts';
import { type LabelledMessage, MESSAGE_QUESTIONS } from './message.ts';

/** What is missed here costs more than a question too many. */
const DEAR: ReadonlySet<string> = new Set(['emergency', 'self_harm', 'deceased']);
const DEAR_COST = 3;
const COST = 1.5;
const EPOCHS = 12;
const SEED = 1;

/** A sentence of daily life as a message: it says nothing of what we ask, whatever we ask. */
export function neutralMessage(text: string, index: number): LabelledMessage {
  const question = MESSAGE_QUESTIONS[index % MESSAGE_QUESTIONS.length] ?? 'none';
  return {
    id: `neutral-${String(index)}`,
    text,
    question,
    lang: 'zh-CN',
    want: [{ kind: 'off_topic' }],
    never: [],
    also: [],
    tags: [],
  };
}

/** Answers mean what they mean because of the question; everything else can be said at any time. */
const ANSWERS: ReadonlySet<FindingKind> = new Set([
  'agree',
  'decline',
  'available',
  'self',
  'relative',
  'unaware_relative',
  'rating',
  'no_opinion',
  'contact_time',
  'correction',
  'complaint',
  'praise',
  'suggestion',
]);

/** The message again, said at another question, where that changes nothing: or the model would learn when authors put it. */
function elsewhere(message: LabelledMessage, index: number): readonly LabelledMessage[] {
  if (message.want.length === 0 || message.want.some(({ kind }) => ANSWERS.has(kind))) return [];
  const { question } = neutralMessage('', index);
  return question === message.question ? [] : [{ ...message, question }];
}

function exampleOf(message: LabelledMessage): Example {
  const lang = detectLanguage(message.text, message.lang);
  return { ...seenIn(message.text, messageContext(ANY_HOSPITAL, { ...message, lang })), ...labelOf(message) };
}

/** What the model is shown of a message: what it looks like, and what the rules saw in it. */
export function seenIn(
  text: string,
  context: UnderstandContext,
): Pick<Example, 'features'> & { readonly found: readonly Finding[] } {
  const { n, found: heard, noted } = readRules(text, context);
  const found = [...heard, ...noted];
  return { features: featuresOf(n.text, context.question.schema, signsOf(found, context.question)), found };
}

/** In so many messages an n-gram must stand: what stands in one alone tells of its author. */
const LEAST_MESSAGES = 2;

/** The features that stand in enough of the examples. */
function commonIn(examples: readonly Example[]): (hash: number) => boolean {
  const met = new Map<number, number>();
  for (const { features } of examples) for (const hash of features.hashes) met.set(hash, (met.get(hash) ?? 0) + 1);
  return (hash) => (met.get(hash) ?? 0) >= LEAST_MESSAGES;
}

/** Trains the model on labelled messages: the same messages give the same bytes. Takes seconds. */
export function trainModel(messages: readonly LabelledMessage[]): Uint8Array {
  return train(messages.map(exampleOf), messages.flatMap(elsewhere).map(exampleOf));
}

/** Trains on all examples; which n-grams are used, those that were `told` decide. */
export function train(told: readonly Example[], again: readonly Example[]): Uint8Array {
  const examples = [...told, ...again];
  const classes = [...new Set(examples.flatMap((example) => [...example.classes]))].sort();
  const optionsOf = (name: string) => ({
    positiveCost: DEAR.has(name) ? DEAR_COST : COST,
    epochs: EPOCHS,
    seed: SEED,
  });
  return encodeModel(trainClasses(examples, classes, { keeps: commonIn(told), optionsOf }));
}
