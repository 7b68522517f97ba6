import { z } from 'zod';
import type { UnmaskedView } from '../../wire/conversation.ts';
import { type Endpoint, endpoint } from '../endpoint.ts';
import { idParams } from './conversation.ts';
import type { ConversationDeps } from './deps.ts';
import { visibleConversation } from './sight.ts';

const LONGEST_REASON = 200;

/** `POST /api/conversations/:id/unmask {reason}` → UnmaskedView. The reason stands in the audit. */
export function unmaskEndpoint({ store }: ConversationDeps): Endpoint {
  return endpoint({
    method: 'POST',
    path: '/api/conversations/:id/unmask',
    permission: 'patient.unmask',
    summary: 'Opens what is masked: full name, numbers, record number. The reason is kept.',
    params: idParams,
    body: z.strictObject({ reason: z.string().trim().min(2).max(LONGEST_REASON) }),
    audit: ({ params, body }) => ({ what: 'patient.unmask', subject: params.id, why: body.reason }),
    async handle({ who, params }): Promise<UnmaskedView> {
      const { record } = await visibleConversation({ store }, who, params.id);
      const { stay, relation, address } = record;
      const imported = stay === null ? undefined : await store.directory.stay(stay.stayId);
      const numbers = imported === undefined ? [] : [imported.address, imported.secondPhone];
      return {
        patientName: stay?.patientName ?? null,
        contactName: relation?.name ?? null,
        address,
        recordNumber: imported?.recordNo ?? null,
        otherPhones: [...new Set(numbers)].filter((phone) => phone !== null && phone !== address) as string[],
      };
    },
  });
}
