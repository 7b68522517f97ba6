import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { TaskDetail, WorkCountsView, WorkPage } from '../../../wire/work.ts';
import { get, post, withQuery } from '../../api/client.ts';
import { useLive } from '../../shell/live.tsx';

export const WORK_KEY = 'work';

type Narrowing = Readonly<Record<string, string | number | null>>;

/** Pages of tasks, renewed whenever one of them changes anywhere. */
export function useTasks(query: Narrowing) {
  const client = useQueryClient();
  useLive('work', () => void client.invalidateQueries({ queryKey: [WORK_KEY] }));
  return useInfiniteQuery({
    queryKey: [WORK_KEY, 'list', query],
    queryFn: ({ pageParam, signal }) => get<WorkPage>(withQuery('/api/work', { ...query, after: pageParam }), signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });
}

export function useWorkCounts() {
  return useQuery({
    queryKey: [WORK_KEY, 'counts'],
    queryFn: ({ signal }) => get<WorkCountsView>('/api/work/counts', signal),
  });
}

export function useTask(id: string) {
  return useQuery({
    queryKey: [WORK_KEY, 'one', id],
    queryFn: ({ signal }) => get<TaskDetail>(`/api/work/${encodeURIComponent(id)}`, signal),
  });
}

/** One step on a task; everything that shows tasks is asked for again. */
export function useStep<T>(id: string, step: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: object) => post<T>(`/api/work/${encodeURIComponent(id)}/${step}`, body),
    // Also when it was refused: somebody was faster, and what they did is to be seen.
    onSettled: () => client.invalidateQueries({ queryKey: [WORK_KEY] }),
  });
}
