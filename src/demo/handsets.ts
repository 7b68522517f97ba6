import { PRIORITIES, type Priority } from '../domain/vocabulary.ts';
import type { ConversationSummary, ViewStore } from '../store/store.ts';

/** Conversations that are read from the store at once. */
const BATCH = 200;
/** A search looks no further back than this many conversations. */
const MAX_WALK = 5_000;

function ownerOf({ relation, stay }: ConversationSummary['record']) {
  const patient = stay?.patientName ?? null;
  return {
    owner: relation?.name ?? patient,
    relation: relation?.relation ?? null,
    patient,
    department: stay?.department ?? null,
  };
}

/** One simulated telephone with what was last said on it. */
export type Handset = ReturnType<typeof handsetOf>;

function handsetOf({ record, lastMessage }: ConversationSummary) {
  return {
    ...ownerOf(record),
    lastText: lastMessage.text,
    lastFrom: lastMessage.direction,
    lastAt: lastMessage.at,
    address: record.address,
    conversationId: record.id,
    state: record.state,
    outcome: record.outcome,
    handoff: record.handoff?.priority ?? null,
    lastSeq: record.lastSeq,
  };
}

function matches(handset: Handset, words: readonly string[]): boolean {
  const text = [handset.address, handset.owner, handset.patient, handset.department, handset.lastText]
    .join(' ')
    .toLowerCase();
  return words.every((word) => text.includes(word));
}

function higher(one: Priority | null, other: Priority | null): Priority | null {
  if (one === null || other === null) return one ?? other;
  return PRIORITIES.indexOf(one) >= PRIORITIES.indexOf(other) ? one : other;
}

/** The handsets with the newest change first, one line a number; `search`: every word of it stands in the line. */
export async function listHandsets(
  views: ViewStore,
  limit: number,
  search: string,
): Promise<{ handsets: readonly Handset[]; more: boolean }> {
  const words = search
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const found = new Map<string, Handset>();
  for (let offset = 0; offset < MAX_WALK; offset += BATCH) {
    const page = await views.list(BATCH, offset);
    for (const summary of page.filter(({ record }) => record.channel === 'simulator')) {
      const handset = handsetOf(summary);
      const newer = found.get(handset.address);
      if (newer !== undefined)
        found.set(handset.address, { ...newer, handoff: higher(newer.handoff, handset.handoff) });
      else if (matches(handset, words)) found.set(handset.address, handset);
    }
    if (page.length < BATCH || found.size > limit) break;
  }
  const handsets = [...found.values()];
  return { handsets: handsets.slice(0, limit), more: handsets.length > limit };
}
