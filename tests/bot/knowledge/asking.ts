import { readFileSync } from 'node:fs';
import { QUESTIONS_MODEL } from '../../../src/app/model-file.ts';
import { createInquirer, type Inquirer, loadKnowledge } from '../../../src/bot/knowledge/index.ts';
import type { Choice, KnowledgeReply, Topic } from '../../../src/bot/knowledge/inquiry.types.ts';
import type { Language } from '../../../src/domain/language.ts';

export const KNOWLEDGE = loadKnowledge(
  JSON.parse(readFileSync(new URL('../../../examples/hospital/knowledge.json', import.meta.url), 'utf8')),
  '2026-11-01',
);

const inquirer = createInquirer(KNOWLEDGE, QUESTIONS_MODEL.read());

/** Where and when a contact asks; Wednesday 18 November 2026, 10:00, unless said otherwise. */
export interface Asking {
  readonly language?: Language;
  readonly at?: string;
  readonly by?: Inquirer;
}

/** Asks one question after the other, as one contact; gives the last reply. */
export function askAll(
  texts: readonly string[],
  { language = 'zh-CN', at = '2026-11-18T10:00', by = inquirer }: Asking = {},
): KnowledgeReply {
  let topic: Topic | null = null;
  let offered: readonly Choice[] = [];
  let reply: KnowledgeReply = { type: 'none' };
  for (const text of texts) {
    reply = by({ text, now: Date.parse(`${at}:00+08:00`), zone: 'Asia/Shanghai', language, topic, offered });
    if ('topic' in reply) topic = reply.topic;
    offered = reply.type === 'choose' ? reply.choices : [];
  }
  return reply;
}

/** What the contact reads: the answer, or the kind of reply and the titles to choose from. */
export function read(texts: string | readonly string[], asking: Asking = {}): string {
  const reply = askAll(typeof texts === 'string' ? [texts] : texts, asking);
  if (reply.type === 'answer') return reply.text;
  return reply.type === 'choose' ? `choose ${reply.choices.map(({ label }) => label).join('|')}` : reply.type;
}
