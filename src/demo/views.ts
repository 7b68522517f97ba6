import type { ConversationView } from '../store/store.ts';

/** Everything that is recorded about one conversation, as the demo page shows it beside the phone. */
export function conversationView(view: ConversationView) {
  const { record, contact } = view;
  return {
    id: record.id,
    flow: record.flow,
    language: record.language,
    state: record.state,
    outcome: record.outcome,
    resumeAt: record.resumeAt,
    respondent: record.respondent,
    answers: record.answers,
    handoff: record.handoff,
    machine: statePath(record.snapshot.value),
    stay: record.stay,
    relation: record.relation,
    patientDeceased: view.patientDeceased,
    optedOutAt: contact.optedOutAt,
    unreachable: contact.unreachable,
    /** Messages of this number come to this conversation. */
    current: contact.conversationId === record.id,
    registers: view.registers,
    workItems: view.workItems,
    timers: view.timers,
    messages: view.messages,
    createdAt: record.createdAt,
    updatedAt: record.updatedAt,
  };
}

/** What the page and the terminal get of one conversation. */
export type DemoConversation = ReturnType<typeof conversationView>;

/** The machine's state as a path: `interview.rating`. */
function statePath(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  const [entry] = Object.entries(value);
  return entry === undefined ? '' : `${entry[0]}.${statePath(entry[1])}`;
}
