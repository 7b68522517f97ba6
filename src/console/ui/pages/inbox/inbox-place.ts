import { useMemo } from 'react';
import { useLocation, useRoute, useSearch } from 'wouter';
import { CHANNEL_IDS, HANDOFF_REASONS } from '../../../../domain/vocabulary.ts';
import type { InboxFilters, InboxOrder, InboxQueue } from '../../../wire/inbox.ts';

export const QUEUES = ['urgent', 'mine', 'unassigned', 'waiting', 'snoozed', 'closed', 'all'] as const;
export const ORDERS = ['waiting', 'newest', 'oldest'] as const;
export const NO_FILTERS: InboxFilters = { department: null, reason: null, channel: null, label: null };

/** Which part of the inbox is looked at. */
export interface InboxLook {
  readonly queue: InboxQueue;
  readonly order: InboxOrder;
  readonly filters: InboxFilters;
}

/** What is looked at and which conversation is open stand in the address, so that going back and a new tab find them. */
export interface InboxPlace {
  readonly look: InboxLook;
  /** The open conversation. */
  readonly openId: string | null;
  readonly setLook: (look: InboxLook) => void;
  readonly open: (id: string | null) => void;
  /** Address of a conversation, for links. */
  readonly hrefOf: (id: string) => string;
}

function oneOf<T extends string>(list: readonly T[], text: string | null): T | null {
  return list.find((each) => each === text) ?? null;
}

function lookOf(search: string): InboxLook {
  const asked = new URLSearchParams(search);
  return {
    queue: oneOf(QUEUES, asked.get('queue')) ?? 'all',
    order: oneOf(ORDERS, asked.get('order')) ?? 'waiting',
    filters: {
      department: asked.get('department'),
      reason: oneOf(HANDOFF_REASONS, asked.get('reason')),
      channel: oneOf(CHANNEL_IDS, asked.get('channel')),
      label: asked.get('label'),
    },
  };
}

function searchOf({ queue, order, filters }: InboxLook): string {
  const search = new URLSearchParams({ queue, order });
  for (const [name, value] of Object.entries(filters) as [string, string | null][])
    if (value !== null) search.set(name, value);
  return `?${search.toString()}`;
}

export function useInboxPlace(): InboxPlace {
  const search = useSearch();
  const [, go] = useLocation();
  const [, params] = useRoute('/c/:id');
  const openId = params?.id ?? null;
  return useMemo(() => {
    const look = lookOf(search);
    const hrefOf = (id: string) => `/c/${encodeURIComponent(id)}${searchOf(look)}`;
    return {
      look,
      openId,
      hrefOf,
      setLook: (next) => {
        go(`/inbox${searchOf(next)}`);
      },
      open: (id) => {
        go(id === null ? `/inbox${searchOf(look)}` : hrefOf(id));
      },
    };
  }, [search, openId, go]);
}
