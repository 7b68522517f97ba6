import { createIds } from '../../../../src/app/ids.ts';
import { createStaffActions } from '../../../../src/bot/handover/actions.ts';
import { workEndpoints } from '../../../../src/console/api/work/endpoints.ts';
import { HOUR } from '../../../../src/domain/clock.ts';
import type { ConversationRecord } from '../../../../src/domain/conversation.ts';
import type { TurnCommit } from '../../../../src/store/store.ts';
import { Rig } from '../../../bot/turn/rig.ts';
import { begin, T0 } from '../../../contracts/store/turns.ts';
import { caller, signedIn } from '../call.ts';

export const DESK = signedIn('desk');
export const OFFICER = signedIn('officer');
export const SUPERVISOR = signedIn('supervisor');
/** The roster has them under a name, which a complaint can say. */
export const NAMED = signedIn('officer', { accountId: 'u-named', name: '李小琴', staffName: '李小琴' });
const COLLEAGUES = [DESK, OFFICER, SUPERVISOR, NAMED].map(({ accountId, name, staffName, department }) => ({
  id: accountId,
  name,
  staffName,
  department,
}));

export const APPOINTMENT: TurnCommit['workItems'][number] = {
  id: 'c1.a0',
  kind: 'appointment',
  text: '预约：骨科 林绍强，2026-03-12上午，李芳，13800012301',
  details: {
    department: '骨科',
    doctor: '林绍强',
    date: '2026-03-12',
    half: 'morning',
    name: '李芳',
    phone: '13800012301',
  },
  promise: { due: T0 + 4 * HOUR, remindAt: T0 + 3 * HOUR },
};

/** The endpoints of work items on real turns and a real store. */
export async function workRig() {
  const rig = await Rig.start();
  const now = () => rig.now;
  const staff = createStaffActions(rig.turns, rig.store, now);
  const changed: string[] = [];
  const given: string[] = [];
  const endpoints = workEndpoints({
    work: rig.store.work,
    desk: rig.store.desk,
    registers: rig.store.registers,
    ids: createIds({ now }),
    rules: () => rig.kit.promises,
    tell: (id, message) => staff.tell(id, message),
    inWords: (parts, { language, stay }) => rig.kit.render(parts, { language, stay, now: rig.now }).text,
    colleagues: () => Promise.resolve(COLLEAGUES),
    changed: (id) => changed.push(id),
    given: (id, account) => given.push(`${id} ${account}`),
  });
  return {
    rig,
    changed,
    /** Who was told of what was given to them. */
    given,
    call: caller(endpoints, now),
    /** A conversation with an appointment asked for. */
    asked: (change: Partial<TurnCommit> = {}): Promise<ConversationRecord> =>
      begin(rig.store, 1, { in: ['想约骨科'] }, { workItems: [APPOINTMENT], ...change }),
    /** What staff have said in the conversation. */
    said: async (): Promise<readonly string[]> =>
      ((await rig.store.views.view('c1'))?.messages ?? [])
        .filter(({ author }) => author === 'staff')
        .map(({ text }) => text),
  };
}
