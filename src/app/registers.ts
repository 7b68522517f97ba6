import { join } from 'node:path';
import type { StaffActions } from '../bot/handover/actions.ts';
import { createLoop } from '../bot/timers/loop.ts';
import { phraseBook } from '../config/phrase-book.ts';
import type { Announce } from '../console/api/announce.ts';
import type { RegisterApi } from '../console/api/registers/index.ts';
import { type Clock, MINUTE } from '../domain/clock.ts';
import { attachmentFiles } from '../registers/attachment-files.ts';
import { checkDeadlines, type OverdueNotice } from '../registers/check-deadlines.ts';
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
  return ({ number }) => {
    announce({ news: { type: 'register', number }, permission: 'register.view', department: null });
  };
}

/** Supervisors hear of every overdue complaint, leaders of those that stay so. It names nobody; a head does not hear it here. */
function escalate({ announce }: Pick<RegisterParts, 'announce'>, { number, level }: OverdueNotice): void {
  const news = { type: 'register', number, overdue: level } as const;
  announce({ news, permission: 'shift.review', department: null });
  if (level === 2) announce({ news, permission: 'register.instruct', department: null });
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
    desk: new RegisterDesk({
      store,
      clock,
      rules: () => rulesOf(hospital()),
      tellResult: (conversationId, result) => staff.tellResult(conversationId, result),
      headsOf: async (department) =>
        (await store.accounts.list())
          .filter((account) => account.active && account.role === 'head' && account.department === department)
          .map(({ staffName }) => ({ staffName, department })),
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
      for (const notice of await checkDeadlines(store, clock.now(), rulesOf(hospital()))) {
        tell(notice);
        escalate(parts, notice);
      }
      return clock.now() + CHECK_MS;
    },
  });
  loop.start();
  return () => loop.stop();
}
