import type { StepEnv } from '../flow.ts';
import type { MessageEvent as Message } from '../shared/digest.ts';
import type { FollowupContext } from './context.ts';
import type { MessageEvent, Principal } from './events.ts';
import { nothingAsked } from './fit.ts';
import { nextQuestion, type State } from './place.ts';
import { answer, doubtful, notNow, readmission, refusal, reschedule, talk, unread, whichGrade } from './rules.ts';
import { carrierHelp, death, optIn, optOut, person, safety, wrongPerson } from './rules-first.ts';
import { late, lateAnswer, lateNews, latePerson, staffPerson } from './rules-late.ts';
import { acksOf, beginTurn, type Rule, type Turn } from './turn.ts';
import { showUnread } from './unread.ts';

/**
 * The handbook's order when a message says several things (end of section 3). Opinions and grades are taken in before any
 * of these rules looks: they are never hidden by what decides.
 */
const WAITING: readonly Rule[] = [
  safety,
  optOut,
  optIn,
  carrierHelp,
  person,
  death,
  wrongPerson,
  readmission,
  reschedule,
  refusal,
  doubtful,
  answer,
  notNow,
  whichGrade,
  unread,
  talk,
];
const WITH_STAFF: readonly Rule[] = [safety, optOut, optIn, staffPerson];
const CLOSED: readonly Rule[] = [safety, optOut, optIn, carrierHelp, latePerson, lateNews, lateAnswer, late];

function rulesFor(state: State): readonly Rule[] {
  if (state === 'withStaff') return WITH_STAFF;
  return state === 'closed' ? CLOSED : WAITING;
}

/** What no rule claims is only taken in: with staff, that is nearly everything. */
function principal(turn: Turn): Principal {
  for (const rule of rulesFor(turn.state)) {
    const found = rule(turn);
    if (found !== null) return found;
  }
  return { type: 'HEARD' };
}

/** Reads a message against the conversation and gives the machine its one event. */
export function decide(before: FollowupContext, state: State, event: Message, env: StepEnv): MessageEvent {
  const turn = beginTurn(before, state, event, env);
  if (state === 'interview.rating') turn.after.asked = nextQuestion(before, env.settings)?.id ?? null;
  const chosen = principal(turn);
  const over = chosen.type === 'REPEAT' && nothingAsked({ state, context: turn.after }, env.settings);
  const found: Principal = over ? { type: 'ANSWER', place: 'end' } : chosen;
  if (found.type === 'REPEAT' && state === 'check.grade') turn.after.doubt = before.doubt;
  showUnread(turn, found);
  const acks = event.carrierKeyword === undefined ? acksOf(turn) : [];
  return { ...found, env, after: turn.after, effects: turn.effects, acks };
}
