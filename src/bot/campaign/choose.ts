import type { ContactRecord } from '../../domain/conversation.ts';
import type { ChannelId } from '../../domain/vocabulary.ts';
import type { DueFollowUp } from '../../store/store.ts';

/** Where a follow-up is opened. */
export interface Place {
  readonly channel: ChannelId;
  readonly address: string;
}

/** What a channel can do for an address, as far as beginning a talk goes; undefined: this deployment does not have the channel. */
export type Reach = (channel: ChannelId, address: string) => { readonly canInitiate: boolean } | undefined;

/** A place with what is known of whoever is there. */
export interface Candidate extends Place {
  readonly contact: ContactRecord | null;
  readonly busy: boolean;
}

/**
 * The contact's best channel: a messenger that is tied to the patient and works, the one tied last first; else the number of the
 * list. Pressing Start allowed us to write there, so a messenger need not be able to write first; the list allows nothing of the
 * kind, so its channel must. Undefined: there is no way to them.
 */
export function chooseContact(due: DueFollowUp, reach?: Reach): Candidate | undefined {
  const messenger = due.enrolled.find(
    ({ channel, address, contact, usable }) =>
      usable && contact?.unreachable == null && reach?.(channel, address) !== undefined,
  );
  if (messenger !== undefined) return messenger;
  const { channel, address } = due.stay;
  // Of a channel that is switched off nothing is known: the line waits for it.
  if (reach?.(channel, address)?.canInitiate === false) return undefined;
  return { channel, address, contact: due.contact, busy: due.contactBusy };
}
