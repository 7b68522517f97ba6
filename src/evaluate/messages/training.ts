import { encodeModel } from '../../bot/understanding/model/model.ts';
import { trainClass } from '../../bot/understanding/model/train.ts';
import type { FindingKind } from '../../domain/finding.ts';
import { exampleOf } from './examples.ts';
import { type LabelledMessage, MESSAGE_QUESTIONS } from './message.ts';

/** What is missed here costs more than a question too many. */
const DEAR: ReadonlySet<string> = new Set(['emergency', 'self_harm', 'deceased']);
const DEAR_COST = 3;
const COST = 1.5;
const EPOCHS = 20;
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

/** Trains the model on labelled messages: the same messages give the same bytes. Takes seconds. */
export function trainModel(messages: readonly LabelledMessage[]): Uint8Array {
  const examples = [...messages, ...messages.flatMap(elsewhere)].map(exampleOf);
  const classes = [...new Set(examples.flatMap((example) => [...example.classes]))].sort();
  const weights = new Map<string, Float32Array>();
  for (const name of classes) {
    const positiveCost = DEAR.has(name) ? DEAR_COST : COST;
    weights.set(name, trainClass(examples, name, { positiveCost, epochs: EPOCHS, seed: SEED }));
  }
  return encodeModel(weights);
}
