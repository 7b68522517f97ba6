import { step } from '../bot/engine/step.ts';
import { stepEnv } from '../bot/turn/run-turn.ts';
import { parseTime } from '../bot/understanding/time/index.ts';
import { phraseBook } from '../config/phrase-book.ts';
import { promiseRules, slaRules } from '../config/promise-rules.ts';
import type { DeskRules } from '../console/api/conversations/deps.ts';
import type { ConversationRecord } from '../domain/conversation.ts';
import { workingTime } from '../domain/sla.ts';
import { afterWorkingMinutes } from '../domain/working-time.ts';
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
    promisedFor: (text, now) => promisedFor(config, text, now),
    handBackTo: (record, now) => handBackTo(kit, record, now),
  };
}

/** "下午" lasts until its end; "三点" is meant to the minute. */
function promisedFor(config: Hospital['config'], text: string, now: number): number {
  const { hospital, sendingHours } = config;
  const named = parseTime(text, { now, zone: hospital.zone, sendingHours, asked: false });
  const { sla, callback } = promiseRules(config);
  return named?.end ?? named?.start ?? afterWorkingMinutes(now, callback, workingTime(sla));
}

/** Tried on the dialogue itself, which is pure: nothing happens by it. */
function handBackTo(kit: Hospital['kit'], record: ConversationRecord, now: number): string | null {
  if (record.state !== 'with_staff') return null;
  const flow = kit.flows[record.flow];
  const after = step(flow, record.snapshot, { type: 'staff', act: { type: 'handBack' } }, stepEnv(kit, record, now));
  const { id } = flow.openQuestion(after.snapshot, kit.settings);
  return id === 'none' ? null : id;
}
