import { z } from 'zod';
import { mayDo, type Permission } from '../../../access/roles.ts';
import type { StaffResult } from '../../../bot/handover/actions.ts';
import { HuifangError } from '../../../domain/errors.ts';
import { GRADES, OUTCOMES } from '../../../domain/vocabulary.ts';
import type { ConversationView } from '../../wire/conversation.ts';
import { type Call, type Endpoint, endpoint } from '../endpoint.ts';
import { idParams } from './conversation.ts';
import type { ConversationDeps } from './deps.ts';
import { requireDone } from './refusals.ts';
import { requireVisible, sightOf, visibleConversation } from './sight.ts';
import { conversationView } from './view.ts';

const LONGEST_NOTE = 2_000;
const LONGEST_LABEL = 20;
const MOST_LABELS = 10;
const LONGEST_REASON = 500;

const note = z.string().trim().min(1).max(LONGEST_NOTE);
const accountId = z.string().min(1).max(64);
const nothing = z.strictObject({});

/** What an action is called, what it takes, and how it is done. */
export interface Action<B extends z.ZodType> {
  readonly name: string;
  readonly summary: string;
  readonly body: B;
  /** By default handling conversations. */
  readonly permission?: Permission;
  /** Stands in the audit, where a reason is asked for. */
  why?(body: z.output<B>): string | undefined;
  run(call: Call<{ id: string }, unknown, z.output<B>>): Promise<StaffResult>;
}

/** `POST /api/conversations/:id/NAME`: does it, or says in one code who or what stands in the way; answers with the conversation as it is then. */
export function actionEndpoint<B extends z.ZodType>(deps: ConversationDeps, action: Action<B>): Endpoint {
  const { name, summary, body, permission = 'conversation.handle' } = action;
  return endpoint({
    method: 'POST',
    path: `/api/conversations/:id/${name}`,
    permission,
    summary,
    params: idParams,
    body,
    audit: ({ params, body: given }) => {
      const why = action.why?.(given);
      return { what: `conversation.${name}`, subject: params.id, ...(why === undefined ? {} : { why }) };
    },
    async handle(call): Promise<ConversationView> {
      await requireVisible(deps, call.who, call.params.id);
      const result = await action.run({ ...call, query: undefined });
      requireDone(result, await deps.colleagues());
      return conversationView(deps, await visibleConversation(deps, call.who, call.params.id), call);
    },
  });
}

/** What staff do with a conversation, but for what they say in it (replies.ts). */
export function actionEndpoints(deps: ConversationDeps): readonly Endpoint[] {
  return [...ownership(deps), ...endings(deps), ...facts(deps)];
}

function ownership(deps: ConversationDeps): readonly Endpoint[] {
  const { staff } = deps;
  return [
    actionEndpoint(deps, {
      name: 'claim',
      summary: 'Takes a conversation that nobody has; of two who ask at once one gets it.',
      body: nothing,
      run: ({ who, params }) => staff.claim(params.id, who.accountId),
    }),
    actionEndpoint(deps, {
      name: 'release',
      summary: 'Puts a conversation back among those that wait for a person.',
      body: nothing,
      run: ({ who, params }) => staff.release(params.id, who.accountId),
    }),
    actionEndpoint(deps, {
      name: 'assign',
      summary: 'Gives a conversation to somebody, whoever has it now.',
      permission: 'conversation.assign',
      body: z.strictObject({ accountId, note: note.optional() }),
      run: (call) => give(deps, call, true),
    }),
    actionEndpoint(deps, {
      name: 'transfer',
      summary: 'Gives a conversation that one has to a colleague, with a note.',
      body: z.strictObject({ accountId, note }),
      run: (call) => give(deps, call, false),
    }),
  ];
}

type Giving = Call<{ id: string }, unknown, { accountId: string; note?: string | undefined }>;

/** The note is written once the conversation has changed hands, and names whom it is for. */
async function give(deps: ConversationDeps, { who, params, body, now }: Giving, force: boolean): Promise<StaffResult> {
  await requireHandler(deps, body.accountId, params.id);
  const result = await deps.staff.give(params.id, { account: who.accountId, to: body.accountId, force });
  if (result.type === 'done' && body.note !== undefined)
    await noteOf(deps, { conversationId: params.id, author: who.accountId, text: body.note, at: now }, [
      body.accountId,
    ]);
  if (result.type === 'done' && body.accountId !== who.accountId && body.note === undefined)
    deps.announce({
      news: { type: 'mention', conversationId: params.id },
      permission: 'conversation.view',
      about: { conversation: params.id },
      account: body.accountId,
    });
  return result;
}

