import { z } from 'zod';
import type { StaffDeed } from '../../../domain/emergency.ts';
import { answerDue } from '../../../domain/sla.ts';
import type { DeedView, EmergencyView } from '../../wire/inbox.ts';
import type { Colleague } from '../../wire/session.ts';
import { type Endpoint, endpoint } from '../endpoint.ts';
import { actionEndpoint, withNote } from './actions.ts';
import type { ConversationDeps } from './deps.ts';
import { ownerView } from './item.ts';
import { alarmSightOf } from './sight.ts';

const LONGEST_NOTE = 2_000;

/** What every page shows of emergencies, and how one ends that was answered elsewhere. */
export function emergencyEndpoints(deps: ConversationDeps): readonly Endpoint[] {
  return [emergenciesEndpoint(deps), reachedEndpoint(deps)];
}

/** `GET /api/emergencies` → EmergencyView[]. Nothing in it says whose they are. */
function emergenciesEndpoint({ store, colleagues, rules }: ConversationDeps): Endpoint {
  return endpoint({
    method: 'GET',
    path: '/api/emergencies',
    permission: 'inbox.view',
    summary: 'Urgent conversations that nobody has answered, with who opened and who claimed them.',
    async handle({ who }): Promise<readonly EmergencyView[]> {
      const [all, people] = await Promise.all([store.desk.emergencies(), colleagues()]);
      const seen = await Promise.all(all.map((one) => store.desk.maySee(one.conversationId, alarmSightOf(who))));
      return all
        .filter((_, index) => seen[index])
        .map(({ conversationId, since, opened, taken }) => ({
          conversationId,
          since,
          dueAt: answerDue(since, 'urgent', rules().sla),
          opened: deedView(opened, people),
          taken: deedView(taken, people),
        }));
    },
  });
}

function deedView(deed: StaffDeed | null, people: readonly Colleague[]): DeedView | null {
  return deed === null ? null : { by: ownerView(deed.account, people), at: deed.at };
}

/** The audit's row of it ends the alarm; the note says to colleagues what was done. */
function reachedEndpoint(deps: ConversationDeps): Endpoint {
  return actionEndpoint(deps, {
    name: 'reached',
    summary: 'Says that the contact of an emergency was spoken to by telephone or in person: it rings no more.',
    body: z.strictObject({ note: z.string().trim().min(2).max(LONGEST_NOTE) }),
    run: (call) => withNote(deps, call, { type: 'done' }),
  });
}
