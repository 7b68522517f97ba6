import { parseDate } from '../../../domain/zoned-time.ts';
import type { FaqEntry } from '../knowledge.types.ts';
import type { Faults } from './reader.ts';
import { RULES } from './rules.ts';

const KEYS = ['id', 'topic', 'question', 'askedAs', 'answer', 'validUntil'] as const;

export function readFaqEntry(value: unknown, path: string, faults: Faults): FaqEntry {
  const item = faults.object(value, path, KEYS);
  const entry = {
    id: item.id('id'),
    topic: item.text('topic'),
    question: item.text('question'),
    askedAs: item.texts('askedAs'),
    answer: item.short('answer'),
  };
  const validUntil = item.get('validUntil');
  if (validUntil === undefined) return entry;
  if (typeof validUntil === 'string' && parseDate(validUntil) !== undefined) return { ...entry, validUntil };
  item.fault('validUntil', RULES.day);
  return entry;
}