/** Who handles conversations, and may see this one: whom a complaint in it names would have it, and nobody could answer. */
async function requireHandler({ store }: ConversationDeps, account: string, conversationId: string): Promise<void> {
  const person = await store.accounts.find(account);
  const handles = person?.active === true && mayDo(person.role, 'conversation.handle');
  if (handles && (await store.desk.maySee(conversationId, sightOf(person)))) return;
  throw new HuifangError('BAD_REQUEST', [
    'accountId: an account that handles conversations and that this one is not about',
  ]);
}

async function noteOf(
  { store, ids, announce }: ConversationDeps,
  given: { conversationId: string; author: string; text: string; at: number },
  mentions: readonly string[],
): Promise<void> {
  await store.desk.addNote({ ...given, id: ids.next(), mentions });
  const to = { permission: 'conversation.view', about: { conversation: given.conversationId } } as const;
  announce({ news: { type: 'conversation', conversationId: given.conversationId, what: 'note' }, ...to });
  for (const account of mentions)
    announce({ news: { type: 'mention', conversationId: given.conversationId }, ...to, account });
}

/** Notes that go with an action stand beside the conversation, if it was done. */
export async function withNote(
  deps: ConversationDeps,
  { who, params, body, now }: Call<{ id: string }, unknown, { note?: string | undefined }>,
  result: StaffResult,
): Promise<StaffResult> {
  if (result.type === 'done' && body.note !== undefined)
    await noteOf(deps, { conversationId: params.id, author: who.accountId, text: body.note, at: now }, []);
  return result;
}

function endings(deps: ConversationDeps): readonly Endpoint[] {
  const { staff } = deps;
  return [
    actionEndpoint(deps, {
      name: 'hand-back',
      summary: 'The bot goes on with the question that stands open.',
      body: z.strictObject({ note: note.optional() }),
      run: async (call) => withNote(deps, call, await staff.handBack(call.params.id, call.who.accountId)),
    }),
    actionEndpoint(deps, {
      name: 'close',
      summary: 'Ends a conversation with an outcome.',
      body: z.strictObject({ outcome: z.enum(OUTCOMES), note: note.optional() }),
      run: async (call) =>
        withNote(deps, call, await staff.close(call.params.id, call.who.accountId, call.body.outcome)),
    }),
    actionEndpoint(deps, {
      name: 'take-back',
      summary:
        'Undoes a mistaken closing as deceased, wrong number or opted out; whoever does it has the conversation.',
      permission: 'conversation.assign',
      body: z.strictObject({ why: z.string().trim().min(2).max(LONGEST_REASON) }),
      why: ({ why }) => why,
      run: ({ who, params }) => staff.takeBack(params.id, who.accountId),
    }),
    actionEndpoint(deps, {
      name: 'snooze',
      summary: 'Out of the queues until then, or until the contact writes; null brings it back.',
      body: z.strictObject({ until: z.int().nullable() }),
      run: ({ who, params, body, now }) => {
        if (body.until !== null && body.until <= now) throw new HuifangError('BAD_REQUEST', ['until: in the future']);
        return staff.snooze(params.id, who.accountId, body.until);
      },
    }),
  ];
}

function facts(deps: ConversationDeps): readonly Endpoint[] {
  const { staff, rules } = deps;
  const label = z
    .string()
    .trim()
    .min(1)
    .max(LONGEST_LABEL)
    .regex(/^[^\n\r]*$/u, 'one line');
  return [
    actionEndpoint(deps, {
      name: 'label',
      summary: 'Sets the labels of a conversation.',
      body: z.strictObject({ labels: z.array(label).max(MOST_LABELS) }),
      run: ({ params, body }) => staff.label(params.id, [...new Set(body.labels)]),
    }),
    actionEndpoint(deps, {
      name: 'correct-answer',
      summary: 'Puts an answer right, with the reason for it.',
      body: z.strictObject({
        question: z.string().min(1).max(64),
        grade: z.enum(GRADES).nullable(),
        reason: z.string().trim().min(1).max(LONGEST_REASON).optional(),
        why: z.string().trim().min(2).max(LONGEST_REASON),
      }),
      why: ({ why }) => why,
      run: ({ who, params, body }) => {
        if (!rules().questions.some(({ id }) => id === body.question))
          throw new HuifangError('BAD_REQUEST', ['question: one of the follow-up']);
        const { grade, reason } = body;
        const answer = grade === null ? null : { grade, ...(reason === undefined ? {} : { reason }) };
        const { question, why } = body;
        return staff.correctAnswer(params.id, { account: who.accountId, question, answer, why });
      },
    }),
  ];
}
