import type { DeskStore, SearchStore } from '../../store.ts';
import type { Database } from '../database.ts';
import { reading } from '../reading.ts';
import type { Writer } from '../writer.ts';
import type { DraftRows } from './drafts.ts';
import { Emergencies } from './emergencies.ts';
import { Inbox } from './inbox.ts';
import { NoteRows } from './notes.ts';
import { SavedViewRows } from './saved-views.ts';

/** The port's desk: reads at once, writes through the group commit. */
export function deskStore(db: Database, writer: Writer, drafts: DraftRows, search: SearchStore['search']): DeskStore {
  const inbox = new Inbox(db);
  const emergencies = new Emergencies(db);
  const notes = new NoteRows(db);
  const views = new SavedViewRows(db);
  const writing = (write: () => void) => writer.run(write);
  return {
    inbox: (query) => reading(() => inbox.list(query)),
    inboxCounts: (query) => reading(() => inbox.counts(query)),
    inboxFacets: (sight) => reading(() => inbox.facets(sight)),
    maySee: (conversationId, sight) => reading(() => inbox.maySee(conversationId, sight)),
    emergencies: () => reading(() => emergencies.list()),
    search,
    notes: (conversationId) => reading(() => notes.of(conversationId)),
    addNote: (note) =>
      writing(() => {
        notes.add(note);
      }),
    mentions: (account) => reading(() => notes.mentions(account)),
    sawMentions: (account, noteIds) =>
      writing(() => {
        notes.saw(account, noteIds);
      }),
    drafts: (conversationId) => reading(() => drafts.of(conversationId)),
    saveDraft: (draft) =>
      writing(() => {
        drafts.save(draft);
      }),
    dropDraft: (id, author) =>
      writing(() => {
        drafts.drop(id, author);
      }),
    dueDrafts: (now, limit) => reading(() => drafts.due(now, limit)),
    nextDraftDue: () => reading(() => drafts.nextDue()),
    scheduled: (author) => reading(() => drafts.scheduled(author)),
    savedViews: (account) => reading(() => views.of(account)),
    saveView: (view) =>
      writing(() => {
        views.save(view);
      }),
    dropView: (id, account) =>
      writing(() => {
        views.drop(id, account);
      }),
  };
}
