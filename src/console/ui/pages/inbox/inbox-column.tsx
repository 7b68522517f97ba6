import { InboxOutlined, SearchOutlined } from '@ant-design/icons';
import { Button, type InputRef, Typography } from 'antd';
import { type ReactNode, useMemo, useRef, useState } from 'react';
import type { InboxItem, InboxQueue } from '../../../wire/inbox.ts';
import { useWords } from '../../language/language.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { LoadingState } from '../../parts/loading-state.tsx';
import { useMay } from '../../shell/session.tsx';
import { words } from '../../words/inbox.ts';
import { InboxList, type ListRow } from './inbox-list.tsx';
import { type InboxPlace, NO_FILTERS } from './inbox-place.ts';
import { InboxTools } from './inbox-tools.tsx';
import { QueueBar } from './queue-bar.tsx';
import { useClaim } from './use-claim.ts';
import { useInbox } from './use-inbox.ts';
import { useInboxKeys } from './use-inbox-keys.ts';
import { useSearch } from './use-search.ts';

/** Queues, tools and the list. */
export function InboxColumn({ place }: { readonly place: InboxPlace }) {
  const t = useWords(words);
  const may = useMay();
  const [text, setText] = useState('');
  const [helpOpen, setHelpOpen] = useState(false);
  const searchBox = useRef<InputRef>(null);
  const inbox = useInbox(place.look);
  const search = useSearch(text);
  const claim = useClaim();
  const searching = text.trim() !== '';
  const rows = useRows(inbox.rows, searching ? (search.data?.rows ?? []) : null);
  const { cursor, setCursor, down } = useInboxKeys(rows, {
    onClaim: (id) => {
      if (may('conversation.handle')) claim.mutate(id);
    },
    onSearch: () => searchBox.current?.focus(),
    onHelp: () => {
      setHelpOpen(true);
    },
    onBack: () => {
      if (place.openId !== null) place.open(null);
    },
  });
  const choose = (queue: InboxQueue) => {
    setText('');
    place.setLook({ ...place.look, queue });
  };
  return (
    <section className="inbox-column" aria-label={t('title')}>
      <div className="inbox-head">
        <QueueBar queue={place.look.queue} counts={inbox.first?.counts} onChoose={choose} />
        <InboxTools
          place={place}
          page={inbox.first}
          searchBox={searchBox}
          search={{ text, set: setText }}
          help={{ open: helpOpen, set: setHelpOpen }}
          onDown={down}
        />
        {searching && <SearchWords found={search.data?.rows.length} tooShort={search.tooShort} />}
      </div>
      <Loaded asked={searching ? search : inbox}>
        {rows.length === 0 ? (
          <NothingHere place={place} searching={searching} tooShort={search.tooShort} />
        ) : (
          <InboxList
            rows={rows}
            openId={place.openId}
            hrefOf={place.hrefOf}
            cursor={cursor}
            onCursor={setCursor}
            {...(searching ? {} : { onEnd: inbox.loadMore, onSeen: inbox.lastSeen })}
          />
        )}
      </Loaded>
    </section>
  );
}

interface LoadedProps {
  readonly asked: {
    readonly data: unknown;
    readonly error: unknown;
    readonly isLoading: boolean;
    readonly refetch: () => unknown;
  };
  readonly children: ReactNode;
}

/** What was asked for; until it is there, that it is on its way or why not. */
function Loaded({ asked, children }: LoadedProps) {
  if (asked.error !== null && asked.data === undefined) return <ErrorState error={asked.error} retry={asked.refetch} />;
  return asked.isLoading ? <LoadingState /> : children;
}

/** The rows that are shown: of the queue, or what was found. */
function useRows(items: readonly InboxItem[], found: readonly ListRow[] | null): readonly ListRow[] {
  return useMemo(() => found ?? items.map((item) => ({ item, line: null })), [items, found]);
}

function SearchWords({ found, tooShort }: { readonly found: number | undefined; readonly tooShort: boolean }) {
  const t = useWords(words);
  return (
    <Typography.Text type="secondary" role="status">
      {tooShort ? t('searchShort') : found === undefined ? '' : t('searchResults', { n: found })}
    </Typography.Text>
  );
}

interface NothingProps {
  readonly place: InboxPlace;
  readonly searching: boolean;
  readonly tooShort: boolean;
}

function NothingHere({ place, searching, tooShort }: NothingProps) {
  const t = useWords(words);
  const { look, setLook } = place;
  if (searching && tooShort) return null;
  if (searching)
    return (
      <EmptyState icon={<SearchOutlined aria-hidden="true" />} title={t('searchNone')} hint={t('searchNoneHint')} />
    );
  const filtered = Object.values(look.filters).some((value) => value !== null);
  if (!filtered)
    return (
      <EmptyState
        icon={<InboxOutlined aria-hidden="true" />}
        title={t('emptyTitle')}
        hint={t(`emptyHint_${look.queue}`)}
      />
    );
  const clear = (
    <Button
      onClick={() => {
        setLook({ ...look, filters: NO_FILTERS });
      }}
    >
      {t('clearFilters')}
    </Button>
  );
  return <EmptyState icon={<InboxOutlined aria-hidden="true" />} title={t('emptyFiltered')} actions={clear} />;
}
