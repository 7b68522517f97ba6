import { type InfiniteData, keepPreviousData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import type { InboxItem, InboxPage } from '../../../wire/inbox.ts';
import { get, withQuery } from '../../api/client.ts';
import { useLive } from '../../shell/live.tsx';
import type { InboxLook } from './inbox-place.ts';

const PAGE = 100;
/** Events come in bursts; the list is asked for again at most this often, per page that is loaded. */
const RENEW_MS = 1_000;

const KEY = 'inbox';

/** The rows of a look at the inbox, page by page, renewed when something changes. */
export function useInbox({ queue, order, filters }: InboxLook) {
  const key = useMemo(() => [KEY, queue, order, filters] as const, [queue, order, filters]);
  const inbox = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam, signal }) =>
      get<InboxPage>(withQuery('/api/inbox', { queue, order, ...filters, after: pageParam, limit: PAGE }), signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
  });
  const pages = inbox.data?.pages;
  const rows = useMemo<readonly InboxItem[]>(() => distinct((pages ?? []).flatMap((page) => page.rows)), [pages]);
  const lastSeen = useRenewal(key);
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = inbox;
  const loadMore = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  const { data, error, isLoading, refetch } = inbox;
  return { data, error, isLoading, refetch, rows, first: pages?.[0], lastSeen, loadMore };
}

/** A row that moved down while the next page was fetched comes twice. */
function distinct(rows: readonly InboxItem[]): readonly InboxItem[] {
  return [...new Map(rows.map((row) => [row.id, row])).values()];
}

/**
 * Asks again for what is on the screen when a conversation changes. Pages below the last row that was looked at are forgotten: they are
 * fetched when somebody scrolls there. Returns how the list says which row that is.
 */
function useRenewal(key: readonly unknown[]): (index: number) => void {
  const client = useQueryClient();
  const seen = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const renew = () => {
    timer.current = undefined;
    const pages = Math.floor(seen.current / PAGE) + 1;
    client.setQueryData<InfiniteData<InboxPage, string | null>>(
      key,
      (data) => data && { pages: data.pages.slice(0, pages), pageParams: data.pageParams.slice(0, pages) },
    );
    void client.invalidateQueries({ queryKey: key });
  };
  useLive('conversation', () => {
    timer.current ??= setTimeout(renew, RENEW_MS * (Math.floor(seen.current / PAGE) + 1));
  });
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      timer.current = undefined;
    },
    [key],
  );
  return (index) => {
    seen.current = index;
  };
}
