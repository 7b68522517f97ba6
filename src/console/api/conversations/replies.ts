import { z } from 'zod';
import { forbiddenIn } from '../../../bot/phrases/forbidden.ts';
import { HuifangError } from '../../../domain/errors.ts';
import type { Call, Endpoint } from '../endpoint.ts';
import { endpoint } from '../endpoint.ts';
import { actionEndpoint } from './actions.ts';
import { idParams } from './conversation.ts';
import type { ConversationDeps } from './deps.ts';
import { requireVisible } from './sight.ts';
import { staffFlagsIn } from './wording.lists.ts';

/** As much as a carrier takes at once, in UTF-16 units. */
export const LONGEST_REPLY = 1_500;
const LONGEST_REASON = 200;

const id = z.string().regex(/^[\w-]{8,64}$/, 'made by the page: 8 to 64 letters, digits, hyphens');
const text = z.string().trim().min(1).max(LONGEST_REPLY);
const override = z.string().trim().min(2).max(LONGEST_REASON).optional();
const reply = z.strictObject({ id, text, override });

/** What staff say to a contact: now, later, or not yet. */
export function replyEndpoints(deps: ConversationDeps): readonly Endpoint[] {
  const { staff } = deps;
  return [
    actionEndpoint(deps, {
      name: 'reply',
      summary: 'Says something to the contact; refused words are kept as a draft.',
      body: reply,
      why: ({ override: reason }) => reason,
      run: async ({ who, params, body }) => {
        requireWording(body);
        const result = await staff.reply(params.id, { account: who.accountId, text: body.text, id: body.id });
        // What was written down before it was sent is no draft any more.
        if (result.type === 'done') await deps.store.desk.dropDraft(body.id, who.accountId);
        return result;
      },
    }),
    actionEndpoint(deps, {
      name: 'schedule',
      summary: 'Sends a reply later, if its author still has the conversation then.',
      body: reply.extend({ sendAt: z.int() }),
      why: ({ override: reason }) => reason,
      run: (call) => schedule(deps, call),
    }),
    draftEndpoint(deps),
  ];
}

type Scheduling = Call<
  { id: string },
  unknown,
  { id: string; text: string; sendAt: number; override?: string | undefined }
>;

async function schedule({ store, announce }: ConversationDeps, { who, params, body, now }: Scheduling) {
  requireWording(body);
  if (body.sendAt <= now) throw new HuifangError('BAD_REQUEST', ['sendAt: in the future']);
  const loaded = await store.turns.load(params.id);
  if (loaded === undefined) return { type: 'missing' } as const;
  const { record, contact } = loaded;
  const owner = record.state === 'with_staff' ? (record.desk?.owner ?? null) : null;
  const draft = {
    id: body.id,
    conversationId: params.id,
    author: who.accountId,
    at: now,
    text: body.text,
  };
  if (owner !== who.accountId) {
    await store.desk.saveDraft({ ...draft, sendAt: null, refused: 'not_owner' });
    return { type: 'not_owner', owner } as const;
  }
  if (contact.optedOutAt !== null) {
    await store.desk.saveDraft({ ...draft, sendAt: null, refused: 'opted_out' });
    return { type: 'opted_out' } as const;
  }
  await store.desk.saveDraft({ ...draft, sendAt: body.sendAt, refused: null });
  announceDraft(announce, params.id);
  return { type: 'done' } as const;
}

function draftEndpoint({ store, announce }: ConversationDeps): Endpoint {
  return endpoint({
    method: 'POST',
    path: '/api/conversations/:id/draft',
    permission: 'conversation.handle',
    summary: 'Keeps what is being written; an empty text drops it.',
    params: idParams,
    body: z.strictObject({ id, text: z.string().max(LONGEST_REPLY) }),
    audit: ({ params }) => ({ what: 'conversation.draft', subject: params.id }),
    async handle({ who, params, body, now }): Promise<void> {
      await requireVisible({ store }, who, params.id);
      if (body.text.trim() === '') await store.desk.dropDraft(body.id, who.accountId);
      else {
        const draft = { id: body.id, conversationId: params.id, author: who.accountId, at: now, text: body.text };
        await store.desk.saveDraft({ ...draft, sendAt: null, refused: null });
      }
      announceDraft(announce, params.id);
    },
  });
}

function announceDraft(announce: ConversationDeps['announce'], conversationId: string): void {
  const news = { type: 'conversation', conversationId, what: 'draft' } as const;
  announce({ news, permission: 'conversation.view', about: { conversation: conversationId } });
}

/** Handbook section 5 for people as well: they can say it all the same, with a reason that stands in the audit. */
function requireWording({ text: words, override: reason }: { text: string; override?: string | undefined }): void {
  if (reason !== undefined) return;
  const flags = [...forbiddenIn(words), ...staffFlagsIn(words)];
  if (flags.length > 0) throw new HuifangError('WORDING_FLAGGED', [...new Set(flags.map(({ reason: why }) => why))]);
}
