import { step } from '../bot/engine/step.ts';
import { stepEnv } from '../bot/turn/run-turn.ts';
import { phraseBook } from '../config/phrase-book.ts';
import { slaRules } from '../config/promise-rules.ts';
import type { DeskRules } from '../console/api/conversations/deps.ts';
import type { ConversationRecord } from '../domain/conversation.ts';
import type { Hospital } from './hospital.ts';

/** What of a hospital's configuration the staff's desk works by. */
export function deskRules({ config, kit }: Pick<Hospital, 'config' | 'kit'>): DeskRules {
  const { smsPrice, standardReplies } = config.console;
  const book = phraseBook(config);
  const { zone } = config.hospital;
  return {
    zone,
    sla: slaRules(config),
    smsPrice: smsPrice ?? null,
    replies: standardReplies.map((reply) => ({ ...reply, shortcut: reply.shortcut ?? null })),
    placeholders: book.hospital,
    questions: book.questions.map(({ id, topic }) => ({ id, title: topic[config.hospital.language] })),
    handBackTo: (record, now) => handBackTo(kit, record, now),
  };
}

/** Tried on the dialogue itself, which is pure: nothing happens by it. */
function handBackTo(kit: Hospital['kit'], record: ConversationRecord, now: number): string | null {
  if (record.state !== 'with_staff') return null;
  const flow = kit.flows[record.flow];
  const after = step(flow, record.snapshot, { type: 'staff', act: { type: 'handBack' } }, stepEnv(kit, record, now));
  const { id } = flow.openQuestion(after.snapshot, kit.settings);
  return id === 'none' ? null : id;
}
