import { z } from 'zod';
import { accountAuthor } from '../../../access/accounts.ts';
import { HuifangError } from '../../../domain/errors.ts';
import type { Packet, PointCheck, Shift } from '../../../domain/shift.ts';
import { isPending } from '../../../domain/work.ts';
import { checkAll, escalations } from '../../../shifts/acceptance.ts';
import { settledPoints } from '../../../shifts/settled.ts';
import type { AcceptedView, ReviewedView, ShiftDetail } from '../../wire/shifts.ts';
import { type Endpoint, endpoint, type SignedIn } from '../endpoint.ts';
import type { ShiftDeps } from './deps.ts';
import { shiftParams } from './lists.ts';
import { findShift, hiddenPoints, packetNow, shiftDetail } from './views.ts';

const MAX_NOTE = 500;
const MAX_GENERAL = 2000;
const MAX_POINTS = 1000;
const note = z.string().trim().max(MAX_NOTE);
const general = z.string().trim().max(MAX_GENERAL);
const password = z.string().min(1).max(200);
const version = z.int();
const key = z.string().max(160);

/** The two signatures that end a shift, and the supervisor's under what was handed over. */
export function shiftSigning(deps: ShiftDeps): readonly Endpoint[] {
  return [handOver(deps), accept(deps), review(deps)];
}

function handOver(deps: ShiftDeps): Endpoint {
  return endpoint({
    method: 'POST',
    path: '/api/shifts/:id/hand-over',
    permission: 'shift.take',
    summary: 'The outgoing officer signs what is handed over; it never changes afterwards.',
    params: shiftParams,
    body: z.strictObject({ version, notes: z.record(key, note), general, password }),
    audit: ({ params }) => ({ what: 'shift.hand-over', subject: params.id }),
    async handle({ who, params, body, now }): Promise<ShiftDetail> {
      const shift = await findShift(deps, params.id);
      if (shift.account !== who.accountId) throw new HuifangError('NOT_FOUND');
      if (shift.state !== 'running') throw new HuifangError('SHIFT_CHANGED');
      await deps.confirm(who.accountId, body.password);
      const packet = await packetNow(deps, shift, body, now);
      const by = { account: who.accountId, name: who.name, at: now };
      requireChanged(await deps.shifts.handOver(shift.id, body.version, { packet, by }));
      deps.changed(shift.id);
      return shiftDetail(deps, who, await findShift(deps, shift.id), now);
    },
  });
}

function requireChanged(result: 'changed' | 'conflict'): void {
  if (result === 'conflict') throw new HuifangError('SHIFT_CHANGED');
}

const acceptBody = z.strictObject({
  version,
  checks: z.array(z.strictObject({ key, ok: z.boolean(), remark: note })).max(MAX_POINTS),
  remark: general,
  transfer: z.boolean(),
  password,
});

function accept(deps: ShiftDeps): Endpoint {
  return endpoint({
    method: 'POST',
    path: '/api/shifts/:id/accept',
    permission: 'shift.take',
    summary:
      'The incoming officer marks each point and signs: now the shift is over. What is not accepted goes to the supervisors.',
    params: shiftParams,
    body: acceptBody,
    audit: ({ params }) => ({ what: 'shift.accept', subject: params.id }),
    async handle({ who, params, body, now }): Promise<AcceptedView> {
      const shift = await findShift(deps, params.id);
      if (shift.account === who.accountId) throw new HuifangError('SHIFT_SAME_PERSON');
      if (shift.state !== 'handing_over' || shift.packet === null) throw new HuifangError('SHIFT_CHANGED');
      const signed = { ...shift, packet: shift.packet };
      const checks = await checksOf(deps, who, signed.packet, body.checks);
      await deps.confirm(who.accountId, body.password);
      const acceptance = { account: who.accountId, name: who.name, at: now, checks, remark: body.remark };
      const tasks = escalations(signed, checks, { at: now, newId: () => deps.ids.next() });
      requireChanged(await deps.shifts.accept(shift.id, body.version, { acceptance, tasks }));
      for (const { id } of tasks) deps.escalated(id);
      const claimed = await claimUrgent(deps, signed.packet, checks, who.accountId);
      const transferred = claimed + (body.transfer ? await transfer(deps, signed, checks, { who, now }) : 0);
      deps.changed(shift.id);
      const after = await findShift(deps, shift.id);
      return { shift: await shiftDetail(deps, who, after, now), transferred, escalated: tasks.length };
    },
  });
}

