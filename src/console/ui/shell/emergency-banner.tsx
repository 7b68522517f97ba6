import { Alert, Button, Flex } from 'antd';
import { useState } from 'react';
import { Link } from 'wouter';
import type { EmergencyView } from '../../wire/inbox.ts';
import { useWords } from '../language/language.tsx';
import { spanText } from '../parts/sla-tag.tsx';
import { useTimeText } from '../parts/times.tsx';
import { words } from '../words/emergencies.ts';
import { words as inboxWords } from '../words/inbox.ts';
import { useNow } from './clock.tsx';
import { ReachedDialog } from './reached-dialog.tsx';
import { useEmergencies } from './use-emergencies.ts';

/** More would cover the page; the rest stands in the urgent queue. */
const SHOWN = 3;

/**
 * On every page, until it is answered: an urgent conversation waits, and who of the colleagues has opened or claimed it. It names no
 * patient. Its buttons stand at the left: at the right notices would lie over them.
 */
export function EmergencyBanner() {
  const t = useWords(words);
  const waiting = useEmergencies();
  const [reached, setReached] = useState<string | null>(null);
  if (waiting.length === 0) return null;
  return (
    <section aria-label={t('region')}>
      {waiting.slice(0, SHOWN).map((one) => (
        <Alert
          key={one.conversationId}
          banner
          type="error"
          title={
            <Flex gap="4px 12px" wrap align="center">
              <State emergency={one} />
              <Ways emergency={one} onReached={setReached} />
            </Flex>
          }
        />
      ))}
      {waiting.length > SHOWN && (
        <Alert
          banner
          type="error"
          title={<Link href="/?queue=urgent">{t('more', { n: waiting.length - SHOWN })}</Link>}
        />
      )}
      {reached !== null && (
        <ReachedDialog
          conversationId={reached}
          onClose={() => {
            setReached(null);
          }}
        />
      )}
    </section>
  );
}

function State({ emergency: { since, dueAt, opened, taken } }: { readonly emergency: EmergencyView }) {
  const t = useWords(words);
  const span = useWords(inboxWords);
  const text = useTimeText();
  const now = useNow();
  const waited = t(now > dueAt ? 'over' : 'waits', { time: spanText(span, Math.max(0, now - since)) });
  const deed = taken ?? opened;
  const who =
    deed === null
      ? t('nobody')
      : t(taken === null ? 'opened' : 'taken', { name: deed.by.name, at: text(deed.at, 'time') });
  return (
    <span>
      <strong>{waited}</strong> · {who}
    </span>
  );
}

interface WaysProps {
  readonly emergency: EmergencyView;
  readonly onReached: (conversationId: string) => void;
}

function Ways({ emergency: { conversationId }, onReached }: WaysProps) {
  const t = useWords(words);
  return (
    <Flex gap={12} wrap>
      <Link href={`/c/${encodeURIComponent(conversationId)}?queue=urgent`} className="emergency-open">
        {t('open')}
      </Link>
      <Button
        size="small"
        onClick={() => {
          onReached(conversationId);
        }}
      >
        {t('reached')}
      </Button>
    </Flex>
  );
}
