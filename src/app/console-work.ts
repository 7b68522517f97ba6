import type { AccessDeps } from '../access/access.types.ts';
import { requireOwnPassword } from '../access/accounts.ts';
import { mayDo } from '../access/roles.ts';
import type { StaffActions } from '../bot/handover/actions.ts';
import { promiseRules } from '../config/promise-rules.ts';
import type { Announce, Announcement } from '../console/api/announce.ts';
import type { ShiftDeps } from '../console/api/shifts/endpoints.ts';
import type { WorkDeps } from '../console/api/work/endpoints.ts';
import type { WorkNotice } from '../console/wire/live.ts';
import { type Clock, MINUTE, SECOND } from '../domain/clock.ts';
import { type RecusalDeps, recusalRound } from '../registers/recusal.ts';
import { EmergencyWatch } from '../shifts/emergency-watch.ts';
import type { ShiftSettings } from '../shifts/schedule.ts';
import { type WatchDeps, watchRound } from '../shifts/watch.ts';
import type { Store, WorkRow } from '../store/store.ts';
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

/** Tells open pages that a task is another now, and those whom it is for what has become of it. */
class WorkNews {
  readonly #announce: Announce;

  constructor(announce: Announce) {
    this.#announce = announce;
  }

  readonly changed = (workId: string): void => {
    this.#announce({ news: { type: 'work', workId }, permission: 'work.view', about: { work: workId } });
  };

  readonly given = (workId: string, account: string): void => {
    this.#tell(workId, 'given', { permission: 'work.view', account });
  };

  readonly escalated = (workId: string): void => {
    this.changed(workId);
    this.#tell(workId, 'escalated', { permission: 'shift.review' });
  };

  /** Whoever is on it, of a broken promise the supervisors too; where nobody is, all who may take it. An emergency has an alarm of its own. */
  readonly timed = (row: WorkRow, notice: 'reminder' | 'broken'): void => {
    const { id, kind, priority } = row.task;
    this.changed(id);
    if (kind === 'handoff' && priority === 'urgent') return;
    const account = onIt(row);
    this.#tell(id, notice, account === null ? { permission: 'work.handle' } : { permission: 'work.view', account });
    if (account !== null && notice === 'broken') this.#tell(id, notice, { permission: 'shift.review' });
  };

  #tell(workId: string, notice: WorkNotice, to: Pick<Announcement, 'permission' | 'account'>): void {
    this.#announce({ news: { type: 'work', workId, notice }, about: { work: workId }, ...to });
  }
}

/** Of a handoff whoever has its conversation. */
function onIt({ task, record }: WorkRow): string | null {
  return task.kind === 'handoff' ? (record?.desk?.owner ?? null) : task.assignee;
}

function announceShift(announce: Announce): (shiftId: string) => void {
  return (shiftId) => {
    announce({ news: { type: 'shift', shiftId }, permission: 'shift.take', about: null });
  };
}

/** Work items as the console's endpoints need them. */
export function workOf({ store, clock, hospital, staff, live }: WorkParts): WorkDeps {
  const news = new WorkNews(live.announce);
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
    changed: news.changed,
    given: news.given,
  };
}

/** What `watchRound` looks at and tells. */
function watchOf({ store, clock, hospital, live }: Omit<WorkParts, 'staff'>): WatchDeps {
  const news = new WorkNews(live.announce);
  const shiftChanged = announceShift(live.announce);
  return {
    store,
    ids: createIds(clock),
    waitMinutes: () => hospital().config.console.shifts.waitMinutes,
    notice: news.timed,
    escalated: (shiftId, taskId) => {
      shiftChanged(shiftId);
      news.escalated(taskId);
    },
  };
}

/** Rings again for emergencies that nobody opens or answers, on the pages of everybody who may take them. */
function emergencyWatchOf({ store, hospital, live }: Pick<WorkParts, 'store' | 'hospital' | 'live'>): EmergencyWatch {
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

/** What `recusalRound` needs. */
function recusalOf({ store, clock, hospital, staff, live }: WorkParts): RecusalDeps {
  return {
    store,
    ids: createIds(clock),
    language: () => hospital().config.hospital.language,
    release: (conversationId, account) => staff.release(conversationId, account),
    noted: (conversationId) => {
      live.announce({
        news: { type: 'conversation', conversationId, what: 'note' },
        permission: 'conversation.view',
        about: { conversation: conversationId },
      });
    },
    workChanged: new WorkNews(live.announce).changed,
  };
}

/** Everything that looks at the clock for the staff: each answers when to look again (epoch ms). */
export function watchesOf(
  parts: Omit<WorkParts, 'staff'>,
): (staff: StaffActions) => readonly (() => Promise<number | undefined>)[] {
  const watched = watchOf(parts);
  const emergencies = emergencyWatchOf(parts);
  const now = () => parts.clock.now();
  return (staff) => {
    const recused = recusalOf({ ...parts, staff });
    return [() => emergencies.round(now()), () => watchRound(watched, now()), () => recusalRound(recused, now())];
  };
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
    escalated: new WorkNews(live.announce).escalated,
  };
}

function shiftSettings({ config }: Hospital): ShiftSettings {
  return { zone: config.hospital.zone, ...config.console.shifts };
}
