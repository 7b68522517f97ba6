import type { TurnStore } from '../store.ts';
import type { TurnWriter } from './commit.ts';
import type { Database } from './database.ts';
import { DedupeWalk } from './dedupe.ts';
import type { ConversationReader } from './reader.ts';
import { reading } from './reading.ts';
import type { Writer } from './writer.ts';

/** The port's turns: reads at once, writes through the group commit. */
export function turnStore(db: Database, writer: Writer, turns: TurnWriter, reader: ConversationReader): TurnStore {
  const walk = new DedupeWalk(db, writer);
  const known = db.prepare('SELECT 1 FROM dedupe WHERE key = ?');
  return {
    load: (id) => reading(() => reader.read(id)),
    loadByAddress: (channel, address) =>
      reading(() => {
        const contact = reader.readContact(channel, address);
        if (contact === undefined) return undefined;
        return {
          contact,
          loaded: contact.conversationId === null ? undefined : reader.read(contact.conversationId, contact),
        };
      }),
    // Whoever hears "stored already" forgets the message: it has to be on disk.
    seen: async (key) => {
      const stored = known.get(key) !== undefined;
      if (stored) await writer.durable();
      return stored;
    },
    forget: (before) => walk.forget(before),
    commit: (turn) => writer.run(() => turns.write(turn)),
  };
}
