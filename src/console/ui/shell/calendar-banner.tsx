import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { Link } from 'wouter';
import type { CalendarState } from '../../wire/settings.ts';
import { get } from '../api/client.ts';
import { useWords } from '../language/language.tsx';
import { words } from '../words/shell.ts';
import { useMay } from './session.tsx';

const HOUR_MS = 3_600_000;

/** Without next year's holidays deadlines and working time are guessed: whoever can see to it is told on every page. */
export function CalendarBanner() {
  const t = useWords(words);
  const may = useMay()('settings.view');
  const { data } = useQuery({
    queryKey: ['settings', 'calendar'],
    queryFn: ({ signal }) => get<CalendarState>('/api/settings/calendar', signal),
    enabled: may,
    staleTime: HOUR_MS,
  });
  if (data === undefined || data.missing === null) return null;
  return (
    <Alert
      banner
      closable
      type="warning"
      role="status"
      title={t('calendarMissing', { year: data.missing })}
      action={<Link href="/settings/flows">{t('calendarOpen')}</Link>}
    />
  );
}
