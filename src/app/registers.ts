import { join } from 'node:path';
import { mayDo, type Permission } from '../access/roles.ts';
import type { StaffActions } from '../bot/handover/actions.ts';
import { createLoop } from '../bot/timers/loop.ts';
import { phraseBook } from '../config/phrase-book.ts';
import type { Announce } from '../console/api/announce.ts';
import type { RegisterApi } from '../console/api/registers/index.ts';
import { type Clock, MINUTE } from '../domain/clock.ts';
import { attachmentFiles } from '../registers/attachment-files.ts';
import { checkDeadlines, type HeadAccount, type OverdueNotice } from '../registers/check-deadlines.ts';
import type { DeadlineRules } from '../registers/deadline.ts';
import { RegisterDesk } from '../registers/desk.ts';
import type { RegisterKey, Store } from '../store/store.ts';
import type { Hospital } from './hospital.ts';
import { createIds } from './ids.ts';
import type { Logger } from './logger.ts';

/** What the registers take of the service. */
export interface RegisterParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly hospital: () => Hospital;
  readonly staff: Pick<StaffActions, 'tellResult'>;
  readonly announce: Announce;
  readonly dataDir: string;
}

/** How often deadlines are looked at. They are days: a late minute does not matter. */
const CHECK_MS = 5 * MINUTE;

function rulesOf({ config }: Hospital): DeadlineRules {
  return { settings: config.registers, calendar: config.calendar, zone: config.hospital.zone };
}

/** Tells open pages that an entry changed; they ask for it themselves, within what they may see. */
function telling({ announce }: Pick<RegisterParts, 'announce'>): (key: RegisterKey) => void {
  return ({ kind, number }) => {
    announce({ news: { type: 'register', number }, permission: 'register.view', about: { entry: { kind, number } } });
  };
}

/** Whose page hears of each level. Supervisors hear of every overdue complaint, and of the first level the heads it is for. */
const HEARS = { 1: 'shift.review', 2: 'register.approve', 3: 'register.instruct' } as const satisfies Record<
  OverdueNotice['level'],
  Permission
>;

/** It names nobody. */
function escalate({ announce }: Pick<RegisterParts, 'announce'>, { kind, number, level, heads }: OverdueNotice): void {
  const news = { type: 'register', number, overdue: level } as const;
  const about = { entry: { kind, number } };
  announce({ news, permission: HEARS[level], about });
  for (const account of heads) announce({ news, permission: 'register.answer', about, account });
}

/** Active accounts of heads of departments. */
async function headAccounts({ store }: Pick<RegisterParts, 'store'>): Promise<readonly HeadAccount[]> {
  return (await store.accounts.list())
    .filter(({ active, role }) => active && role === 'head')
    .map(({ id, staffName, department }) => ({ accountId: id, staffName, department }));
}

/** Active accounts of the conduct office. */
async function approverAccounts({ store }: Pick<RegisterParts, 'store'>): Promise<readonly HeadAccount[]> {
  return (await store.accounts.list())
    .filter(({ active, role }) => active && mayDo(role, 'register.approve'))
    .map(({ id, staffName, department }) => ({ accountId: id, staffName, department }));
}

/** The registers as the console asks for them. */
export function registerApi(parts: RegisterParts): RegisterApi {
  const { store, clock, hospital, staff, dataDir } = parts;
  return {
    store,
    ids: createIds(clock),
    files: attachmentFiles(join(dataDir, 'attachments')),
    zone: () => hospital().config.hospital.zone,
    hospitalName: (language) => phraseBook(hospital().config).hospital.hospital[language],
    departments: () => departmentsOf(parts),
    headed: async () => [...new Set((await headAccounts(parts)).flatMap(({ department }) => department ?? []))],
    desk: new RegisterDesk({
      store,
      clock,
      rules: () => rulesOf(hospital()),
      tellResult: (conversationId, result) => staff.tellResult(conversationId, result),
      headsOf: async (department) => (await headAccounts(parts)).filter((head) => head.department === department),
      approvers: () => approverAccounts(parts),
      roster: () => hospital().kit.roster.staff,
      onChange: telling(parts),
    }),
  };
}

/** Offices of the routing, departments of the stays and of the heads, each once. */
async function departmentsOf({ store, hospital }: RegisterParts): Promise<readonly string[]> {
  const offices = hospital().config.registers.routing.map(({ department }) => department);
  const wards = (await store.directory.staff()).map(({ department }) => department);
  const headed = (await store.accounts.list()).map(({ department }) => department ?? '');
  return [...new Set([...offices, ...headed, ...wards])].filter((department) => department !== '');
}

/** Counts deadlines and tells of overdue complaints, from now until what comes back is called. */
export function watchRegisters(parts: RegisterParts, logger: Logger): () => Promise<void> {
  const { store, clock, hospital } = parts;
  const tell = telling(parts);
  const loop = createLoop({
    clock,
    maxSleepMs: CHECK_MS,
    onError: (error) => {
      logger.error({ err: error }, 'the deadlines of the registers could not be checked; it is repeated');
    },
    round: async () => {
      const heads = await headAccounts(parts);
      for (const notice of await checkDeadlines(store, clock.now(), rulesOf(hospital()), heads)) {
        tell(notice);
        escalate(parts, notice);
      }
      return clock.now() + CHECK_MS;
    },
  });
  loop.start();
  return () => loop.stop();
}
