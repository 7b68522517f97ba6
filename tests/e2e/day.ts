import type { InboxPage } from '../../src/console/wire/inbox.ts';
import type { EntryList } from '../../src/console/wire/registers.ts';
import type { ShiftRow, ShiftsNow } from '../../src/console/wire/shifts.ts';
import type { ConsoleClient } from '../console/client.ts';

/** Where a day is worked: patients who can write, and people who are signed in. */
export interface World {
  /** Patients who have got our first text; eight are needed. */
  readonly patients: readonly string[];
  /** The patient writes; resolves when it is answered. */
  say(patient: string, words: string): Promise<unknown>;
  client(who: 'officer' | 'second' | 'head' | 'conduct'): Promise<ConsoleClient>;
  /** Of every account. */
  readonly password: string;
  /** Of the head who answers. */
  readonly department: string;
}

/** What patients say. */
export const TALKS: readonly (readonly string[])[] = [
  ['方便', '护士态度太差了，按铃叫了半小时都没人来', '转人工'],
  ['方便', '我现在胸口疼得厉害，喘不上气'],
  ['方便，我是他女儿', '都满意，特别感谢梁宏伟医生，手术很成功', '没有了'],
  ['方便', '医生很好，护士很好，总体一般，停车太难了', '希望多开一个停车场'],
  ['方便', '伤口有点红，要不要换药？'],
  ['方便', '多收了三百块钱检查费，你们乱收费，我要打12345投诉'],
  ['你好，我想挂骨科的号，下周三上午', '李桂兰', '对'],
  ['不方便，明天下午吧'],
];

/** That staff put on a conversation. */
export const LABELS = ['夜班', '护理'];

async function ask<T>(client: ConsoleClient, path: string): Promise<T> {
  const { status, body } = await client.get(path);
  if (status !== 200) throw new Error(`${path}: ${JSON.stringify(body)}`);
  return body as T;
}

async function tell<T>(client: ConsoleClient, path: string, body: unknown): Promise<T> {
  const answer = await client.post(path, body);
  if (answer.status !== 200) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
  return answer.body as T;
}

/** An officer has the complaint, answers, writes a note; a colleague has another. */
async function workAtInbox(world: World): Promise<void> {
  const officer = await world.client('officer');
  const { rows } = await ask<InboxPage>(officer, '/api/inbox?queue=unassigned');
  const first = rows.find(({ reason }) => reason === 'human_requested');
  const second = rows.find(({ reason }) => reason === 'threat');
  if (first === undefined || second === undefined) throw new Error('the talks have not come to staff');
  const at = `/api/conversations/${first.id}`;
  await tell(officer, `${at}/claim`, {});
  await tell(officer, `${at}/reply`, {
    id: 'first-reply',
    text: '您好，我是随访中心林晓。您说的情况我已经记下，今天就转给科室核实。',
  });
  await tell(officer, `${at}/note`, { text: '家属情绪激动，回电时请先致歉。', mentions: [] });
  await tell(officer, `${at}/label`, { labels: LABELS });
  await tell(await world.client('second'), `/api/conversations/${second.id}/claim`, {});
}

async function workAtRegister(world: World): Promise<void> {
  const officer = await world.client('officer');
  const { rows } = await ask<EntryList>(officer, '/api/registers?kinds=complaint');
  const entry = rows.find(({ text }) => text.includes('按铃'));
  if (entry === undefined) throw new Error('the complaint is not in the register');
  const step = async (who: 'officer' | 'head' | 'conduct', body: object) => {
    const client = await world.client(who);
    const path = `/api/registers/complaint/${entry.number}`;
    const { entry: now } = await ask<{ entry: { version: number } }>(client, path);
    await tell(client, `${path}/step`, { ...body, version: now.version });
  };
  const fields = { department: world.department, coDepartments: [], categories: ['attitude'], severity: 'ordinary' };
  await step('officer', { step: 'assign', fields });
  await step('head', { step: 'answer', finding: '已核实：当晚值班护士参加抢救，回应不及时，已批评并向患者致歉。' });
}

/** Two officers on duty, one of whom hands over. */
async function handShiftOver(world: World): Promise<void> {
  const officer = await world.client('officer');
  const { kinds } = await ask<ShiftsNow>(officer, '/api/shifts/now');
  const kind = kinds[0]?.id ?? '';
  const { id } = await tell<ShiftRow>(officer, '/api/shifts', { kind });
  const { version } = await ask<ShiftRow>(officer, `/api/shifts/${id}`);
  const signed = { version, notes: {}, general: '打印机缺纸，已报后勤。', password: world.password };
  await tell(officer, `/api/shifts/${id}/hand-over`, signed);
}

/** Patients write, staff answer, a complaint is under way, a shift waits to be taken over: something to see on every page. */
export async function workADay(world: World): Promise<void> {
  for (const [index, talk] of TALKS.entries()) {
    for (const words of talk) await world.say(world.patients[index] ?? '', words);
  }
  await workAtInbox(world);
  await workAtRegister(world);
  await handShiftOver(world);
}
