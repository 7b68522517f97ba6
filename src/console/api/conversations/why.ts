import { ACT, ASK, FINDING_KINDS, type FindingKind } from '../../../domain/finding.ts';
import { GRADES, type Grade } from '../../../domain/vocabulary.ts';
import type { WhyView } from '../../wire/conversation.ts';

/** `rating doctor=dissatisfied 0.93 rules.rating · 李护士 → 李小琴 0.85`, as bot/turn/read.ts writes it down. */
const READING = /^(\w+)(?: (\w+)=(\w+))? (\d\.\d\d) ([^·]*?)(?: · (.*))?$/su;
const PERSON = /^(.*) → (.*) (\d\.\d\d)$/su;

/** What staff can be told of a stored reading; undefined for a line of another kind (where an answer came from). */
export function whyOf(reading: string): WhyView | undefined {
  const parts = READING.exec(reading);
  const kind = parts?.[1];
  if (parts === null || kind === undefined || !isKind(kind)) return undefined;
  const [, , question, grade, confidence, rule = '', people] = parts;
  return {
    kind,
    question: question ?? null,
    grade: GRADES.find((known): known is Grade => known === grade) ?? null,
    certainty: certaintyOf(Number(confidence)),
    rule,
    people: people === undefined ? [] : people.split(' · ').flatMap(personOf),
  };
}

function isKind(kind: string): kind is FindingKind {
  return (FINDING_KINDS as readonly string[]).includes(kind);
}

function certaintyOf(confidence: number): WhyView['certainty'] {
  if (confidence >= ACT) return 'acted';
  return confidence >= ASK ? 'asked' : 'ignored';
}

function personOf(text: string): WhyView['people'] {
  const [, written, names, confidence] = PERSON.exec(text) ?? [];
  if (written === undefined || names === undefined) return [];
  const all = names.split(' / ');
  return [{ written, names: all, sure: all.length === 1 && Number(confidence) >= ACT }];
}
