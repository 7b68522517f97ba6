import type { AccessDeps } from '../access/access.types.ts';
import { requireOwnPassword } from '../access/accounts.ts';
import { mayDo } from '../access/roles.ts';
import { promiseRules } from '../config/promise-rules.ts';
import type { Announce } from '../console/api/announce.ts';
import type { ShiftDeps } from '../console/api/shifts/endpoints.ts';
import type { WorkDeps } from '../console/api/work/endpoints.ts';
import type { ShiftSettings } from '../shifts/schedule.ts';
import type { ConsoleParts } from './console.ts';
import type { Hospital } from './hospital.ts';
import { createIds } from './ids.ts';

/** Tells open pages that a task or a shift is another now. */
export function announceWork(announce: Announce): (workId: string) => void {
  return (workId) => {
    announce({ news: { type: 'work', workId }, permission: 'work.view', department: null });
  };
}

export function announceShift(announce: Announce): (shiftId: string) => void {
  return (shiftId) => {
    announce({ news: { type: 'shift', shiftId }, permission: 'shift.take', department: null });
  };
}

/** Work items as the console's endpoints need them. */
export function workOf({ store, clock, hospital, staff, live }: ConsoleParts): WorkDeps {
  return {
    work: store.work,
    views: store.views,
    ids: createIds(clock),
    rules: () => promiseRules(hospital().config),
    tell: (conversationId, message) => staff.tell(conversationId, message),
    inWords: (parts, { language, stay }) => hospital().kit.render(parts, { language, stay, now: clock.now() }).text,
    colleagues: async () =>
      (await store.accounts.list()).filter(({ active, role }) => active && mayDo(role, 'work.handle')),
    changed: announceWork(live.announce),
  };
}

/** Shifts as the console's endpoints need them. */
export function shiftsOf({ store, clock, hospital, staff, live }: ConsoleParts, access: AccessDeps): ShiftDeps {
  return {
    shifts: store.shifts,
    work: store.work,
    views: store.views,
    desk: store.desk,
    registers: store.registers,
    turns: store.turns,
    ids: createIds(clock),
    settings: () => shiftSettings(hospital()),
    confirm: (accountId, password) => requireOwnPassword(access, accountId, password),
    give: (conversationId, to) => staff.give(conversationId, to),
    changed: announceShift(live.announce),
  };
}

export function shiftSettings({ config }: Hospital): ShiftSettings {
  return { zone: config.hospital.zone, ...config.console.shifts };
}
