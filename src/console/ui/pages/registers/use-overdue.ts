import { useQuery } from '@tanstack/react-query';
import type { EntryCounts } from '../../../wire/registers.ts';
import { get } from '../../api/client.ts';
import { useMay } from '../../shell/session.tsx';

/** How many complaints are overdue, and who was told of how many; undefined where one may not know or it is not there yet. */
export function useOverdue(): EntryCounts | undefined {
  const may = useMay();
  return useQuery({
    queryKey: ['registers', 'counts', 'complaint'],
    queryFn: ({ signal }) => get<EntryCounts>('/api/registers/counts?kinds=complaint', signal),
    enabled: may('register.view'),
  }).data;
}
