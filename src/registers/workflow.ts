import type { Permission } from '../access/roles.ts';
import type { RegisterRecord, RegisterStatus, RegisterStep } from '../domain/register.ts';
import type { RegisterKind } from '../domain/vocabulary.ts';

/** Where a step leads from one status, and who may do it there. `to` null: the status stays. */
export interface Move {
  readonly to: RegisterStatus | null;
  readonly permission: Permission;
}

/** What a step has to be given, besides that it is possible. */
export type Need =
  | 'department'
  | 'categories'
  | 'finding'
  | 'proposal'
  | 'instruction'
  | 'reply'
  | 'handled'
  | 'reason';

export interface StepRule {
  readonly kinds: readonly RegisterKind[];
  /** By the status before; a status that is missing does not allow the step. */
  readonly moves: Readonly<Partial<Record<RegisterStatus, Move>>>;
  readonly needs: readonly Need[];
}

const COMPLAINT = ['complaint'] as const;
const ALL = ['complaint', 'praise', 'suggestion'] as const;

/** The same permission in several statuses that stay what they are. */
function staying(permission: Permission, ...statuses: readonly RegisterStatus[]): StepRule['moves'] {
  return Object.fromEntries(statuses.map((status) => [status, { to: null, permission }]));
}

/**
 * The whole workflow (handbook section 6). A complaint is assigned to a department, whose head answers; the conduct office approves; the
 * centre tells the contact and closes. `return` goes one step back, `dismiss` closes what is not for the office. Suggestions and praise
 * have one step: `conclude`; in a praise, somebody who is named but not for certain is joined to a person of the roster.
 */
export const WORKFLOW: Readonly<Record<RegisterStep, StepRule>> = {
  take: { kinds: ALL, moves: staying('register.edit', 'open', 'assigned', 'answered', 'approved'), needs: [] },
  assign: {
    kinds: COMPLAINT,
    moves: {
      open: { to: 'assigned', permission: 'register.edit' },
      assigned: { to: 'assigned', permission: 'register.edit' },
    },
    needs: ['department', 'categories'],
  },
  answer: {
    kinds: COMPLAINT,
    moves: { assigned: { to: 'answered', permission: 'register.answer' } },
    needs: ['finding'],
  },
  approve: {
    kinds: COMPLAINT,
    moves: { answered: { to: 'approved', permission: 'register.approve' } },
    needs: ['proposal'],
  },
  instruct: {
    kinds: ALL,
    moves: staying('register.instruct', 'open', 'assigned', 'answered', 'approved'),
    needs: ['instruction'],
  },
  return: {
    kinds: COMPLAINT,
    moves: {
      assigned: { to: 'open', permission: 'register.answer' },
      answered: { to: 'assigned', permission: 'register.approve' },
      approved: { to: 'answered', permission: 'register.approve' },
      closed: { to: 'assigned', permission: 'register.close' },
    },
    needs: ['reason'],
  },
  pause: {
    kinds: COMPLAINT,
    moves: staying('register.edit', 'open', 'assigned', 'answered', 'approved'),
    needs: ['reason'],
  },
  resume: { kinds: COMPLAINT, moves: staying('register.edit', 'open', 'assigned', 'answered', 'approved'), needs: [] },
  close: {
    kinds: COMPLAINT,
    moves: { approved: { to: 'closed', permission: 'register.close' } },
    needs: ['reply'],
  },
  dismiss: {
    kinds: COMPLAINT,
    moves: {
      open: { to: 'closed', permission: 'register.close' },
      assigned: { to: 'closed', permission: 'register.close' },
    },
    needs: ['reason'],
  },
  conclude: {
    kinds: ['praise', 'suggestion'],
    moves: { open: { to: 'closed', permission: 'register.close' } },
    needs: ['handled'],
  },
  join: { kinds: ['praise'], moves: staying('register.edit', 'open', 'closed'), needs: [] },
};

type Stood = Pick<RegisterRecord, 'kind' | 'status' | 'pausedAt'>;

/** The move that a step would be, or undefined where the entry does not stand so. */
export function moveOf(step: RegisterStep, entry: Stood): Move | undefined {
  const rule = WORKFLOW[step];
  if (!rule.kinds.includes(entry.kind)) return undefined;
  const isPaused = entry.pausedAt !== null;
  // A stopped clock runs again before the work goes on, so that nobody forgets it.
  if (step === 'resume' ? !isPaused : isPaused && !['take', 'instruct'].includes(step)) return undefined;
  return rule.moves[entry.status];
}

/** What one may do next with an entry, in the order of the workflow. */
export function stepsFor(entry: Stood, may: (permission: Permission) => boolean): readonly RegisterStep[] {
  const steps = Object.keys(WORKFLOW) as RegisterStep[];
  return steps.filter((step) => {
    const move = moveOf(step, entry);
    return move !== undefined && may(move.permission);
  });
}
