import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { EmergencyView } from '../../wire/inbox.ts';
import { isAlarm } from '../../wire/live.ts';
import { get } from '../api/client.ts';
import { useLive } from './live.tsx';
import { useMay } from './session.tsx';

export const EMERGENCIES_KEY = ['emergencies'] as const;
/** Who opens one is no event: while one waits it is asked for. */
const WHILE_WAITING_MS = 10_000;
const NONE: readonly EmergencyView[] = [];

/** Urgent conversations that nobody has answered, the longest waiting first; empty where one may not know. */
export function useEmergencies(): readonly EmergencyView[] {
  const may = useMay();
  const client = useQueryClient();
  const { data = NONE } = useQuery({
    queryKey: EMERGENCIES_KEY,
    queryFn: ({ signal }) => get<readonly EmergencyView[]>('/api/emergencies', signal),
    enabled: may('inbox.view'),
    refetchInterval: (query) => ((query.state.data?.length ?? 0) > 0 ? WHILE_WAITING_MS : false),
  });
  useLive('conversation', (event) => {
    const waits =
      event.type === 'conversation' && data.some(({ conversationId }) => conversationId === event.conversationId);
    if (waits || isAlarm(event)) void client.invalidateQueries({ queryKey: EMERGENCIES_KEY });
  });
  return data;
}
