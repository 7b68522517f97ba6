import type { AnyStateMachine, AnyStateNode, TransitionDefinition } from 'xstate';

/** One way from state to state. States are paths of states without states in them: `interview.rating`. */
interface Edge {
  readonly from: string;
  readonly event: string;
  readonly to: string;
}

/** A machine's definition as a graph: its states, those that are final, and every transition that a guard may let through. */
export interface MachineGraph {
  readonly initial: string;
  readonly states: readonly string[];
  readonly final: ReadonlySet<string>;
  readonly edges: readonly Edge[];
}

type Transition = TransitionDefinition<never, never>;

const nameOf = (node: AnyStateNode): string => node.path.join('.');

function leavesOf(node: AnyStateNode): readonly AnyStateNode[] {
  const inner: readonly AnyStateNode[] = Object.values(node.states);
  return inner.length === 0 ? [node] : inner.flatMap(leavesOf);
}

function enteredAt(node: AnyStateNode): AnyStateNode {
  const [first] = node.type === 'compound' ? node.initial.target : [];
  return first === undefined ? node : enteredAt(first);
}

/** What an event can lead to: inner states come first, and one without a guard hides everything behind it. */
function transitionsOf(leaf: AnyStateNode): ReadonlyMap<string, readonly Transition[]> {
  const found = new Map<string, readonly Transition[]>();
  for (let node: AnyStateNode | undefined = leaf; node !== undefined; node = node.parent) {
    for (const [event, own] of node.transitions) {
      const all = [...(found.get(event) ?? []), ...(own as unknown as readonly Transition[])];
      const sure = all.findIndex(({ guard }) => guard === undefined);
      found.set(event, sure < 0 ? all : all.slice(0, sure + 1));
    }
  }
  return found;
}

export function graphOf(machine: AnyStateMachine): MachineGraph {
  const leaves = leavesOf(machine.root);
  const edges = leaves.flatMap((leaf) =>
    [...transitionsOf(leaf)].flatMap(([event, transitions]) =>
      transitions.map(({ target }): Edge => {
        const [to] = (target ?? []) as unknown as readonly AnyStateNode[];
        return { from: nameOf(leaf), event, to: nameOf(to === undefined ? leaf : enteredAt(to)) };
      }),
    ),
  );
  return {
    initial: nameOf(enteredAt(machine.root)),
    states: leaves.map(nameOf),
    final: new Set(leaves.filter(({ type }) => type === 'final').map(nameOf)),
    edges,
  };
}

/** States that can be reached from one, by these events (by any, if none are named). */
export function reachableFrom(
  { edges }: MachineGraph,
  from: string,
  events?: ReadonlySet<string>,
): ReadonlySet<string> {
  const reached = new Set([from]);
  for (const state of reached) {
    for (const edge of edges) {
      if (edge.from === state && (events === undefined || events.has(edge.event))) reached.add(edge.to);
    }
  }
  return reached;
}

/** Reachable states that nothing leads out of, though they are not final. */
export function deadEnds(graph: MachineGraph): readonly string[] {
  return [...reachableFrom(graph, graph.initial)].filter(
    (state) => !graph.final.has(state) && !graph.edges.some(({ from, to }) => from === state && to !== state),
  );
}

/** Reachable states from which these events alone lead to none of `ends`. */
export function stuckWith(
  graph: MachineGraph,
  events: ReadonlySet<string>,
  ends: readonly string[],
): readonly string[] {
  return [...reachableFrom(graph, graph.initial)].filter((state) => {
    const reached = reachableFrom(graph, state, events);
    return !ends.some((end) => reached.has(end));
  });
}
