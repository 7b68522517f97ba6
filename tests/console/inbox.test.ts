import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type {
  ConversationView,
  MentionView,
  StandardReply,
  UnmaskedView,
  WordingCheck,
} from '../../src/console/wire/conversation.ts';
import type { InboxPage, SavedView } from '../../src/console/wire/inbox.ts';
import { HOUR } from '../../src/domain/clock.ts';
import { type DemoService, startDemo } from '../demo/service.ts';
import { type Crew, crewOf, good, Patients, refused } from './desk.ts';

let demo: DemoService;
let crew: Crew;
let patients: Patients;

beforeAll(async () => {
  demo = await startDemo();
  await demo.post('campaign', { paused: true });
  crew = await crewOf(demo);
  patients = new Patients(demo);
}, 90_000);
afterAll(() => demo.stop());

/** Somebody who asks for a person. */
async function asking(text = '转人工'): Promise<{ address: string; id: string; path: string }> {
  const { address, conversationId: id } = await patients.next();
  await patients.write(address, text);
  return { address, id, path: `/api/conversations/${id}` };
}

const queue = async (name: string, who = crew.lin) =>
  good<InboxPage>(await who.get(`/api/inbox?queue=${name}&limit=200`));
const idsIn = async (name: string, who = crew.lin) => (await queue(name, who)).rows.map(({ id }) => id);
const view = async (path: string) => good<ConversationView>(await crew.lin.get(path));
const replyOf = (text: string, more: object = {}) => ({ id: crypto.randomUUID(), text, ...more });

describe('the inbox', () => {
  test('who asks for a person stands unassigned, masked, with the clock running', async () => {
    const { id } = await asking();
    const page = await queue('unassigned');
    const row = page.rows.find((one) => one.id === id);
    expect(row).toMatchObject({ reason: 'human_requested', priority: 'normal', owner: null, state: 'with_staff' });
    expect(row?.name).toContain('*');
    expect(row?.address).toMatch(/^\d{3}\*{4}\d{4}$/);
    expect(row?.sla?.totalMs).toBe(4 * HOUR);
    expect(page.counts.unassigned).toBeGreaterThan(0);
    expect(page.departments).toContain(row?.department);
  });

  test('an emergency comes first, whoever else waits', async () => {
    await asking();
    const { id } = await asking('我现在胸口疼得厉害，喘不上气');
    expect((await queue('all')).rows[0]).toMatchObject({ id, priority: 'urgent', reason: 'emergency' });
    expect(await idsIn('urgent')).toContain(id);
  });

  test('what may not be asked is refused, and an appointment desk sees no inbox', async () => {
    expect(refused(await crew.lin.get('/api/inbox?queue=nonsense'))[1]).toBe('BAD_REQUEST');
    expect(refused(await crew.lin.get('/api/inbox?after=x'))[1]).toBe('BAD_REQUEST');
  });

  test('saved views are kept for their account', async () => {
    const wanted = {
      name: '骨科',
      queue: 'all',
      order: 'newest',
      filters: { department: '骨科', reason: null, channel: null, label: null },
    } as const;
    const saved = good<SavedView>(await crew.lin.post('/api/views', wanted));
    expect(good<readonly SavedView[]>(await crew.lin.get('/api/views'))).toEqual([saved]);
    expect(good<readonly SavedView[]>(await crew.zhou.get('/api/views'))).toEqual([]);
    expect((await crew.lin.del(`/api/views/${saved.id}`)).status).toBe(204);
    expect(good<readonly SavedView[]>(await crew.lin.get('/api/views'))).toEqual([]);
  });
});

