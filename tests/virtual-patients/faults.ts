import type { TurnKit } from '../../src/bot/turn/kit.ts';
import { DAY, HOUR } from '../../src/domain/clock.ts';
import type { FlowId } from '../../src/domain/conversation.ts';
import type { Effect } from '../../src/domain/effect.ts';
import type { Flow, FlowEvent, StepEnv, StepResult } from '../../src/flows/flow.ts';
import type { Step } from './trace.ts';

/** A fault planted in the kit that turns run with. */
type Fault = (kit: TurnKit) => TurnKit;

/** What a flow's step is changed to; `event` and `env` as it got them, `before` the state it began in. */
type Spoil = (result: StepResult, event: FlowEvent, env: StepEnv, before: string | null) => StepResult;

const talk: Effect = { type: 'say', parts: [{ key: 'modest' }] };
const plus = (result: StepResult, ...effects: readonly Effect[]): StepResult => ({
  ...result,
  effects: [...result.effects, ...effects],
});
const without = (result: StepResult, ...types: readonly Effect['type'][]): StepResult => ({
  ...result,
  effects: result.effects.filter(({ type }) => !types.includes(type)),
});
const says = ({ effects }: StepResult): boolean => effects.some(({ type }) => type === 'say');

/** Every flow with its steps spoilt. */
function spoilt(spoil: Spoil): Fault {
  const of = (flow: Flow): Flow => ({
    ...flow,
    start: (event, env) => spoil(flow.start(event, env), event, env, null),
    step: (snapshot, event, env) => spoil(flow.step(snapshot, event, env), event, env, String(snapshot.value)),
  });
  return (kit) => {
    const flows = Object.entries(kit.flows).map(([id, flow]) => [id, of(flow)] as const);
    return { ...kit, flows: Object.fromEntries(flows) as Readonly<Record<FlowId, Flow>> };
  };
}

/** Words instead of the rendered ones, where `fits`. */
function rendered(change: (text: string) => string): Fault {
  return (kit) => ({
    ...kit,
    render: (parts, who) => {
      const given = kit.render(parts, who);
      return { ...given, text: change(given.text) };
    },
  });
}

const isMessage = (event: FlowEvent): boolean => event.type === 'message';
const isTimer = (event: FlowEvent): boolean => event.type === 'timer';

/** For each law on what flows and words do, a fault that breaks it. A law that no fault can break checks nothing. */
export const FAULTS: Readonly<Record<string, Fault>> = {
  'silent-after-opt-out': spoilt((result, event, { optedOut }) =>
    optedOut === true && isMessage(event) && !says(result) ? plus(result, talk) : result,
  ),
  'opt-out-is-heard': (kit) => ({
    ...kit,
    understand: (text, context) => kit.understand(text, context).filter(({ kind }) => kind !== 'opt_out'),
  }),
  'silent-with-staff': spoilt((result, event, _env, before) =>
    before === 'withStaff' && isMessage(event) && !says(result) ? plus(result, talk) : result,
  ),
  'red-flag-answered-at-once': spoilt((result) => ({
    ...result,
    effects: result.effects.filter((effect) => effect.type !== 'say' || effect.urgent !== true),
  })),
  'every-text-is-answered': spoilt((result, event, _env, before) =>
    before === 'opening' && isMessage(event) ? without(result, 'say') : result,
  ),
  'nothing-is-ignored-after-the-end': spoilt((result, _event, _env, before) =>
    before === 'closed' ? without(result, 'say') : result,
  ),
  'no-parrot': spoilt((result, event) =>
    isTimer(event)
      ? {
          ...without(result, 'say'),
          effects: [...without(result, 'say').effects, { ...talk, parts: [{ key: 'noted' }] }],
        }
      : result,
  ),
  'twice-unreadable-is-for-staff': spoilt((result, event) =>
    isMessage(event) && result.status.state === 'waiting'
      ? { ...result, effects: [...without(result, 'say').effects, { type: 'say', parts: [{ key: 'unreadable' }] }] }
      : result,
  ),
  'words-are-fit': rendered((text) => text.replace('您好', '{name}您好')),
  'no-turn-fails': rendered((text) => {
    if (text.includes('建议')) throw new Error('planted');
    return text;
  }),
  'silence-ends-it': spoilt((result, event, { now }) =>
    isTimer(event)
      ? { ...result, effects: [...result.effects, { type: 'setTimer', timer: 'reminder', due: now + DAY }] }
      : result,
  ),
  'a-timer-runs-where-a-reply-is-awaited': spoilt((result) => without(result, 'setTimer')),
  'only-known-combinations': spoilt((result) => ({ ...result, status: { ...result.status, outcome: null } })),
  'agreed-times-are-ahead-and-allowed': spoilt((result) => {
    const { resumeAt } = result.status;
    return resumeAt === null ? result : { ...result, status: { ...result.status, resumeAt: resumeAt - DAY } };
  }),
  'answers-are-kept': spoilt((result, event) =>
    isTimer(event) ? { ...result, status: { ...result.status, answers: {} } } : result,
  ),
  'respondent-is-kept': spoilt((result, event) =>
    isTimer(event) ? { ...result, status: { ...result.status, respondent: null } } : result,
  ),
  'proactive-caps': (kit) => ({
    ...kit,
    caps: { perDay: 99, perWeek: 99 },
    settings: { ...kit.settings, reminderAfter: HOUR },
  }),
  'unasked-words-keep-the-hours': (kit) => ({
    ...kit,
    settings: { ...kit.settings, sendingHours: { from: 0, to: 24 * 60 - 1 } },
  }),
  'one-reminder-a-silence': spoilt((result, event, { now }, before) =>
    event.type === 'timer' && event.timer === 'expiry' && before === 'opening'
      ? plus(
          result,
          { type: 'say', parts: [{ key: 'reminder' }, { key: 'modest' }] },
          { type: 'setTimer', timer: 'expiry', due: now },
        )
      : result,
  ),
  'the-dead-and-strangers-are-left-alone': spoilt((result, event, _env, before) =>
    isMessage(event) && before === 'consent' ? plus(result, { ...talk, proactive: true }) : result,
  ),
};

const recorded = (step: Step, change: Partial<Step['commit']['record']>): Step => ({
  ...step,
  commit: { ...step.commit, record: { ...step.commit.record, ...change } },
});

/** For each law on what the turn itself does, which no kit can spoil: a commit as a faulty turn would have left it. */
export const DOCTORED: Readonly<Record<string, (step: Step) => Step>> = {
  'fence-moves-with-owner': (step) => recorded(step, { fence: 0 }),
  'every-text-is-read': (step) => recorded(step, { readSeq: 0 }),
  'one-reply-a-turn': (step) => ({ ...step, said: [...step.said, ...step.said] }),
  'staff-see-who-waits': (step) => {
    const { desk: _, ...record } = step.commit.record;
    return { ...step, commit: { ...step.commit, record } };
  },
};
