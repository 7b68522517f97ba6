import { MessageOutlined } from '@ant-design/icons';
import { Grid } from 'antd';
import { lazy, Suspense, useEffect } from 'react';
import { useWords } from '../../language/language.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { LoadingState } from '../../parts/loading-state.tsx';
import { useMay } from '../../shell/session.tsx';
import { words } from '../../words/inbox.ts';
import { words as shellWords } from '../../words/shell.ts';
import { InboxColumn } from './inbox-column.tsx';
import { useInboxPlace } from './inbox-place.ts';
import './inbox.css';

const loadConversation = () => import('../conversation/conversation-pane.tsx');
const ConversationPane = lazy(loadConversation);

/** The list and the conversation beside it; on a phone one after the other. Who may not see the queues gets the conversation alone. */
export default function InboxPage() {
  const t = useWords(words);
  const ts = useWords(shellWords);
  const may = useMay();
  const wide = Grid.useBreakpoint().lg === true;
  const place = useInboxPlace();
  const { openId } = place;
  useEffect(() => {
    document.title = `${t('title')} · ${ts('product')}`;
    // It will be wanted next.
    void loadConversation();
  }, [t, ts]);
  const withList = may('inbox.view') && (wide || openId === null);
  return (
    <div className="desk">
      <h1 className="for-readers">{t('title')}</h1>
      {withList && <InboxColumn place={place} />}
      {(wide || openId !== null) && (
        <div className="desk-main">
          {openId === null ? (
            <EmptyState icon={<MessageOutlined aria-hidden="true" />} title={t('choose')} hint={t('chooseHint')} />
          ) : (
            <Suspense fallback={<LoadingState />}>
              <ConversationPane
                key={openId}
                id={openId}
                onBack={
                  withList || !may('inbox.view')
                    ? null
                    : () => {
                        place.open(null);
                      }
                }
              />
            </Suspense>
          )}
        </div>
      )}
    </div>
  );
}
