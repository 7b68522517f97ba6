import type { TurnStore } from '../store.ts';
import type { TurnWriter } from './commit.ts';
import type { Database } from './database.ts';
import type { ConversationReader } from './reader.ts';
import { reading } from './reading.ts';
import type { Writer } from './writer.ts';

/** The port's turns: reads at once, writes through the group commit. */
export function turnStore(db: Database, writer: Writer, turns: TurnWriter, reader: ConversationReader): TurnStore {
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
    seen: (key) => reading(() => known.get(key) !== undefined),
    commit: (turn) => writer.run(() => turns.write(turn)),
  };
}
