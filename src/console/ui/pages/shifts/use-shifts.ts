import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ShiftDetail, ShiftPage, ShiftsNow } from '../../../wire/shifts.ts';
import { get, post, withQuery } from '../../api/client.ts';
import { useLive } from '../../shell/live.tsx';

const KEY = 'shifts';

/** Your shift and those of colleagues, renewed whenever one changes. */
export function useShiftsNow() {
  const client = useQueryClient();
  useLive('shift', () => void client.invalidateQueries({ queryKey: [KEY] }));
  return useQuery({ queryKey: [KEY, 'now'], queryFn: ({ signal }) => get<ShiftsNow>('/api/shifts/now', signal) });
}

export function useShift(id: string) {
  return useQuery({
    queryKey: [KEY, 'one', id],
    queryFn: ({ signal }) => get<ShiftDetail>(`/api/shifts/${encodeURIComponent(id)}`, signal),
  });
}

/** Pages of shifts, the newest first. */
export function useShiftList(query: Readonly<Record<string, string>>) {
  return useInfiniteQuery({
    queryKey: [KEY, 'list', query],
    queryFn: ({ pageParam, signal }) =>
      get<ShiftPage>(withQuery('/api/shifts', { ...query, after: pageParam }), signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });
}

/** One step; everything that shows shifts is asked for again, also when it was refused. */
export function useShiftStep<T>(path: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: object) => post<T>(path, body),
    onSettled: () => client.invalidateQueries({ queryKey: [KEY] }),
  });
}
