import { ArrowLeftOutlined, ProfileOutlined } from '@ant-design/icons';
import { Button, Drawer, Flex, Grid, Tag } from 'antd';
import { useState } from 'react';
import type { ConversationView } from '../../../wire/conversation.ts';
import { useWords } from '../../language/language.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { LoadingState } from '../../parts/loading-state.tsx';
import { PatientName } from '../../parts/patient-name.tsx';
import { SlaTag } from '../../parts/sla-tag.tsx';
import { PriorityTag, StatusTag } from '../../parts/tags.tsx';
import { useTimeText } from '../../parts/times.tsx';
import { words } from '../../words/conversation.ts';
import { words as vocabulary } from '../../words/vocabulary.ts';
import { Composer } from './composer/composer.tsx';
import { OtherPatients } from './other-patients.tsx';
import { OwnerBanner } from './owner-banner.tsx';
import { SidePanel } from './panel/side-panel.tsx';
import { Transcript } from './transcript/transcript.tsx';
import { useConversation } from './use-conversation.ts';
import './conversation.css';

interface Props {
  readonly id: string;
  /** Leads back to the list where it does not stand beside. */
  readonly onBack: (() => void) | null;
}

/** One conversation: who has it, what was said, the reply, and what is known. */
export default function ConversationPane({ id, onBack }: Props) {
  const { data: view, error, refetch } = useConversation(id);
  const roomy = Grid.useBreakpoint().xl === true;
  const [panelOpen, setPanelOpen] = useState(false);
  const t = useWords(words);
  if (view === undefined) return error === null ? <LoadingState /> : <ErrorState error={error} retry={refetch} />;
  return (
    <div className="conversation">
      <div className="talk">
        <Head
          view={view}
          onBack={onBack}
          onPanel={
            roomy
              ? null
              : () => {
                  setPanelOpen(true);
                }
          }
        />
        <OwnerBanner view={view} />
        <OtherPatients others={view.otherPatients} />
        <Transcript messages={view.messages} />
        <Composer view={view} />
      </div>
      {roomy ? (
        <aside className="facts-column" aria-label={t('details')}>
          <SidePanel view={view} />
        </aside>
      ) : (
        <Drawer
          open={panelOpen}
          title={t('details')}
          size={400}
          onClose={() => {
            setPanelOpen(false);
          }}
        >
          <SidePanel view={view} />
        </Drawer>
      )}
    </div>
  );
}

interface HeadProps {
  readonly view: ConversationView;
  readonly onBack: (() => void) | null;
  readonly onPanel: (() => void) | null;
}

function Head({ view, onBack, onPanel }: HeadProps) {
  const t = useWords(words);
  return (
    <Flex align="center" gap={8} wrap className="talk-head">
      {onBack !== null && (
        <Button type="text" icon={<ArrowLeftOutlined />} aria-label={t('backToList')} onClick={onBack} />
      )}
      <h2 className="talk-name">
        <PatientName
          name={view.stay?.patientName ?? view.contact.name}
          {...(view.actions.includes('unmask') ? { conversationId: view.id } : {})}
        />
      </h2>
      {onPanel !== null && (
        <Button icon={<ProfileOutlined />} className="talk-panel" onClick={onPanel}>
          {t('details')}
        </Button>
      )}
      <HeadTags view={view} />
    </Flex>
  );
}

function HeadTags({ view }: { readonly view: ConversationView }) {
  const t = useWords(words);
  const tv = useWords(vocabulary);
  const time = useTimeText();
  const where = [view.stay?.department, tv(`channel_${view.channel}`), view.address].filter(
    (part) => part !== undefined,
  );
  return (
    <>
      <span className="talk-where">{where.join(' · ')}</span>
      <StatusTag state={view.state} outcome={view.outcome} />
      {view.handoff !== null && view.handoff.priority !== 'normal' && <PriorityTag priority={view.handoff.priority} />}
      {view.handoff !== null && <Tag>{tv(`reason_${view.handoff.reason}`)}</Tag>}
      {view.sla !== null && <SlaTag sla={view.sla} />}
      {view.snoozedUntil !== null && <Tag>{t('snoozed', { time: time(view.snoozedUntil) })}</Tag>}
    </>
  );
}
