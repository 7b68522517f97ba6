import { App, Button } from 'antd';
import { useEffect, useRef } from 'react';
import { useLocation } from 'wouter';
import { useWords } from '../language/language.tsx';
import { words as emergencyWords } from '../words/emergencies.ts';
import { words } from '../words/inbox.ts';
import { useLive } from './live.tsx';
import { useMay } from './session.tsx';
import { isSoundOn, ring } from './sound.ts';
import { useEmergencies } from './use-emergencies.ts';
import { useMissedUrgent } from './use-missed-urgent.ts';

/** What is said of an alarm; `unanswered` to supervisors otherwise than to their colleagues. */
type Alarm = 'urgent' | 'unopened' | 'unanswered';

/**
 * Tells of an urgent conversation wherever one is: on the page, by sound, and on the desktop. It names nobody. The service says once
 * that a conversation is urgent, and calls again while nobody opens or answers it; what came while the connection was broken is told
 * when it is back.
 */
export function UrgentAlerts() {
  const may = useMay();
  const tell = useTell();
  useEndOfNotices();
  const { catchUp, note, wasTold } = useMissedUrgent(may('inbox.view'), tell);
  useLive('any', (event) => {
    if (!may('inbox.view')) return;
    if (event.type === 'reset') void catchUp();
    if (event.type !== 'conversation') return;
    const { what, conversationId } = event;
    if (what === 'unopened' || what === 'unanswered') tell(conversationId, what);
    if (what !== 'urgent' || wasTold(conversationId)) return;
    tell(conversationId);
    note();
  });
  return null;
}

/** A notice is no longer true once a colleague has opened what nobody had opened, or has answered. */
function useEndOfNotices(): void {
  const { notification } = App.useApp();
  const waiting = useEmergencies();
  const before = useRef(waiting);
  useEffect(() => {
    for (const { conversationId, opened } of before.current) {
      const now = waiting.find((one) => one.conversationId === conversationId);
      if (now === undefined || (opened === null && now.opened !== null)) notification.destroy(conversationId);
    }
    before.current = waiting;
  }, [waiting, notification]);
}

function useTell(): (conversationId: string, alarm?: Alarm) => void {
  const t = useWords(words);
  const say = useAlarmWords();
  const { notification } = App.useApp();
  const [, go] = useLocation();
  return (conversationId, alarm = 'urgent') => {
    const { title, body } = say(alarm);
    const path = `/c/${encodeURIComponent(conversationId)}?queue=urgent`;
    if (isSoundOn()) void ring();
    notification.error({
      key: conversationId,
      title,
      description: body,
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
    notifyDesktop(title, body, conversationId);
  };
}

function useAlarmWords(): (alarm: Alarm) => { readonly title: string; readonly body: string } {
  const t = useWords(words);
  const te = useWords(emergencyWords);
  const supervises = useMay()('conversation.assign');
  return (alarm) => {
    if (alarm === 'urgent') return { title: t('urgentTitle'), body: t('urgentBody') };
    if (alarm === 'unopened') return { title: te('unopenedTitle'), body: te('unopenedBody') };
    return { title: te('unansweredTitle'), body: te(supervises ? 'unansweredSupervisor' : 'unansweredBody') };
  };
}

function notifyDesktop(title: string, body: string, tag: string): void {
  if (!('Notification' in window) || Notification.permission !== 'granted' || document.hasFocus()) return;
  // One that is called again takes the place of the earlier one, and shows itself once more.
  const options: NotificationOptions & { renotify: boolean } = { body, tag, requireInteraction: true, renotify: true };
  const shown = new Notification(title, options);
  shown.onclick = () => {
    window.focus();
    shown.close();
  };
}
