import type { Effect, PhraseRef } from '../../domain/effect.ts';
import type { Finding } from '../../domain/finding.ts';
import type { StepEnv } from '../flow.ts';
import { acknowledge, phrase } from '../shared/acks.ts';
import { asksBack, type Digest, digest, holds, type MessageEvent as Message } from '../shared/digest.ts';
import { isInsult } from '../shared/handoffs.ts';
import type { Draft } from '../shared/memory.ts';
import { addFacts, bareComplaint, recordOpinions } from '../shared/registers.ts';
import { answer } from './answer-rules.ts';
import { bookingRules } from './book-rules.ts';
import { lacks } from './booking.ts';
import type { ConsultationContext } from './context.ts';
import { hear, isModels } from './hear.ts';
import { askNumber } from './number-rules.ts';
import { HALF, isWholeYes } from './says-yes.ts';
import { talkRules } from './talk-rules.ts';
import type { Principal, Rule, State, Turn } from './turn.ts';
import { askWords } from './words.ts';

export type MessageEvent = Principal & {
  readonly env: StepEnv;
  readonly after: ConsultationContext;
  readonly effects: readonly Effect[];
  readonly acks: readonly PhraseRef[];
};

/** Handbook, order at the end of section 3; then what was asked is taken up, then what is asked of us. */
const RULES: readonly Rule[] = [...talkRules, askNumber, ...bookingRules, answer];

/** Evidence of a trouble as such; of these a department can be named instead of sending for a doctor. */
const TROUBLE: ReadonlySet<string> = new Set(['medical.ailment', 'medical.body', 'medical.en']);

/** Phrases of one reply; more than that does not fit into two SMS segments. */
const MOST_PHRASES = 3;

/** Takes in opinions, facts, insults and numbers, whatever follows from the message. */
function takeIn(before: ConsultationContext, state: State, event: Message, env: StepEnv): Turn {
  const { consulted, findings, doubtful } = hear(state, event);
  const message = digest({ ...event, findings });
  const after: Draft<ConsultationContext> = { ...before, misses: 0, danger: null, offered: [], among: [] };
  const effects: Effect[] = doubtful ? [{ type: 'note', text: message.text }] : [];
  const news = recordOpinions(after, message, effects);
  if (state === 'facts' && before.factsOwed !== null && !asksBack(message)) {
    if (news.complaint === undefined && !isEmpty(message)) {
      addFacts(after, effects, message.text, before.factsOwed);
      news.complaint = 'added';
    }
    after.factsOwed = null;
  } else if (news.complaint === 'bare') {
    after.factsOwed = bareComplaint(after.entries);
  }
  if (isInsult(message)) after.insults += 1;
  const { phone } = consulted.details;
  if (phone !== null) after.phone = phone;
  const desk = { book: env.book, now: env.now };
  const saysYes = isPlainYes(message.text, findings);
  return {
    state,
    before,
    after,
    message,
    consulted,
    needsDoctor: needOfDoctor(findings),
    saysYes,
    news,
    effects,
    env,
    desk,
  };
}

/** How clearly the message asks for what only a doctor can judge. */
function needOfDoctor(findings: readonly Finding[]): Turn['needsDoctor'] {
  const medical = findings.filter(({ kind, evidence }) => kind === 'medical_question' && !TROUBLE.has(evidence));
  if (medical.length === 0) return 'no';
  return medical.some(({ confidence }) => confidence >= SURELY) ? 'surely' : 'perhaps';
}
/** Rules and model agree on it. */
const SURELY = 0.95;

/** What a request is made on: yes by the reader of yes and no, or in the words a summary gets; nothing that takes half of it back. */
function isPlainYes(text: string, findings: readonly Finding[]): boolean {
  const has = (kind: Finding['kind']) => findings.some((finding) => finding.kind === kind && !isModels(finding));
  return isWholeYes(text) || (has('agree') && !has('decline') && !HALF.test(text));
}

function isEmpty(message: Digest): boolean {
  return message.text === '' || holds(message, 'decline', 'agree', 'thanks', 'opt_out', 'refuse');
}

/** What the message deserves to hear before anything else; small talk is answered by the rule for answers. */
function acksOf({ message, news }: Turn): readonly PhraseRef[] {
  const spoken = { ...message, question: null, kinds: withoutSmallTalk(message) };
  return acknowledge(spoken, news, message.sure.has('deceased') ? [phrase('condolenceAck')] : []);
}

function withoutSmallTalk({ kinds }: Digest): Digest['kinds'] {
  return new Set([...kinds].filter((kind) => kind !== 'thanks' && kind !== 'off_topic'));
}

/** After a word on something else the appointment that is being made goes on. */
function resumed(principal: Principal, turn: Turn): Principal {
  const { before, after, desk } = turn;
  const { draft } = after;
  if (principal.type !== 'REPLY' || draft === null || before.draft === null || after.optedOut) return principal;
  const asked = lacks(draft);
  after.asked = asked ?? 'confirm';
  return asked === null
    ? { type: 'CONFIRM', parts: [...principal.parts, phrase('confirmAgain')] }
    : { type: 'BOOK', parts: [...principal.parts, askWords(asked, draft, desk)] };
}

function phrasesOf(principal: Principal): number {
  if ('parts' in principal) return principal.parts.length;
  return principal.type === 'HANDOFF' ? (principal.words?.length ?? 1) : 0;
}

/** Reads a message of a consultation and gives the machine its one event. */
export function decide(before: ConsultationContext, state: State, event: Message, env: StepEnv): MessageEvent {
  const turn = takeIn(before, state, event, env);
  let found: Principal | null = null;
  for (const rule of RULES) {
    found = rule(turn);
    if (found !== null) break;
  }
  const principal = resumed(found ?? { type: 'REPLY', parts: [] }, turn);
  const acks =
    principal.type === 'HEARD' ? [] : acksOf(turn).slice(0, Math.max(0, MOST_PHRASES - phrasesOf(principal)));
  return { ...principal, env, after: turn.after, effects: turn.effects, acks };
}
