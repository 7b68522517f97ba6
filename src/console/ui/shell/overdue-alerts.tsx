import { App, Button } from 'antd';
import { useLocation } from 'wouter';
import { useWords } from '../language/language.tsx';
import { words } from '../words/shell.ts';
import { useLive } from './live.tsx';
import { useSession } from './session.tsx';

/** What each level is asked to do; the first one is that of the supervisors. */
const BODIES = { 1: 'overdueBody', 2: 'overdueConduct', 3: 'overdueLeaders' } as const;

/** Tells of a complaint whose deadline has passed whoever has to know, wherever they are. It names nobody. */
export function OverdueAlerts() {
  const t = useWords(words);
  const { notification } = App.useApp();
  const [, go] = useLocation();
  const isHead = useSession().account.role === 'head';
  useLive('register', (event) => {
    if (event.type !== 'register' || event.overdue === undefined) return;
    const key = `overdue ${event.number}`;
    notification.warning({
      key,
      title: t('overdueTitle', { number: event.number }),
      description: t(isHead ? 'overdueHead' : BODIES[event.overdue]),
      duration: 0,
      actions: (
        <Button
          type="primary"
          onClick={() => {
            notification.destroy(key);
            go(`/registers/complaint/${event.number}`);
          }}
        >
          {t('overdueOpen')}
        </Button>
      ),
    });
  });
  return null;
}
