import type { AnyStateMachine, AnyStateNode, ContextFrom, EventFromLogic } from 'xstate';
import type { Effect } from '../../domain/effect.ts';

/** An action as the machine hands it out; only those of our own kinds may appear. */
export interface MachineAction {
  readonly type: string;
  readonly params?: unknown;
}

type Collector = (params: never) => readonly Effect[];

/** One collector per action of the flows: what it adds to the effects of the step. */
const COLLECTORS: Readonly<Record<string, Collector>> = {
  say: (params: Say) => (params.parts.length === 0 ? [] : [{ type: 'say', ...params }]),
  perform: (params: { readonly effects: readonly Effect[] }) => params.effects,
};

function collectorOf(type: string): Collector {
  const collector = COLLECTORS[type];
  if (collector === undefined) throw new Error(`no collector for the machine action ${type}`);
  return collector;
}

/** The effects an action stands for. An unknown one is a bug: nothing a machine wants done may vanish. */
export function collect(action: MachineAction): readonly Effect[] {
  return collectorOf(action.type)(action.params as never);
}

/** What a `say` action says. */
export type Say = Omit<Extract<Effect, { type: 'say' }>, 'type'>;

/** An action of a machine: data for the collectors, it does nothing itself. */
type Collected<P> = (args: unknown, params: P) => void;
const say: Collected<Say> = () => undefined;
const perform: Collected<{ readonly effects: readonly Effect[] }> = () => undefined;

/** The actions every flow's machine is set up with: words, and rows to write. */
export const ACTIONS = { say, perform } as const;

/** What every event of a machine is. */
interface MachineEvent {
  readonly type: string;
}
type Args<C, E> = { readonly context: C; readonly event: E };
type Guard<C, E> = (args: Args<C, E>) => boolean;
/** Gives the context as it is afterwards, and adds to the effects. */
type Act<C, E> = (args: Args<C, E>, effects: Effect[]) => C;

/** A transition, with everything resolved that does not depend on the talk. `to`: path of a state without states in it. */
interface Move<S, C, E> {
  readonly guard: Guard<C, E> | null;
  readonly to: S | null;
  readonly acts: readonly Act<C, E>[];
}

/** A machine that is stepped without a live actor. States are paths: `interview.rating`. */
interface Stepper<S extends string, C, E> {
  step(state: S, context: C, event: E): { state: S; context: C; effects: readonly Effect[] };
}

/**
 * Steps a machine as XState's `transition()` does, by a table made from it once: our machines only have states in states,
 * guards, assigns and actions that are data, and of these XState's general algorithm makes a third of a turn's time.
 * Whatever else a machine has is refused here. A test compares both on random walks. `states`: all that the machine can rest in.
 */
export function createStepper<M extends AnyStateMachine, S extends string>(
  machine: M,
  states: readonly S[],
): Stepper<S, ContextFrom<M>, EventFromLogic<M>> {
  const leaves = leavesOf(machine.root);
  const stateOf = (node: AnyStateNode): S => {
    const state = states.find((one) => one === node.path.join('.'));
    if (state === undefined) throw new Error(`${node.id} is not in the list of states`);
    return state;
  };
  const table = new Map(
    leaves.map((leaf) => [stateOf(leaf), movesOf<S, ContextFrom<M>, EventFromLogic<M>>(leaf, stateOf)]),
  );
  return {
    step(state, context, event) {
      const effects: Effect[] = [];
      const args = { context, event };
      const move = table
        .get(state)
        ?.get((event as MachineEvent).type)
        ?.find(({ guard }) => guard === null || guard(args));
      let now = context;
      for (const act of move?.acts ?? []) now = act({ context: now, event }, effects);
      return { state: move?.to ?? state, context: now, effects };
    },
  };
}

/** States without states in them. */
function leavesOf(node: AnyStateNode): readonly AnyStateNode[] {
  const { entry, exit, always, after, invoke, type } = node;
  const more = [entry, exit, always ?? [], after, invoke].some((list) => list.length > 0);
  if (more || (type !== 'atomic' && type !== 'compound')) throw new Error(`the stepper cannot step ${node.id}`);
  return type === 'atomic' ? [node] : Object.values(node.states).flatMap(leavesOf);
}

/** Where a transition to this state ends. */
function entered(node: AnyStateNode): AnyStateNode {
  const [initial] = node.type === 'compound' ? node.initial.target : [];
  return initial === undefined ? node : entered(initial);
}

/** Moves by event, those of the state itself before those of the states round it. */
function movesOf<S, C, E>(
  leaf: AnyStateNode,
  stateOf: (node: AnyStateNode) => S,
): ReadonlyMap<string, readonly Move<S, C, E>[]> {
  const moves = new Map<string, readonly Move<S, C, E>[]>();
  for (let node: AnyStateNode | undefined = leaf; node !== undefined; node = node.parent) {
    const { machine } = node;
    for (const [type, transitions] of node.transitions) {
      const own = transitions.map(({ guard, target, actions }) => ({
        guard: guard === undefined ? null : guardOf<C, E>(machine, guard),
        to: target?.[0] === undefined ? null : stateOf(entered(target[0])),
        acts: actions.map(actOf<C, E>),
      }));
      moves.set(type, [...(moves.get(type) ?? []), ...own]);
    }
  }
  return moves;
}

function guardOf<C, E>(machine: AnyStateMachine, guard: unknown): Guard<C, E> {
  if (typeof guard === 'function' && !('check' in guard)) return guard as Guard<C, E>;
  const { type, params } = typeof guard === 'string' ? { type: guard } : (guard as MachineAction);
  const check = machine.implementations.guards[type] as ((args: Args<C, E>, params: unknown) => boolean) | undefined;
  if (check === undefined) throw new Error(`${machine.id} has no guard ${type}`);
  return (args) => check(args, params);
}

function actOf<C, E>(action: unknown): Act<C, E> {
  if (typeof action === 'function') return assignOf(action);
  const { type, params } = action as MachineAction;
  const collector = collectorOf(type);
  const given = typeof params === 'function' ? (params as (args: Args<C, E>) => unknown) : () => params;
  return (args, effects) => {
    for (const effect of collector(given(args) as never)) effects.push(effect);
    return args.context;
  };
}

type Assignment<C, E> = ((args: Args<C, E>) => Partial<C>) | Readonly<Record<string, unknown>>;

/** What `assign()` makes: a function for the whole, or for each field a value or a function. */
function assignOf<C, E>(action: object): Act<C, E> {
  const { type, assignment } = action as { type?: string; assignment?: Assignment<C, E> };
  if (type !== 'xstate.assign' || assignment === undefined) throw new Error('the stepper knows no action but assign');
  if (typeof assignment === 'function') return (args) => merged(args.context, assignment(args));
  const fields = Object.entries(assignment);
  if (fields.some(([, value]) => typeof value === 'function')) throw new Error('the stepper assigns plain values only');
  return ({ context }) => ({ ...context, ...assignment });
}

/** Most assignments give the whole context, which then needs no copy. */
function merged<C>(context: C, change: Partial<C>): C {
  const whole = Object.keys(change).length === Object.keys(context as object).length;
  return whole ? (change as C) : { ...context, ...change };
}
