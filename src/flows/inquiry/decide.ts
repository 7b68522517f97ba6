import type { Effect, PhraseRef } from '../../domain/effect.ts';
import type { FindingKind } from '../../domain/finding.ts';
import type { HandoffReason, Priority } from '../../domain/vocabulary.ts';
import type { StepEnv } from '../flow.ts';
import { acknowledge, phrase } from '../shared/acks.ts';
import { asksBack, type Digest, digest, holds, type MessageEvent as Message } from '../shared/digest.ts';
import { isInsult, nameHandoff, reasonsFor } from '../shared/handoffs.ts';
import type { Draft } from '../shared/memory.ts';
import { addFacts, bareComplaint, type RegisterNews, recordOpinions } from '../shared/registers.ts';
import { safetyEvent } from '../shared/safety.ts';
import type { InquiryContext } from './context.ts';

export const STATES = ['open', 'facts', 'check', 'withStaff', 'closed'] as const;
export type State = (typeof STATES)[number];

/** Unread messages in a row that bring a person (situation 21). */
const MISSES = 2;

type Principal =
  | { readonly type: 'RED_FLAG'; readonly reason: 'emergency' | 'self_harm' }
  | { readonly type: 'CHECK_SAFETY'; readonly reason: 'emergency' | 'self_harm' }
  | { readonly type: 'OPT_OUT'; readonly confirm: boolean }
  | { readonly type: 'OPT_IN'; readonly confirm: boolean }
  | { readonly type: 'HANDOFF'; readonly reason: HandoffReason; readonly priority: Priority }
  | { readonly type: 'ASK_FACTS' }
  /** Answered with what the acknowledgements hold. */
  | { readonly type: 'REPLY' }
  | { readonly type: 'HEARD' };

export type MessageEvent = Principal & {
  readonly env: StepEnv;
  readonly after: InquiryContext;
  readonly effects: readonly Effect[];
  readonly acks: readonly PhraseRef[];
};

interface Turn {
  readonly state: State;
  readonly before: InquiryContext;
  readonly after: Draft<InquiryContext>;
  readonly message: Digest;
  readonly news: RegisterNews;
  readonly effects: Effect[];
}

type Rule = (turn: Turn) => Principal | null;

const safety: Rule = ({ message, before, state, after, effects }) =>
  safetyEvent({
    message,
    after,
    effects,
    asked: state === 'check' ? before.danger : null,
    withStaff: state === 'withStaff',
  });

const optOut: Rule = ({ message, before, effects }) => {
  if (message.carrier !== 'stop' && !message.sure.has('opt_out')) return null;
  if (reasonsFor(message, 0).length > 0) effects.push({ type: 'note', text: message.text });
  return { type: 'OPT_OUT', confirm: message.carrier !== 'stop' && !before.optedOut };
};

const optIn: Rule = ({ message, before }) => {
  if (!before.optedOut || (message.carrier !== 'start' && !holds(message, 'opt_in'))) return null;
  return { type: 'OPT_IN', confirm: message.carrier !== 'start' };
};

const person: Rule = ({ message, before, after, effects }) => {
  const note = before.optedOut && holds(message, 'human');
  if (note) effects.push({ type: 'note', text: message.text });
  const named = nameHandoff(
    reasonsFor(message, after.insults).filter((reason) => !(note && reason === 'human_requested')),
  );
  if (named === undefined) return null;
  after.factsOwed = null;
  return { type: 'HANDOFF', ...named };
};

const quiet: Rule = ({ state, before, message }) =>
  state === 'withStaff' || (before.optedOut && state !== 'check') || message.carrier !== null
    ? { type: 'HEARD' }
    : null;

const facts: Rule = ({ news, after }) =>
  news.complaint === 'bare' && after.factsOwed !== null ? { type: 'ASK_FACTS' } : null;

const unread: Rule = ({ message, before, after }) => {
  if (!holds(message, 'unreadable')) return null;
  after.misses = before.misses + 1;
  return after.misses >= MISSES ? { type: 'HANDOFF', reason: 'not_understood', priority: 'normal' } : { type: 'REPLY' };
};

const RULES: readonly Rule[] = [safety, optOut, optIn, person, quiet, facts, unread];

/** Takes in opinions, facts, insults and questions, whatever follows from the message. */
function takeIn(before: InquiryContext, state: State, message: Digest): Turn {
  const after: Draft<InquiryContext> = { ...before, misses: 0, danger: null };
  const effects: Effect[] = [];
  const news = recordOpinions(after, message, effects);
  if (state === 'facts' && before.factsOwed !== null && !asksBack(message)) {
    const empty = message.text === '' || holds(message, 'decline', 'agree', 'thanks', 'opt_out', 'refuse');
    if (news.complaint === undefined && !empty) {
      addFacts(after, effects, message.text, before.factsOwed);
      news.complaint = 'added';
    }
    after.factsOwed = null;
  } else if (news.complaint === 'bare') {
    after.factsOwed = bareComplaint(after.entries);
  }
  if (isInsult(message)) after.insults += 1;
  if (message.question !== null && message.knowledge === null) {
    effects.push(
      before.optedOut
        ? { type: 'note', text: message.text }
        : { type: 'request', kind: 'callback', question: message.question.text },
    );
  }
  return { state, before, after, message, news, effects };
}

/** Words that need no answer once they know who we are. */
const NO_REPLY: readonly FindingKind[] = ['agree', 'decline', 'farewell', 'refuse'];

/** What we say: the answer, the acknowledgement, else who we are and how we can help. Never a word about a patient. */
function acksOf({ message, news, after, before }: Turn): readonly PhraseRef[] {
  const acks = acknowledge(message, news).filter(({ key }) => key !== 'offTopic');
  if (holds(message, 'unreadable')) return [phrase('unreadable')];
  if (acks.length > 0) return acks;
  if (before.welcomed && holds(message, ...NO_REPLY)) return [];
  after.welcomed = true;
  return [phrase('unknownContact')];
}

/** Reads a message of somebody we do not know and gives the machine its one event. */
export function decide(before: InquiryContext, state: State, event: Message, env: StepEnv): MessageEvent {
  const turn = takeIn(before, state, digest(event));
  let found: Principal | null = null;
  for (const rule of RULES) {
    found = rule(turn);
    if (found !== null) break;
  }
  const acks = found?.type === 'HEARD' ? [] : acksOf(turn);
  return { ...(found ?? { type: 'REPLY' }), env, after: turn.after, effects: turn.effects, acks };
}
