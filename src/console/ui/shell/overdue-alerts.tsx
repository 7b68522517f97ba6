import { App, Button } from 'antd';
import { useLocation } from 'wouter';
import { useWords } from '../language/language.tsx';
import { words } from '../words/shell.ts';
import { useLive } from './live.tsx';

/** Tells supervisors and leaders of a complaint whose deadline has passed, wherever they are. It names nobody. */
export function OverdueAlerts() {
  const t = useWords(words);
  const { notification } = App.useApp();
  const [, go] = useLocation();
  useLive('register', (event) => {
    if (event.type !== 'register' || event.overdue === undefined) return;
    const key = `overdue ${event.number}`;
    notification.warning({
      key,
      title: t('overdueTitle', { number: event.number }),
      description: t(event.overdue === 2 ? 'overdueLeaders' : 'overdueBody'),
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
