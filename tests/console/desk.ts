import { expect } from 'vitest';
import type { Handset } from '../../src/demo/handsets.ts';
import type { DemoService } from '../demo/service.ts';
import { type Answer, type ConsoleClient, signIn } from './client.ts';

/** People of the demo's console, signed in. */
export interface Crew {
  readonly lin: ConsoleClient;
  readonly zhou: ConsoleClient;
  readonly supervisor: ConsoleClient;
}

export async function crewOf(demo: DemoService): Promise<Crew> {
  const of = (userName: string) => {
    const account = demo.firstAccounts.find((one) => one.userName === userName);
    return signIn(demo.url, userName, account?.password ?? '');
  };
  return { lin: await of('linxiao'), zhou: await of('zhoumin'), supervisor: await of('chenjing') };
}

/** What a call answered, if it went well. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the test says what it asked for, as pages do
export function good<T>(answer: Answer): T {
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return answer.body as T;
}

/** Code and details of a refusal. */
export function refused(answer: Answer): readonly [number, string, readonly string[]] {
  const { code, details } = answer.body as { code: string; details: readonly string[] };
  return [answer.status, code, details];
}

/** Somebody of the demo's patients who has only been greeted, and writes. Each is handed out once. */
export class Patients {
  private readonly demo: DemoService;
  private readonly taken = new Set<string>();
  private texts = 0;

  constructor(demo: DemoService) {
    this.demo = demo;
  }

  async next(): Promise<{ readonly address: string; readonly conversationId: string }> {
    const { handsets } = (await this.demo.get('handsets?limit=200')).body as { handsets: Handset[] };
    const free = handsets.find(
      ({ lastSeq, state, address }) => lastSeq === 1 && state === 'waiting' && !this.taken.has(address),
    );
    if (free === undefined) throw new Error('nobody is left');
    this.taken.add(free.address);
    return { address: free.address, conversationId: free.conversationId };
  }

  /** Writes, and waits until it was read. */
  async write(address: string, text: string): Promise<void> {
    this.texts += 1;
    await this.demo.post(`handsets/${encodeURIComponent(address)}/messages`, { text, id: `p${String(this.texts)}` });
    await this.demo.until(address, (view) =>
      view.conversations.every(({ timers }) => timers.every(({ kind }) => kind !== 'settle')),
    );
  }
}
