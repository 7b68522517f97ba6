import { z } from 'zod';
import { forbiddenIn } from '../../../bot/phrases/forbidden.ts';
import { countSegments } from '../../../channels/segments.ts';
import type { ChannelId } from '../../../domain/vocabulary.ts';
import type { WordingCheck } from '../../wire/conversation.ts';
import { type Endpoint, endpoint } from '../endpoint.ts';
import type { ConversationDeps, DeskRules } from './deps.ts';
import { promisesToCall } from './promising.ts';
import { LONGEST_REPLY } from './replies.ts';
import { requireVisible } from './sight.ts';
import { staffFlagsIn } from './wording.lists.ts';

/** Channels that are paid by the segment; the demo's phones count like real ones. */
const BY_SEGMENT: readonly ChannelId[] = ['sms', 'simulator'];
/** Prices are given to a hundredth of the smallest coin at most. */
const DIGITS = 4;

/** `POST /api/check-wording {text, conversationId}` → WordingCheck, while somebody writes. */
export function wordingEndpoint({ store, rules }: ConversationDeps): Endpoint {
  return endpoint({
    method: 'POST',
    path: '/api/check-wording',
    permission: 'conversation.handle',
    summary:
      'Wordings that are not used (handbook section 5), segments and cost of a reply, and until when it promises a call.',
    body: z.strictObject({ text: z.string().max(LONGEST_REPLY), conversationId: z.string().max(64) }),
    async handle({ who, body: { text, conversationId }, now }): Promise<WordingCheck> {
      await requireVisible({ store }, who, conversationId);
      const channel = (await store.turns.load(conversationId))?.record.channel;
      const checked = checkWording(text, channel !== undefined && BY_SEGMENT.includes(channel), rules());
      return { ...checked, promisedFor: promisesToCall(text) ? rules().promisedFor(text, now) : null };
    },
  });
}

/** What is to be said of a reply before it leaves. */
export function checkWording(
  text: string,
  paid: boolean,
  { smsPrice }: Pick<DeskRules, 'smsPrice'>,
): Omit<WordingCheck, 'promisedFor'> {
  const flags = [...forbiddenIn(text), ...staffFlagsIn(text)]
    .toSorted((a, b) => a.start - b.start)
    .map(({ wording, reason, start }) => ({ phrase: wording, why: reason, start }));
  const { segments } = countSegments(text.trim());
  if (!paid) return { flags, segments: 0, cost: null };
  const cost = smsPrice === null ? null : { amount: priceOf(segments, smsPrice.amount), currency: smsPrice.currency };
  return { flags, segments, cost };
}

function priceOf(segments: number, each: number): number {
  return Number((segments * each).toFixed(DIGITS));
}
