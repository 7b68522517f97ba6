import type { DraftStore } from '../../store.ts';
import { reading } from '../reading.ts';
import type { Writer } from '../writer.ts';
import type { DraftRows } from './drafts.ts';

/** The port's desk: reads at once, writes through the group commit. */
export function deskStore(writer: Writer, drafts: DraftRows): DraftStore {
  return {
    drafts: (conversationId) => reading(() => drafts.of(conversationId)),
    saveDraft: (draft) =>
      writer.run(() => {
        drafts.save(draft);
      }),
    dropDraft: (id, author) =>
      writer.run(() => {
        drafts.drop(id, author);
      }),
    dueDrafts: (now, limit) => reading(() => drafts.due(now, limit)),
    nextDraftDue: () => reading(() => drafts.nextDue()),
  };
}
