import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { AccessDeps } from '../access/access.types.ts';
import { demoAccounts, type FirstAccount, firstAccounts } from '../access/first-start.ts';
import type { StaffActions } from '../bot/handover/actions.ts';
import type { EnvironmentSettings } from '../config/env.ts';
import { phraseBook } from '../config/phrase-book.ts';
import { slaRules } from '../config/promise-rules.ts';
import { accessEndpoints } from '../console/api/access/index.ts';
import type { ConversationDeps } from '../console/api/conversations/deps.ts';
import { conversationEndpoints } from '../console/api/conversations/index.ts';
import type { Endpoint } from '../console/api/endpoint.ts';
import { liveSight } from '../console/api/live-sight.ts';
import { registerEndpoints } from '../console/api/registers/index.ts';
import type { ReportDeps } from '../console/api/reports/deps.ts';
import { reportEndpoints } from '../console/api/reports/index.ts';
import { type SettingsDeps, settingsEndpoints } from '../console/api/settings/index.ts';
import { shiftEndpoints } from '../console/api/shifts/endpoints.ts';
import { workEndpoints } from '../console/api/work/endpoints.ts';
import type { LiveHub } from '../console/server/live.ts';
import { liveStream } from '../console/server/live-stream.ts';
import { consoleServer } from '../console/server/mount.ts';
import { type Clock, SECOND } from '../domain/clock.ts';
import type { Store } from '../store/store.ts';
import { systemClock } from './clocks.ts';
import { shiftsOf, workOf } from './console-work.ts';
import { deskRules } from './desk-rules.ts';
import type { Hospital } from './hospital.ts';
import { createIds } from './ids.ts';
import { packageFolder } from './model-file.ts';
import { type RegisterParts, registerApi } from './registers.ts';

/** Written by the build, from src/console/ui. */
const PAGES = join('dist', 'console', 'ui');

/** What the console is made of; each area takes of it what it needs. */
export interface ConsoleParts {
  readonly env: EnvironmentSettings;
  readonly store: Store;
  /** The service's: the demo moves it. */
  readonly clock: Clock;
  readonly hospital: () => Hospital;
  readonly settings: SettingsDeps;
  readonly staff: StaffActions;
  /** What has changed, to the open pages. */
  readonly live: LiveHub;
}

/** Everything the pages can ask for. Each area in one line. */
function consoleEndpoints(parts: ConsoleParts): readonly Endpoint[] {
  return [
    ...accessEndpoints(accessOf(parts), {
      store: parts.store,
      zone: () => parts.hospital().config.hospital.zone,
    }),
    ...conversationEndpoints(conversationsOf(parts)),
    ...reportEndpoints(reportsOf(parts)),
    ...registerEndpoints(registerApi(registersOf(parts))),
    ...settingsEndpoints(parts.settings),
    ...workEndpoints(workOf(parts)),
    ...shiftEndpoints(shiftsOf(parts, accessOf(parts))),
  ];
}

/** The console as routes of the service: its API under /api, its pages under /console. */
export function consoleRoutes(parts: ConsoleParts): (app: FastifyInstance) => void {
  const { env, hospital } = parts;
  return consoleServer({
    access: accessOf(parts),
    endpoints: consoleEndpoints(parts),
    streams: [liveStream(parts.live, liveSight(parts.store))],
    about: () => {
      const { config } = hospital();
      return { hospital: phraseBook(config).hospital.hospital, demo: env.demo, zone: config.hospital.zone };
    },
    publicBaseUrl: env.publicBaseUrl,
    uploadFolder: join(env.dataDir, 'uploads'),
    pageFolder: join(packageFolder(), PAGES),
  });
}

/** Accounts of a data file that has none: the administrator, in the demo one more for each role. To be told once, on the terminal. */
export async function makeFirstAccounts(
  parts: Pick<ConsoleParts, 'store' | 'clock' | 'env'>,
): Promise<readonly FirstAccount[]> {
  const access = accessOf(parts);
  const admin = await firstAccounts(access);
  if (admin.length === 0 || !parts.env.demo) return admin;
  const doctors = (await parts.store.directory.staff()).filter(({ role }) => role === 'doctor');
  return [
    ...admin,
    ...(await demoAccounts(
      access,
      doctors.find(({ department }) => department !== ''),
    )),
  ];
}

/** What the registers take of it. */
export function registersOf(parts: Omit<ConsoleParts, 'settings'>): RegisterParts {
  const { store, clock, hospital, staff, live, env } = parts;
  return { store, clock, hospital, staff, announce: live.announce, dataDir: env.dataDir };
}

function conversationsOf({ store, clock, hospital, staff, live }: ConsoleParts): ConversationDeps {
  return {
    store,
    staff,
    ids: createIds(clock),
    announce: live.announce,
    colleagues: async () =>
      (await store.accounts.list()).map(({ id, name, role, department, active }) => ({
        id,
        name,
        role,
        department,
        active,
      })),
    rules: () => deskRules(hospital()),
  };
}

/** What accounts and sessions of this service are kept with. */
export function accessOf({ store, clock }: Pick<ConsoleParts, 'store' | 'clock'>): AccessDeps {
  return { store, clock, ids: createIds(clock), realNow: () => systemClock.now() };
}

function reportsOf({ store, hospital }: ConsoleParts): ReportDeps {
  return {
    store,
    settings: () => {
      const { config } = hospital();
      const questions = config.followup.questions.filter(({ type }) => type === 'rating');
      return {
        zone: config.hospital.zone,
        hospital: phraseBook(config).hospital.hospital,
        questions: questions.map(({ id, topic }) => ({ id, topic })),
        minimum: config.console.reports.minimum,
        limits: { sla: slaRules(config), alertMs: config.console.sla.urgentAlertSeconds * SECOND },
      };
    },
    roster: () => hospital().kit.roster.staff,
  };
}