describe('taking over', () => {
  test('of two who press at the same moment one has it, and the other hears who', async () => {
    const { id, path } = await asking();
    const both = await Promise.all([crew.lin.post(`${path}/claim`, {}), crew.zhou.post(`${path}/claim`, {})]);
    const [winner, loser] = both[0].status === 200 ? both : [both[1], both[0]];
    const owner = good<ConversationView>(winner).owner;
    expect(refused(loser)).toEqual([409, 'ALREADY_TAKEN', [owner?.name]]);
    expect(await idsIn('unassigned')).not.toContain(id);
    const mine = await Promise.all([idsIn('mine', crew.lin), idsIn('mine', crew.zhou)]);
    expect(mine.filter((ids) => ids.includes(id))).toHaveLength(1);
  });

  test('a reply goes out under its author, once; the conversation waits for the contact then', async () => {
    const { id, path, address } = await asking();
    await crew.lin.post(`${path}/claim`, {});
    const reply = replyOf('您好，我是随访中心的林晓，请问有什么可以帮您？');
    const after = good<ConversationView>(await crew.lin.post(`${path}/reply`, reply));
    expect(after.messages.at(-1)).toMatchObject({ author: 'staff', authorName: '林晓', text: reply.text });
    expect(good<ConversationView>(await crew.lin.post(`${path}/reply`, reply)).messages).toHaveLength(
      after.messages.length,
    );
    expect(await idsIn('waiting')).toContain(id);
    await patients.write(address, '我想问一下病历复印');
    expect(await idsIn('waiting')).not.toContain(id);
    expect((await view(path)).messages.at(-1)?.author).toBe('contact');
  });

  test('words of somebody who no longer has it are not sent and stay as their draft', async () => {
    const { path } = await asking();
    await crew.lin.post(`${path}/claim`, {});
    good(await crew.supervisor.post(`${path}/assign`, { accountId: await accountOf('周敏') }));
    const reply = replyOf('请稍等，我去问一下科室');
    expect(refused(await crew.lin.post(`${path}/reply`, reply))).toEqual([409, 'NOT_OWNER', ['周敏']]);
    const now = await view(path);
    expect(now.drafts).toMatchObject([
      { id: reply.id, text: reply.text, refused: 'not_owner', author: { name: '林晓' } },
    ]);
    expect(now.messages.some(({ text }) => text === reply.text)).toBe(false);
    expect(now.actions).not.toContain('reply');
  });

  test('a transfer carries its note to the colleague, who is told', async () => {
    const { id, path } = await asking();
    await crew.lin.post(`${path}/claim`, {});
    good(
      await crew.lin.post(`${path}/transfer`, { accountId: await accountOf('周敏'), note: '家属下午来电，请接着办' }),
    );
    expect(await idsIn('mine', crew.zhou)).toContain(id);
    const told = good<readonly MentionView[]>(await crew.zhou.get('/api/mentions')).find(
      ({ conversationId }) => conversationId === id,
    );
    expect(told).toMatchObject({ text: '家属下午来电，请接着办', author: { name: '林晓' } });
    expect(told?.patientName).toContain('*');
    expect((await crew.zhou.post('/api/mentions/seen', { noteIds: [told?.id] })).status).toBe(204);
    expect(good<readonly MentionView[]>(await crew.zhou.get('/api/mentions')).map((one) => one.id)).not.toContain(
      told?.id,
    );
  });

  test('handing back names the question at which the bot goes on, and it goes on there', async () => {
    const { path } = await asking();
    const claimed = good<ConversationView>(await crew.lin.post(`${path}/claim`, {}));
    expect(claimed.handBackTo).toBe('opening');
    const after = good<ConversationView>(await crew.lin.post(`${path}/hand-back`, { note: '已答复' }));
    expect(after).toMatchObject({ state: 'waiting', owner: null, notes: [{ text: '已答复' }] });
    expect(after.messages.at(-1)).toMatchObject({ author: 'bot' });
  });

  test('closing ends it with its outcome, and the work item of the handoff with it', async () => {
    const { id, path } = await asking();
    await crew.lin.post(`${path}/claim`, {});
    const after = good<ConversationView>(await crew.lin.post(`${path}/close`, { outcome: 'declined' }));
    expect(after).toMatchObject({
      state: 'closed',
      outcome: 'declined',
      work: [{ kind: 'handoff', state: 'done' }],
    });
    expect(await idsIn('closed')).toContain(id);
  });

  test('snoozed until then, labelled, and an answer put right with its reason', async () => {
    const { id, path } = await asking();
    await crew.lin.post(`${path}/claim`, {});
    const now = good<ConversationView>(await crew.lin.get(path)).messages.at(-1)?.at ?? 0;
    expect(refused(await crew.lin.post(`${path}/snooze`, { until: now - HOUR }))[1]).toBe('BAD_REQUEST');
    good(await crew.lin.post(`${path}/snooze`, { until: now + HOUR }));
    expect(await idsIn('snoozed')).toContain(id);
    good(await crew.lin.post(`${path}/label`, { labels: ['费用', '费用', '待回电'] }));
    const answer = { question: 'doctor', grade: 'dissatisfied', reason: '没人管', why: '电话里更正' };
    const after = good<ConversationView>(await crew.lin.post(`${path}/correct-answer`, answer));
    expect(after.labels).toEqual(['费用', '待回电']);
    expect(after.answers).toMatchObject([{ question: 'doctor', grade: 'dissatisfied', reason: '没人管' }]);
    expect((await queue('all')).labels).toContain('待回电');
  });

  test('an answer is not corrected while the bot asks', async () => {
    const { conversationId } = await patients.next();
    const answer = { question: 'doctor', grade: 'satisfied', why: '试一下' };
    const answered = await crew.lin.post(`/api/conversations/${conversationId}/correct-answer`, answer);
    expect(refused(answered)).toEqual([409, 'BOT_IS_ASKING', []]);
  });

  test('a reply for later leaves at its time, if its author still has the conversation', async () => {
    const { path } = await asking();
    await crew.lin.post(`${path}/claim`, {});
    const now = (await view(path)).messages.at(-1)?.at ?? 0;
    const later = replyOf('下午三点我们给您回电', { sendAt: now + HOUR });
    const after = good<ConversationView>(await crew.lin.post(`${path}/schedule`, later));
    expect(after.drafts).toMatchObject([{ id: later.id, sendAt: now + HOUR, refused: null }]);
    await demo.post('clock', { advanceMs: HOUR + 60_000 });
    await expect
      .poll(async () => (await view(path)).messages.some(({ text }) => text === later.text), { timeout: 10_000 })
      .toBe(true);
    expect((await view(path)).drafts).toEqual([]);
  });
});

