import type { AccessDeps } from '../access/access.types.ts';
import { requireOwnPassword } from '../access/accounts.ts';
import { mayDo } from '../access/roles.ts';
import type { StaffActions } from '../bot/handover/actions.ts';
import { promiseRules } from '../config/promise-rules.ts';
import type { Announce } from '../console/api/announce.ts';
import type { ShiftDeps } from '../console/api/shifts/endpoints.ts';
import type { WorkDeps } from '../console/api/work/endpoints.ts';
import { type Clock, MINUTE, SECOND } from '../domain/clock.ts';
import { EmergencyWatch } from '../shifts/emergency-watch.ts';
import type { ShiftSettings } from '../shifts/schedule.ts';
import type { WatchDeps } from '../shifts/watch.ts';
import type { Store } from '../store/store.ts';
import type { Hospital } from './hospital.ts';
import { createIds } from './ids.ts';

/** What of the console work and shifts take. */
interface WorkParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly hospital: () => Hospital;
  readonly staff: StaffActions;
  readonly live: { readonly announce: Announce };
}

/** Tells open pages that a task or a shift is another now. */
function announceWork(announce: Announce): (workId: string) => void {
  return (workId) => {
    announce({ news: { type: 'work', workId }, permission: 'work.view', about: { work: workId } });
  };
}

function announceShift(announce: Announce): (shiftId: string) => void {
  return (shiftId) => {
    announce({ news: { type: 'shift', shiftId }, permission: 'shift.take', about: null });
  };
}

/** Work items as the console's endpoints need them. */
export function workOf({ store, clock, hospital, staff, live }: WorkParts): WorkDeps {
  return {
    work: store.work,
    desk: store.desk,
    registers: store.registers,
    ids: createIds(clock),
    rules: () => promiseRules(hospital().config),
    tell: (conversationId, message) => staff.tell(conversationId, message),
    inWords: (parts, { language, stay }) => hospital().kit.render(parts, { language, stay, now: clock.now() }).text,
    colleagues: async () =>
      (await store.accounts.list()).filter(({ active, role }) => active && mayDo(role, 'work.handle')),
    changed: announceWork(live.announce),
  };
}

/** What `watchRound` looks at and tells. */
export function watchOf({ store, clock, hospital, live }: Omit<WorkParts, 'staff'>): WatchDeps {
  return {
    store,
    ids: createIds(clock),
    waitMinutes: () => hospital().config.console.shifts.waitMinutes,
    workChanged: announceWork(live.announce),
    shiftChanged: announceShift(live.announce),
  };
}

/** Rings again for emergencies that nobody opens or answers, on the pages of everybody who may take them. */
export function emergencyWatchOf({
  store,
  hospital,
  live,
}: Pick<WorkParts, 'store' | 'hospital' | 'live'>): EmergencyWatch {
  return new EmergencyWatch({
    store,
    limits: () => {
      const { urgentAlertSeconds, urgentMinutes } = hospital().config.console.sla;
      return { openMs: urgentAlertSeconds * SECOND, answerMs: urgentMinutes * MINUTE };
    },
    ring: (conversationId, what) => {
      live.announce({
        news: { type: 'conversation', conversationId, what },
        permission: 'conversation.handle',
        about: { conversation: conversationId },
      });
    },
  });
}

/** Shifts as the console's endpoints need them. */
export function shiftsOf({ store, clock, hospital, staff, live }: WorkParts, access: AccessDeps): ShiftDeps {
  return {
    shifts: store.shifts,
    work: store.work,
    desk: store.desk,
    registers: store.registers,
    turns: store.turns,
    ids: createIds(clock),
    settings: () => shiftSettings(hospital()),
    hospitalName: (language) => hospital().config.hospital.name[language],
    confirm: (accountId, password) => requireOwnPassword(access, accountId, password),
    give: (conversationId, to) => staff.give(conversationId, to),
    claim: (conversationId, account) => staff.claim(conversationId, account),
    audit: store.audit,
    changed: announceShift(live.announce),
  };
}

function shiftSettings({ config }: Hospital): ShiftSettings {
  return { zone: config.hospital.zone, ...config.console.shifts };
}
