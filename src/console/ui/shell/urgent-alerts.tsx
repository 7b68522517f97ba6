import { App, Button } from 'antd';
import { useLocation } from 'wouter';
import { useWords } from '../language/language.tsx';
import { words } from '../words/inbox.ts';
import { useLive } from './live.tsx';
import { useMay } from './session.tsx';
import { isSoundOn, ring } from './sound.ts';
import { useMissedUrgent } from './use-missed-urgent.ts';

/**
 * Tells of a new urgent conversation wherever one is: on the page, by sound, and on the desktop. It names nobody. The service says
 * once that a conversation is urgent; what came while the connection was broken is told when it is back.
 */
export function UrgentAlerts() {
  const may = useMay();
  const tell = useTell();
  const { catchUp, note, wasTold } = useMissedUrgent(may('inbox.view'), tell);
  useLive('any', (event) => {
    if (!may('inbox.view')) return;
    if (event.type === 'reset') void catchUp();
    if (event.type !== 'conversation' || event.what !== 'urgent' || wasTold(event.conversationId)) return;
    tell(event.conversationId);
    note();
  });
  return null;
}

function useTell(): (conversationId: string) => void {
  const t = useWords(words);
  const { notification } = App.useApp();
  const [, go] = useLocation();
  return (conversationId) => {
    const path = `/c/${encodeURIComponent(conversationId)}?queue=urgent`;
    if (isSoundOn()) void ring();
    notification.error({
      key: conversationId,
      title: t('urgentTitle'),
      description: t('urgentBody'),
      duration: 0,
      actions: (
        <Button
          type="primary"
          onClick={() => {
            notification.destroy(conversationId);
            go(path);
          }}
        >
          {t('openIt')}
        </Button>
      ),
    });
    notifyDesktop(t('urgentTitle'), t('urgentBody'), conversationId);
  };
}

function notifyDesktop(title: string, body: string, tag: string): void {
  if (!('Notification' in window) || Notification.permission !== 'granted' || document.hasFocus()) return;
  const shown = new Notification(title, { body, tag, requireInteraction: true });
  shown.onclick = () => {
    window.focus();
    shown.close();
  };
}