/** Keys of what was accepted and is still open. */
function acceptedIn(checks: readonly PointCheck[]): ReadonlySet<string> {
  return new Set(checks.filter(({ ok, resolved }) => ok && !resolved).map((check) => check.key));
}

/** An urgent conversation that nobody had is now who signed for it: their name stands on it, asked for or not. How many that were. */
async function claimUrgent(
  deps: ShiftDeps,
  packet: Packet,
  checks: readonly PointCheck[],
  account: string,
): Promise<number> {
  const accepted = acceptedIn(checks);
  const urgent = packet.points.filter(({ section, key }) => section === 'urgent' && accepted.has(key));
  const claims = await Promise.all(
    urgent.map(async ({ subject }) => {
      const { type } = await deps.claim(subject.id, account);
      if (type !== 'done') return false;
      await deps.audit.append({ who: accountAuthor(account), what: 'conversation.claim', subject: subject.id });
      return true;
    }),
  );
  return claims.filter(Boolean).length;
}

async function checksOf(
  deps: ShiftDeps,
  who: SignedIn,
  packet: Packet,
  given: z.output<typeof acceptBody>['checks'],
): Promise<readonly PointCheck[]> {
  const [resolved, hidden] = await Promise.all([
    settledPoints(deps, packet.points),
    hiddenPoints(deps, who, packet.points),
  ]);
  return checkAll(packet, given, { resolved, hidden });
}

/** What was accepted and is still the outgoing officer's becomes the incoming one's; how many that were. */
async function transfer(
  deps: ShiftDeps,
  shift: Shift & { readonly packet: Packet },
  checks: readonly PointCheck[],
  { who, now }: { readonly who: SignedIn; readonly now: number },
): Promise<number> {
  const accepted = acceptedIn(checks);
  let count = 0;
  for (const point of shift.packet.points) {
    if (!accepted.has(point.key)) continue;
    const { type, id } = point.subject;
    if (type === 'conversation' && (point.section === 'mine' || point.section === 'snoozed')) {
      const given = await deps.give(id, { account: shift.account, to: who.accountId, force: false });
      if (given.type === 'done') count += 1;
    }
    if (type === 'task' && (await giveTask(deps, id, shift.account, { who, now }))) count += 1;
  }
  return count;
}

async function giveTask(
  { work }: ShiftDeps,
  id: string,
  from: string,
  { who, now }: { readonly who: SignedIn; readonly now: number },
): Promise<boolean> {
  const task = (await work.find(id))?.task;
  if (task?.assignee !== from || !isPending(task)) return false;
  const event = { at: now, who: who.accountId, what: 'assigned', details: { to: who.accountId } } as const;
  return (await work.change(id, task.version, { assignee: who.accountId }, event)) === 'changed';
}

function review(deps: ShiftDeps): Endpoint {
  return endpoint({
    method: 'POST',
    path: '/api/shifts/review',
    permission: 'shift.review',
    summary: "The supervisor's daily review: a remark and a signature under shifts that are over.",
    body: z.strictObject({ ids: z.array(z.string().max(80)).min(1).max(200), remark: general, password }),
    audit: ({ body }) => ({ what: 'shift.review', subject: body.ids.join(' ') }),
    async handle({ who, body, now }): Promise<ReviewedView> {
      const over = await overOf(deps, body.ids);
      const own = over.filter((shift) => signedBy(shift, who.accountId)).map(({ day, name }) => `${day} ${name}`);
      if (own.length > 0) throw new HuifangError('SHIFT_OWN_REVIEW', own);
      await deps.confirm(who.accountId, body.password);
      const signature = { account: who.accountId, name: who.name, at: now, remark: body.remark };
      const ids = over.map(({ id }) => id);
      const reviewed = await deps.shifts.review(ids, signature);
      for (const id of ids) deps.changed(id);
      return { reviewed };
    },
  });
}

/** Those that are over: who has signed them stands. What is not over yet is not reviewed. */
async function overOf({ shifts }: ShiftDeps, ids: readonly string[]): Promise<readonly Shift[]> {
  const found = await Promise.all([...new Set(ids)].map((id) => shifts.find(id)));
  return found.filter((shift) => shift !== undefined).filter(({ state }) => state === 'over');
}

/** Whether this account handed the shift over or took it over: nobody reviews themselves. */
function signedBy({ account, acceptance }: Shift, accountId: string): boolean {
  return account === accountId || acceptance?.account === accountId;
}
