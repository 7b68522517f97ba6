import type { TurnKit } from '../../bot/turn/kit.ts';
import { classOf, isLegal } from '../../bot/understanding/model/classes.ts';
import type { TaughtEntries } from '../../bot/understanding/taught/entries.types.ts';
import { isFlag, type Meaning } from '../../bot/understanding/taught/meanings.ts';
import { ACT, type Finding } from '../../domain/finding.ts';
import type { OpenQuestion } from '../../flows/flow.ts';
import { counted } from './check.ts';
import { messageContext } from './context.ts';
import { MESSAGE_QUESTIONS, type MessageQuestion } from './message.ts';

/** A phrase that is to mean something, and what it means already where it would hold. */
export interface KnownPhrase {
  readonly phrase: string;
  readonly taught: Meaning;
  readonly now: Meaning;
  readonly certainty: number;
  /** Where it is read so. */
  readonly questions: readonly MessageQuestion[];
  /** The reader of the question is sure of it: the entry is refused. */
  readonly sure: boolean;
}

type Phrase = TaughtEntries['phrases'][number];

/** From here on a reader of an answer leaves no doubt. */
const SURE = 0.9;
/** Evidence of the readers that know what a short answer to the open question means. */
const OF_ANSWERS = /^(?:identity|when|yes_no|free_text|reason|facts|rating)\./;

/** Phrases that the service without the entries reads as something else, which teaching them would take away. */
export function knownPhrases(kit: TurnKit, { phrases }: Pick<TaughtEntries, 'phrases'>): readonly KnownPhrase[] {
  return phrases
    .filter(({ meaning }) => !isFlag(meaning))
    .flatMap((entry) => entry.add.flatMap((phrase) => knownAs(kit, entry, phrase)));
}

function knownAs(kit: TurnKit, entry: Phrase, phrase: string): readonly KnownPhrase[] {
  const found = new Map<Meaning, KnownPhrase>();
  for (const question of MESSAGE_QUESTIONS) {
    const context = messageContext(kit, { question, lang: kit.detectLanguage(phrase, 'zh-CN') });
    if (!holdsAt(entry, context.question)) continue;
    const read = counted(kit.understand(phrase, context));
    if (read.some((finding) => classOf(finding) === entry.meaning)) continue;
    for (const finding of read.filter(({ confidence }) => confidence >= ACT || read.length === 1)) {
      const now = classOf(finding);
      if (now !== null) note(found, { now, finding, question, phrase, taught: entry.meaning });
    }
  }
  return [...found.values()];
}

interface Reading {
  readonly phrase: string;
  readonly taught: Meaning;
  readonly now: Meaning;
  readonly finding: Finding;
  readonly question: MessageQuestion;
}

function note(found: Map<Meaning, KnownPhrase>, { phrase, taught, now, finding, question }: Reading): void {
  const before = found.get(now);
  const sure = OF_ANSWERS.test(finding.evidence) && finding.confidence >= SURE;
  found.set(now, {
    phrase,
    taught,
    now,
    certainty: Math.max(before?.certainty ?? 0, finding.confidence),
    questions: [...(before?.questions ?? []), question],
    sure: sure || before?.sure === true,
  });
}

/** At the questions that the entry names, else wherever its meaning can be an answer. */
function holdsAt({ meaning, at }: Phrase, { id, schema }: OpenQuestion): boolean {
  return at.length === 0 ? isLegal(meaning, schema) : at.includes(id) || at.includes(schema);
}
