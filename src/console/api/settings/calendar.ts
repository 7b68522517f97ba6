import type { CalendarState } from '../../wire/settings.ts';
import { type Endpoint, endpoint } from '../endpoint.ts';
import type { SettingsDeps } from './deps.ts';

/** Whether the holidays that deadlines are counted with are entered. */
export function calendarEndpoint({ missingYear }: Pick<SettingsDeps, 'missingYear'>): Endpoint {
  return endpoint({
    method: 'GET',
    path: '/api/settings/calendar',
    permission: 'settings.view',
    summary: 'The year whose holidays are missing: this one, or from 1 December on the next.',
    handle: (): Promise<CalendarState> => Promise.resolve({ missing: missingYear() }),
  });
}
