import { z } from 'zod';
import { mayDo } from '../../../access/roles.ts';
import { HuifangError } from '../../../domain/errors.ts';
import type { StaffNote } from '../../../store/store.ts';
import type { MentionView, NoteView } from '../../wire/conversation.ts';
import { type Endpoint, endpoint } from '../endpoint.ts';
import { idParams } from './conversation.ts';
import type { ConversationDeps } from './deps.ts';
import { maskedPatient } from './masking.ts';
import { requireVisible, sightOf } from './sight.ts';
import { noteView } from './view.ts';

const LONGEST = 2_000;
const MOST_MENTIONS = 20;

/** Private notes, and what somebody was named in. */
export function noteEndpoints(deps: ConversationDeps): readonly Endpoint[] {
  return [noteEndpoint(deps), mentionsEndpoint(deps), seenEndpoint(deps)];
}

function noteEndpoint(deps: ConversationDeps): Endpoint {
  const { store, ids, announce, colleagues } = deps;
  return endpoint({
    method: 'POST',
    path: '/api/conversations/:id/note',
    permission: 'conversation.handle',
    summary: 'Adds a private note; whoever is named in it is told.',
    params: idParams,
    body: z.strictObject({
      text: z.string().trim().min(1).max(LONGEST),
      mentions: z.array(z.string().max(64)).max(MOST_MENTIONS).default([]),
    }),
    audit: ({ params }) => ({ what: 'conversation.note', subject: params.id }),
    async handle({ who, params, body, now }): Promise<NoteView> {
      await requireVisible(deps, who, params.id);
      const people = await colleagues();
      const mentions = [...new Set(body.mentions)];
      for (const id of mentions) {
        const person = people.find((one) => one.id === id);
        if (person?.active !== true || !mayDo(person.role, 'conversation.view'))
          throw new HuifangError('BAD_REQUEST', ['mentions: an account that sees conversations']);
      }
      const note = {
        id: ids.next(),
        conversationId: params.id,
        author: who.accountId,
        at: now,
        text: body.text,
        mentions,
      };
      await store.desk.addNote(note);
      announceNote(announce, note);
      return noteView(note, people);
    },
  });
}

function announceNote(announce: ConversationDeps['announce'], { conversationId, mentions }: StaffNote): void {
  const to = { permission: 'conversation.view', about: { conversation: conversationId } } as const;
  announce({ news: { type: 'conversation', conversationId, what: 'note' }, ...to });
  for (const account of mentions) announce({ news: { type: 'mention', conversationId }, ...to, account });
}

function mentionsEndpoint(deps: ConversationDeps): Endpoint {
  const { store, colleagues } = deps;
  return endpoint({
    method: 'GET',
    path: '/api/mentions',
    permission: 'conversation.view',
    summary: 'Notes that name the caller and that they have not seen, the newest first.',
    async handle({ who }): Promise<readonly MentionView[]> {
      const [notes, people] = await Promise.all([store.desk.mentions(who.accountId), colleagues()]);
      const views = await Promise.all(
        notes.map(async (note) => {
          if (!(await store.desk.maySee(note.conversationId, sightOf(who)))) return [];
          const loaded = await store.turns.load(note.conversationId);
          const name = loaded === undefined ? null : maskedPatient(loaded.record);
          return [{ ...noteView(note, people), conversationId: note.conversationId, patientName: name }];
        }),
      );
      return views.flat();
    },
  });
}

function seenEndpoint({ store }: ConversationDeps): Endpoint {
  return endpoint({
    method: 'POST',
    path: '/api/mentions/seen',
    permission: 'conversation.view',
    summary: 'The caller has seen these notes.',
    body: z.strictObject({ noteIds: z.array(z.string().max(64)).min(1).max(200) }),
    handle: ({ who, body }) => store.desk.sawMentions(who.accountId, body.noteIds),
  });
}