describe('what a conversation shows', () => {
  test('why the bot understood what it did, answers, and masked facts', async () => {
    const { address, conversationId } = await patients.next();
    await patients.write(address, '方便');
    await patients.write(address, '医生很好，护士态度差');
    await patients.write(address, '转人工');
    const shown = await view(`/api/conversations/${conversationId}`);
    const said = shown.messages.find(({ text }) => text === '医生很好，护士态度差');
    expect(said?.why).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: 'rating', question: 'nurse', grade: 'dissatisfied', certainty: 'acted' }),
      ]),
    );
    expect(shown.answers.map(({ question, grade }) => [question, grade])).toEqual([
      ['doctor', 'satisfied'],
      ['nurse', 'dissatisfied'],
    ]);
    expect(shown.stay?.patientName).toContain('*');
    expect(JSON.stringify(shown)).not.toContain(address);
    expect(shown.actions).toContain('claim');
  });

  test('masked facts open with a reason, which the audit keeps', async () => {
    const { address, path } = await asking();
    expect(refused(await crew.lin.post(`${path}/unmask`, { reason: '' }))[1]).toBe('BAD_REQUEST');
    const open = good<UnmaskedView>(await crew.lin.post(`${path}/unmask`, { reason: '给患者回电' }));
    expect(open.address).toBe(address);
    expect(open.patientName).not.toContain('*');
    expect(open.recordNumber).toMatch(/\w/);
  });

  test('what is not there cannot be told from what is not for one', async () => {
    for (const call of [
      crew.lin.get('/api/conversations/nobody'),
      crew.lin.post('/api/conversations/nobody/claim', {}),
      crew.lin.post('/api/conversations/nobody/note', { text: 'x' }),
      crew.lin.post('/api/conversations/nobody/unmask', { reason: '给患者回电' }),
    ])
      expect(refused(await call)).toEqual([404, 'NOT_FOUND', []]);
  });

  test('a note names colleagues, not strangers', async () => {
    const { path } = await asking();
    expect(refused(await crew.lin.post(`${path}/note`, { text: '@谁', mentions: ['nobody'] }))[1]).toBe('BAD_REQUEST');
    good(await crew.lin.post(`${path}/note`, { text: '@周敏 看一下', mentions: [await accountOf('周敏')] }));
    expect((await view(path)).notes).toMatchObject([{ text: '@周敏 看一下', mentions: [{ name: '周敏' }] }]);
  });
});

