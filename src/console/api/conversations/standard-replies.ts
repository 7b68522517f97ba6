import { z } from 'zod';
import { nameShown } from '../../../bot/phrases/patient-name.ts';
import { fill } from '../../../bot/phrases/template.ts';
import type { ConversationRecord } from '../../../domain/conversation.ts';
import { LANGUAGES, type Language } from '../../../domain/language.ts';
import type { StandardReply } from '../../wire/conversation.ts';
import { type Endpoint, endpoint } from '../endpoint.ts';
import type { ConversationDeps, DeskRules, ReplyTemplate } from './deps.ts';
import { requireVisible } from './sight.ts';

const query = z.strictObject({
  conversationId: z.string().max(64).optional(),
  language: z.enum(LANGUAGES).optional(),
});

/**
 * `GET /api/standard-replies?conversationId=…` → StandardReply[]: for a conversation in its contact's language, with the placeholders
 * filled; else in all languages as they are worded.
 */
export function standardRepliesEndpoint({ store, rules }: ConversationDeps): Endpoint {
  return endpoint({
    method: 'GET',
    path: '/api/standard-replies',
    permission: 'conversation.view',
    summary: 'What officers often say, worded by the hospital.',
    query,
    async handle({ who, query: { conversationId, language } }): Promise<readonly StandardReply[]> {
      const { replies, placeholders } = rules();
      if (conversationId === undefined) {
        const languages = language === undefined ? LANGUAGES : [language];
        return replies.flatMap((reply) => languages.map((one) => inLanguage(reply, one)));
      }
      await requireVisible({ store }, who, conversationId);
      const record = (await store.turns.load(conversationId))?.record;
      if (record === undefined) return [];
      return replies.map((reply) => {
        const worded = inLanguage(reply, language ?? record.language);
        return { ...worded, text: filled(worded, record, placeholders) };
      });
    },
  });
}

function inLanguage({ id, group, shortcut, title, text }: ReplyTemplate, language: Language): StandardReply {
  return { id, group, shortcut, title: title[language], text: text[language], language };
}

/** A hole that has no value here stays, for the officer to fill. */
function filled(
  { text, language }: StandardReply,
  { stay }: Pick<ConversationRecord, 'stay'>,
  placeholders: DeskRules['placeholders'],
): string {
  return fill(text, (hole) => {
    if (hole === 'name' && stay !== null) return nameShown(stay.patientName, stay.gender, 'surname_title', language);
    return Object.hasOwn(placeholders, hole) ? (placeholders[hole]?.[language] ?? `{${hole}}`) : `{${hole}}`;
  });
}
