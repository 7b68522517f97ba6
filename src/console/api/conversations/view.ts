import type { MessageRow } from '../../../domain/message.ts';
import type { Timer } from '../../../domain/timer.ts';
import type { Answer } from '../../../domain/vocabulary.ts';
import { maskName } from '../../../registers/masking.ts';
import type { StaffDraft, StaffNote, ConversationView as Stored } from '../../../store/store.ts';
import type {
  AnswerView,
  ConversationView,
  CorrectionView,
  DraftView,
  HandoffView,
  MessageView,
  NoteView,
  StayView,
} from '../../wire/conversation.ts';
import type { Colleague } from '../../wire/session.ts';
import type { SignedIn } from '../endpoint.ts';
import { actionsFor } from './actions-now.ts';
import type { ConversationDeps, DeskRules } from './deps.ts';
import { deskView, ownerView, slaOf, waitingSince } from './item.ts';
import { maskedAddress } from './masking.ts';
import { earlierConversations, otherPatients } from './same-address.ts';
import { sightOf } from './sight.ts';
import { whyOf } from './why.ts';
import { workOf } from './work.ts';

/** Who looks, and when (epoch ms). */
export interface Looking {
  readonly who: SignedIn;
  readonly now: number;
}

/** Everything that the page of a conversation shows. Nothing of another patient on the same number but that there is one. */
export async function conversationView(
  deps: ConversationDeps,
  stored: Stored,
  { who, now }: Looking,
): Promise<ConversationView> {
  const { record } = stored;
  const rules = deps.rules();
  const colleagues = await deps.colleagues();
  const [work, notes, drafts, earlier, others] = await Promise.all([
    workOf(deps, stored, { colleagues, now }),
    deps.store.desk.notes(record.id),
    deps.store.desk.drafts(record.id),
    earlierConversations(deps, record, sightOf(who)),
    otherPatients(deps, record, sightOf(who)),
  ]);
  return {
    ...headOf(stored, colleagues),
    sla: slaOf(record, { rules, now }),
    stay: stayView(stored),
    contact: {
      name: record.relation?.name === undefined ? null : maskName(record.relation.name),
      relation: record.relation?.relation ?? null,
    },
    messages: stored.messages.map((message) => messageView(message, colleagues)),
    answers: answersOf(stored, rules),
    corrections: correctionsOf(stored, rules, colleagues),
    timers: stored.timers.map(({ kind, due }: Timer) => ({ kind, dueAt: due })),
    notes: notes.map((note) => noteView(note, colleagues)),
    drafts: drafts.map((draft) => draftView(draft, colleagues)),
    registers: stored.registers.map(({ number, kind, text, at, status }) => ({ number, kind, text, at, status })),
    work,
    earlier,
    otherPatients: others,
    actions: actionsFor(who, stored),
    handBackTo: rules.handBackTo(record, now),
    colleagues: colleagues.filter(({ active }) => active).map(({ active: _active, ...colleague }) => colleague),
  };
}

function headOf({ record, contact }: Stored, colleagues: readonly Colleague[]) {
  const { id, version, channel, address, language, state, outcome, resumeAt, respondent, desk } = record;
  const held = deskView(record, colleagues);
  return {
    id,
    version,
    channel,
    address: maskedAddress(channel, address),
    language,
    state,
    outcome,
    resumeAt,
    respondent,
    handoff: handoffView({ record }),
    ...held,
    ownerSince: held.owner === null ? null : (desk?.ownerSince ?? null),
    waitingSince: waitingSince(record),
    optedOut: contact.optedOutAt !== null,
    unreachable: contact.unreachable !== null,
  };
}

function handoffView({ record: { handoff, desk } }: Pick<Stored, 'record'>): HandoffView | null {
  return handoff === null ? null : { ...handoff, answeredAt: desk?.answeredAt ?? null };
}

function stayView({ record: { stay }, patientDeceased }: Stored): StayView | null {
  if (stay === null) return null;
  const { patientName, gender, ageYears, department, doctor, nurse, dischargedOn, minor } = stay;
  return {
    patientName: maskName(patientName),
    gender,
    ageYears: ageYears ?? null,
    department,
    doctor: doctor ?? null,
    nurse: nurse ?? null,
    dischargedOn,
    minor,
    deceased: patientDeceased,
  };
}

function messageView(message: MessageRow, colleagues: readonly Colleague[]): MessageView {
  const { seq, author, by, text, at, delivery, failure, readings, options } = message;
  return {
    seq,
    author,
    authorName: by === undefined ? null : ownerView(by, colleagues).name,
    text,
    at,
    delivery,
    failure: failure ?? null,
    readings,
    why: readings.map(whyOf).filter((why) => why !== undefined),
    options,
  };
}

/** In the order of the questions; answers to questions that are no longer asked come last. */
function answersOf({ record }: Stored, { questions }: DeskRules): readonly AnswerView[] {
  const known = questions.map(({ id }) => id);
  const ids = [...known, ...Object.keys(record.answers).filter((id) => !known.includes(id))];
  return ids.flatMap((id) => {
    const answer = record.answers[id];
    if (answer === undefined) return [];
    const title = questions.find((question) => question.id === id)?.title ?? id;
    return [{ question: id, title, grade: answer.grade, reason: answer.reason ?? null }];
  });
}

function correctionsOf(
  { record }: Stored,
  { questions }: DeskRules,
  colleagues: readonly Colleague[],
): readonly CorrectionView[] {
  const shown = (answer: Answer | null) =>
    answer === null ? null : { grade: answer.grade, reason: answer.reason ?? null };
  return (record.corrections ?? []).map(({ question, from, to, by, at, why }) => ({
    question,
    title: questions.find(({ id }) => id === question)?.title ?? question,
    from: shown(from),
    to: shown(to),
    by: ownerView(by, colleagues).name,
    at,
    why,
  }));
}

export function noteView({ id, author, at, text, mentions }: StaffNote, colleagues: readonly Colleague[]): NoteView {
  return {
    id,
    author: ownerView(author, colleagues),
    at,
    text,
    mentions: mentions.map((account) => ownerView(account, colleagues)),
  };
}

function draftView({ id, author, at, text, sendAt, refused }: StaffDraft, colleagues: readonly Colleague[]): DraftView {
  return { id, author: ownerView(author, colleagues), at, text, sendAt, refused };
}
