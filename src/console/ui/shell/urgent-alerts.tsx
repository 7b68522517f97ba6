import { App, Button } from 'antd';
import { useLocation } from 'wouter';
import { useWords } from '../language/language.tsx';
import { words } from '../words/inbox.ts';
import { useLive } from './live.tsx';
import { useMay } from './session.tsx';
import { isSoundOn, ring } from './sound.ts';

/** Tells of a new urgent conversation wherever one is: on the page, by sound, and on the desktop. It names nobody. */
export function UrgentAlerts() {
  const t = useWords(words);
  const may = useMay();
  const { notification } = App.useApp();
  const [, go] = useLocation();
  useLive('conversation', (event) => {
    if (event.type !== 'conversation' || event.what !== 'urgent' || !may('inbox.view')) return;
    const path = `/c/${encodeURIComponent(event.conversationId)}?queue=urgent`;
    if (isSoundOn()) void ring();
    notification.error({
      key: event.conversationId,
      title: t('urgentTitle'),
      description: t('urgentBody'),
      duration: 0,
      actions: (
        <Button
          type="primary"
          onClick={() => {
            notification.destroy(event.conversationId);
            go(path);
          }}
        >
          {t('openIt')}
        </Button>
      ),
    });
    notifyDesktop(t('urgentTitle'), t('urgentBody'), event.conversationId);
  });
  return null;
}

function notifyDesktop(title: string, body: string, tag: string): void {
  if (!('Notification' in window) || Notification.permission !== 'granted' || document.hasFocus()) return;
  const shown = new Notification(title, { body, tag, requireInteraction: true });
  shown.onclick = () => {
    window.focus();
    shown.close();
  };
}
