import { mayDo } from '../access/roles.ts';
import type { IdSource } from '../domain/ids.ts';
import type { Language } from '../domain/language.ts';
import type { Account, Store, WorkQuery } from '../store/store.ts';
import { namesOf } from './naming.ts';

/** More than anybody has at once; the next round sees to the rest. */
const AT_ONCE = 200;
const NOBODY = { department: null, reason: null, channel: null, label: null } as const;
/** What is snoozed counts too. */
const WHENEVER = Number.MAX_SAFE_INTEGER;
/** Who writes the note and the steps. */
const SYSTEM = 'system';

/** Says nothing of why: the note is for colleagues, and stands beside the complaint that they can read. */
const NOTE: Readonly<Record<Language, string>> = {
  'zh-CN': '这个会话已退回待认领队列，请其他同事认领。',
  'zh-TW': '這個對話已退回待認領佇列，請其他同事認領。',
  en: 'This conversation was put back into the queue; another colleague, please claim it.',
};

export interface RecusalDeps {
  readonly store: Pick<Store, 'accounts' | 'desk' | 'work' | 'audit'>;
  readonly ids: IdSource;
  readonly language: () => Language;
  readonly release: (conversationId: string, account: string) => Promise<{ readonly type: string }>;
  readonly noted: (conversationId: string) => void;
  readonly workChanged: (workId: string) => void;
}

/**
 * Nobody keeps what hangs on a complaint about them (standards.md section 6): it may have named them after they had it, or the account got
 * its name in the roster later. Conversations and tasks go back to where everybody finds them.
 */
export async function recusalRound(deps: RecusalDeps, now: number): Promise<undefined> {
  for (const account of await deps.store.accounts.list()) {
    const hiddenFrom = namesOf(account);
    if (hiddenFrom.length === 0 || !mayDo(account.role, 'work.handle')) continue;
    await releaseTalks(deps, account, hiddenFrom, now);
    await releaseTasks(deps, account, hiddenFrom, now);
  }
  return undefined;
}

async function releaseTalks(
  { store, ids, language, release, noted }: RecusalDeps,
  { id: account }: Account,
  hiddenFrom: readonly string[],
  now: number,
): Promise<void> {
  const list = {
    queue: 'mine',
    account,
    filters: NOBODY,
    now: WHENEVER,
    order: 'oldest',
    limit: AT_ONCE,
    after: null,
  } as const;
  const { rows } = await store.desk.inbox({ ...list, sight: { department: null, hiddenFrom: [] } });
  for (const { record } of rows) {
    if (await store.desk.maySee(record.id, { department: null, hiddenFrom })) continue;
    if ((await release(record.id, account)).type !== 'done') continue;
    const note = { id: ids.next(), conversationId: record.id, author: SYSTEM, at: now, mentions: [] };
    await store.desk.addNote({ ...note, text: NOTE[language()] });
    await store.audit.append({ who: SYSTEM, what: 'conversation.recuse', subject: record.id });
    noted(record.id);
  }
}

async function releaseTasks(
  { store, workChanged }: RecusalDeps,
  { id: assignee }: Account,
  hiddenFrom: readonly string[],
  now: number,
): Promise<void> {
  const all = await store.work.list({ ...THEIRS, assignee, hiddenFrom: [] });
  if (all.rows.length === 0) return;
  const seen = await store.work.list({ ...THEIRS, assignee, hiddenFrom });
  const kept = new Set(seen.rows.map(({ task }) => task.id));
  for (const { task } of all.rows) {
    if (kept.has(task.id)) continue;
    const event = { at: now, who: SYSTEM, what: 'released', details: {} } as const;
    await store.work.change(task.id, task.version, { state: 'open', assignee: null }, event);
    workChanged(task.id);
  }
}

const THEIRS: Omit<WorkQuery, 'assignee' | 'hiddenFrom'> = {
  kinds: null,
  states: ['open', 'in_progress'],
  source: null,
  department: null,
  due: null,
  touched: false,
  attention: null,
  order: 'due',
  limit: AT_ONCE,
  after: null,
};
