import type { ConversationRecord } from '../domain/conversation.ts';
import type { MessageRow } from '../domain/message.ts';
import type { RegisterRecord } from '../domain/register.ts';
import { matterOf, type Packet, type PacketPoint, type PointSection } from '../domain/shift.ts';
import { maskName, maskNumber } from '../registers/masking.ts';
import type { WorkRow } from '../store/store.ts';
import type { ShiftCheck } from './schedule.ts';

/** A conversation as the packet shows it. */
export interface PacketConversation {
  readonly record: ConversationRecord;
  readonly lastMessage: Pick<MessageRow, 'text'>;
}

/** What is open at the moment of the handover. */
export interface OpenMatters {
  /** Those that the outgoing officer has. */
  readonly mine: readonly PacketConversation[];
  /** Urgent and high ones, whoever has them. */
  readonly urgent: readonly PacketConversation[];
  readonly promises: readonly WorkRow[];
  readonly complaints: readonly RegisterRecord[];
  readonly checks: readonly ShiftCheck[];
}

/** What the outgoing officer wrote. `notes`: by the key of the point. */
export interface PacketWords {
  readonly notes: Readonly<Record<string, string>>;
  readonly general: string;
}

const MAX_TEXT = 120;

/**
 * Everything that has to be handed over, each conversation once among the conversations, and what hangs on one conversation together
 * behind its first point. Pure; `now` is epoch ms.
 */
export function buildPacket(open: OpenMatters, words: PacketWords, now: number): Packet {
  const unowned = open.urgent.filter(({ record }) => ownerOf(record) === null);
  const unread = open.urgent.filter(
    ({ record }) => ownerOf(record) !== null && typeof record.desk?.waitingSince === 'number',
  );
  const points = [
    ...open.mine.map((one) => conversationPoint('mine', one)),
    ...unowned.map((one) => conversationPoint('urgent', one)),
    ...unread.map((one) => conversationPoint('unread', one)),
    ...open.promises.map(promisePoint),
    ...open.complaints.map(complaintPoint),
    ...open.checks.map(checkPoint),
  ];
  const seen = new Set<string>();
  const once = points.filter(({ key }) => !seen.has(key) && seen.add(key));
  return {
    at: now,
    points: together(once).map((point) => ({ ...point, note: words.notes[point.key] ?? '' })),
    general: words.general,
  };
}

/** In the order in which the conversations come up; what hangs on none stands by itself. */
function together(points: readonly PacketPoint[]): readonly PacketPoint[] {
  const matters = [...new Set(points.map(matterOf))];
  return matters.flatMap((matter) => points.filter((point) => matterOf(point) === matter));
}

function ownerOf({ desk }: ConversationRecord): string | null {
  return desk?.owner ?? null;
}

function conversationPoint(section: PointSection, { record, lastMessage }: PacketConversation): PacketPoint {
  const name = record.stay?.patientName ?? null;
  return {
    key: `conversation:${record.id}`,
    section,
    subject: { type: 'conversation', id: record.id },
    conversationId: record.id,
    who: name === null ? null : maskName(name),
    department: record.stay?.department ?? null,
    text: hide(lastMessage.text, [name]),
    status: record.handoff?.reason ?? record.state,
    at: record.desk?.waitingSince ?? record.handoff?.since ?? record.updatedAt,
    dueOn: null,
    note: '',
  };
}

function promisePoint({ task, record }: WorkRow): PacketPoint {
  const stay = record?.stay ?? null;
  const name = task.details['name'] ?? stay?.patientName ?? null;
  return {
    key: `task:${task.id}`,
    section: 'promises',
    subject: { type: 'task', id: task.id },
    conversationId: task.conversationId,
    who: name === null ? null : maskName(name),
    department: task.details['department'] ?? stay?.department ?? null,
    text: hide(task.text, [name, stay?.patientName ?? null]),
    status: task.kind,
    at: task.due,
    dueOn: null,
    note: '',
  };
}

function complaintPoint(entry: RegisterRecord): PacketPoint {
  const key = `${entry.kind}:${entry.number}`;
  return {
    key: `entry:${key}`,
    section: 'complaints',
    subject: { type: 'entry', id: key },
    conversationId: entry.conversationId,
    who: entry.patientName === '' ? null : maskName(entry.patientName),
    department: entry.department === '' ? null : entry.department,
    text: hide(entry.text, [entry.patientName, entry.contactName]),
    status: entry.status,
    at: null,
    dueOn: entry.dueOn,
    note: '',
  };
}

function checkPoint({ id, name }: ShiftCheck): PacketPoint {
  return {
    key: `check:${id}`,
    section: 'checks',
    subject: { type: 'check', id },
    conversationId: null,
    who: null,
    department: null,
    text: name,
    status: null,
    at: null,
    dueOn: null,
    note: '',
  };
}

/** Packets are printed: what somebody wrote stands in them without names and numbers that lead to a patient. */
function hide(text: string, names: readonly (string | null)[]): string {
  const known = names.filter((name): name is string => name !== null && name.length > 1);
  const masked = known.reduce<string>((words, name) => words.replaceAll(name, maskName(name)), text);
  const plain = masked
    .replaceAll(/\+?\d[\d -]{5,}\d/gu, maskNumber)
    .replaceAll(/\s+/gu, ' ')
    .trim();
  const letters = Array.from(plain);
  return letters.length <= MAX_TEXT ? plain : `${letters.slice(0, MAX_TEXT - 1).join('')}…`;
}
