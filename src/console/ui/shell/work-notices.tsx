import { App, Button } from 'antd';
import { useLocation } from 'wouter';
import { useWords } from '../language/language.tsx';
import { words } from '../words/work-notices.ts';
import { useLive } from './live.tsx';

/** Tells of a task whom it is for, wherever they are: its time comes or is over, it was given to them, or a shift left it. It names nobody. */
export function WorkNotices() {
  const t = useWords(words);
  const { notification } = App.useApp();
  const [, go] = useLocation();
  useLive('work', (event) => {
    if (event.type !== 'work' || event.notice === undefined) return;
    const { workId, notice } = event;
    const key = `work ${workId}`;
    notification[notice === 'given' ? 'info' : 'warning']({
      key,
      title: t(`${notice}Title`),
      description: t(`${notice}Body`),
      duration: 0,
      actions: (
        <Button
          type="primary"
          onClick={() => {
            notification.destroy(key);
            go(`/work?task=${encodeURIComponent(workId)}`);
          }}
        >
          {t('open')}
        </Button>
      ),
    });
  });
  return null;
}
