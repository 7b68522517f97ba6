import type { ConversationRecord } from '../domain/conversation.ts';
import type { MessageRow } from '../domain/message.ts';
import type { RegisterRecord } from '../domain/register.ts';
import { matterOf, type Packet, type PacketPoint, type PointSection } from '../domain/shift.ts';
import { maskName, maskNumber } from '../registers/masking.ts';
import type { StaffDraft, WorkRow } from '../store/store.ts';
import type { ShiftCheck } from './schedule.ts';

/** A conversation as the packet shows it. */
export interface PacketConversation {
  readonly record: ConversationRecord;
  readonly lastMessage: Pick<MessageRow, 'text'>;
}

/** A reply that the outgoing officer has set for later. */
interface PacketReply {
  readonly draft: StaffDraft;
  readonly record: ConversationRecord | null;
}

/** What stands in a part of the packet, and how many more there are. */
export interface Part<T> {
  readonly rows: readonly T[];
  readonly more: number;
}

/** What is open at the moment of the handover. */
export interface OpenMatters {
  /** Those that the outgoing officer has. */
  readonly mine: Part<PacketConversation>;
  /** Theirs too, put aside until later. */
  readonly snoozed: Part<PacketConversation>;
  readonly replies: Part<PacketReply>;
  /** Urgent and high ones, whoever has them. */
  readonly urgent: Part<PacketConversation>;
  /** That nobody has, urgent or not. */
  readonly unassigned: Part<PacketConversation>;
  readonly promises: Part<WorkRow>;
  readonly complaints: Part<RegisterRecord>;
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
  const unowned = open.urgent.rows.filter(({ record }) => ownerOf(record) === null);
  const unread = open.urgent.rows.filter(
    ({ record }) => ownerOf(record) !== null && typeof record.desk?.waitingSince === 'number',
  );
  const points = [
    ...open.mine.rows.map((one) => conversationPoint('mine', one)),
    ...open.snoozed.rows.map((one) => conversationPoint('snoozed', one)),
    ...open.replies.rows.map(replyPoint),
    ...unowned.map((one) => conversationPoint('urgent', one)),
    ...unread.map((one) => conversationPoint('unread', one)),
    ...open.unassigned.rows.map((one) => conversationPoint('unassigned', one)),
    ...open.promises.rows.map(promisePoint),
    ...open.complaints.rows.map(complaintPoint),
    ...open.checks.map(checkPoint),
  ];
  const seen = new Set<string>();
  const once = points.filter(({ key }) => !seen.has(key) && seen.add(key));
  return {
    at: now,
    points: together(once).map((point) => ({ ...point, note: words.notes[point.key] ?? '' })),
    ...moreOf(open),
    general: words.general,
  };
}

/** Parts that hold more than a packet takes. */
function moreOf({ checks: _, ...parts }: OpenMatters): Pick<Packet, 'more'> {
  const more = Object.entries(parts).flatMap(([section, { more: count }]) => (count > 0 ? [[section, count]] : []));
  return more.length === 0 ? {} : { more: Object.fromEntries(more) as Packet['more'] & object };
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
    at: timeOf(section, record),
    dueOn: null,
    note: '',
  };
}

/** Since when somebody waits; of what was put aside, when it comes up. */
function timeOf(section: PointSection, { desk, handoff, updatedAt }: ConversationRecord): number | null {
  if (section === 'snoozed') return desk?.snoozedUntil ?? null;
  return desk?.waitingSince ?? handoff?.since ?? updatedAt;
}

function replyPoint({ draft, record }: PacketReply): PacketPoint {
  const name = record?.stay?.patientName ?? null;
  return {
    key: `draft:${draft.id}`,
    section: 'replies',
    subject: { type: 'draft', id: draft.id },
    conversationId: draft.conversationId,
    who: name === null ? null : maskName(name),
    department: record?.stay?.department ?? null,
    text: hide(draft.text, [name]),
    status: null,
    at: draft.sendAt,
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