describe('what is said', () => {
  test('wordings that are not used are flagged with what to pay, and need a reason', async () => {
    const { path, id } = await asking();
    await crew.lin.post(`${path}/claim`, {});
    const text = '不客气，检查报告正常，您不用来了';
    const check = good<WordingCheck>(await crew.lin.post('/api/check-wording', { conversationId: id, text }));
    expect(check.flags.map(({ phrase }) => phrase)).toEqual(expect.arrayContaining(['不客气', '不用来']));
    expect(check).toMatchObject({ segments: 1, cost: { amount: 0.05, currency: '元' } });
    const reply = replyOf(text);
    expect(refused(await crew.lin.post(`${path}/reply`, reply))[1]).toBe('WORDING_FLAGGED');
    expect((await view(path)).messages.some((message) => message.text === text)).toBe(false);
    good(await crew.lin.post(`${path}/reply`, { ...reply, override: '患者要求原话确认' }));
    expect((await view(path)).messages.at(-1)).toMatchObject({ text });
  });

  test('a reply that promises a call says until when, and makes no promise of what is over', async () => {
    const { id } = await asking();
    const promised = async (text: string) =>
      good<WordingCheck>(await crew.lin.post('/api/check-wording', { conversationId: id, text })).promisedFor;
    expect(await promised('刚才给您打电话没有接通')).toBeNull();
    const named = await promised('好的，明天下午三点给您打电话');
    expect(new Date(named ?? 0).toISOString().slice(11, 16)).toBe('07:00');
    expect(await promised('我们核实后给您回电')).toBeGreaterThan(0);
  });

  test("standard replies come in the contact's language with the placeholders filled", async () => {
    const { id } = await asking();
    const replies = good<readonly StandardReply[]>(await crew.lin.get(`/api/standard-replies?conversationId=${id}`));
    expect(replies.length).toBeGreaterThanOrEqual(20);
    const who = replies.find((reply) => reply.id === 'who-we-are');
    expect(who?.text).toContain('示范县第二人民医院');
    const calm = replies.find((reply) => reply.id === 'complaint-calm');
    expect(calm?.text).toMatch(/^.{1,2}(先生|女士|先生\/女士)，/);
    for (const { text } of replies) expect(text).not.toMatch(/[{}]/);
  });

  test('what is being written is kept until it is sent or emptied', async () => {
    const { path } = await asking();
    await crew.lin.post(`${path}/claim`, {});
    const draft = replyOf('写到一半');
    expect((await crew.lin.post(`${path}/draft`, draft)).status).toBe(204);
    expect((await view(path)).drafts).toMatchObject([{ id: draft.id, text: '写到一半', refused: null }]);
    expect(refused(await crew.zhou.post(`${path}/draft`, { ...draft, text: '别人的' }))[1]).toBe('NOT_FOUND');
    good(await crew.lin.post(`${path}/reply`, { ...draft, text: '写完了，这就为您办理' }));
    expect((await view(path)).drafts).toEqual([]);
    const other = replyOf('不要了');
    await crew.lin.post(`${path}/draft`, other);
    await crew.lin.post(`${path}/draft`, { ...other, text: ' ' });
    expect((await view(path)).drafts).toEqual([]);
  });
});

async function accountOf(name: string): Promise<string> {
  const people = good<readonly { id: string; name: string }[]>(await crew.lin.get('/api/colleagues'));
  return people.find((one) => one.name === name)?.id ?? '';
}
