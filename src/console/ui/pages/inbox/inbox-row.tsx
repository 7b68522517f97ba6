import { HourglassOutlined, UserOutlined } from '@ant-design/icons';
import { Tag } from 'antd';
import { type CSSProperties, memo } from 'react';
import { Link } from 'wouter';
import type { InboxItem, LineView } from '../../../wire/inbox.ts';
import { useWords } from '../../language/language.tsx';
import { SlaTag, spanText } from '../../parts/sla-tag.tsx';
import { PriorityTag, StatusTag } from '../../parts/tags.tsx';
import { Clock, TimeAgo } from '../../parts/times.tsx';
import { useNow } from '../../shell/clock.tsx';
import { useSession } from '../../shell/session.tsx';
import { words } from '../../words/inbox.ts';
import { words as partWords } from '../../words/parts.ts';
import { words as vocabulary } from '../../words/vocabulary.ts';

interface Props {
  readonly item: InboxItem;
  /** What is shown instead of the last line: where a search has found its words. */
  readonly line: LineView | null;
  readonly href: string;
  /** Open at the side. */
  readonly isOpen: boolean;
  /** Where the keyboard stands. */
  readonly isCurrent: boolean;
  readonly onFocus: (id: string) => void;
  readonly position: { readonly index: number; readonly count: number; readonly style: CSSProperties };
}

/** One conversation of the list; the whole row leads to it. */
export const InboxRow = memo(function InboxRow(props: Props) {
  const { item, line, href, isOpen, isCurrent, onFocus, position } = props;
  const t = useWords(words);
  const tp = useWords(partWords);
  const shown = line ?? item.lastLine;
  return (
    <li
      className={`inbox-item${isOpen ? ' is-open' : ''}${item.priority === 'urgent' ? ' is-urgent' : ''}`}
      style={position.style}
      aria-setsize={position.count}
      aria-posinset={position.index + 1}
    >
      <Link
        href={href}
        data-conversation={item.id}
        aria-current={isOpen ? 'true' : undefined}
        tabIndex={isCurrent ? 0 : -1}
        onFocus={() => {
          onFocus(item.id);
        }}
      >
        <span className="inbox-line">
          <strong className="inbox-name">{item.name ?? tp('unknownName')}</strong>
          <span className="inbox-address">{item.address}</span>
          <span className="inbox-end">
            <Waiting item={item} />
          </span>
        </span>
        <span className="inbox-line inbox-where">
          <Where item={item} />
        </span>
        <span className="inbox-text">
          <span className="inbox-from">{t(`from_${shown.author}`)}</span>
          {shown.text}
        </span>
        <span className="inbox-line inbox-tags">
          <Marks item={item} />
        </span>
      </Link>
    </li>
  );
});

function Waiting({ item }: { readonly item: InboxItem }) {
  const t = useWords(words);
  const now = useNow();
  if (item.waitingSince === null) return <TimeAgo at={item.lastLine.at} />;
  return (
    <span className="inbox-waits">
      <HourglassOutlined aria-hidden="true" />{' '}
      {t('waitingFor', { time: spanText(t, Math.max(0, now - item.waitingSince)) })}
    </span>
  );
}

function Where({ item }: { readonly item: InboxItem }) {
  const t = useWords(vocabulary);
  const parts = [
    item.department,
    t(`channel_${item.channel}`),
    item.reason === null ? null : t(`reason_${item.reason}`),
  ];
  return <>{parts.filter((part) => part !== null).join(' · ')}</>;
}

function Marks({ item }: { readonly item: InboxItem }) {
  const t = useWords(words);
  const { account } = useSession();
  const { owner } = item;
  return (
    <>
      {item.priority !== 'normal' && <PriorityTag priority={item.priority} />}
      {item.sla !== null && <SlaTag sla={item.sla} />}
      {item.state !== 'with_staff' && <StatusTag state={item.state} outcome={item.outcome} />}
      {item.snoozedUntil !== null && (
        <Tag>
          {t('snoozedUntil')} <Clock at={item.snoozedUntil} />
        </Tag>
      )}
      {item.labels.map((label) => (
        <Tag key={label} variant="outlined">
          {label}
        </Tag>
      ))}
      <span className="inbox-end inbox-owner">
        <UserOutlined aria-hidden="true" />{' '}
        {owner === null ? t('nobody') : owner.id === account.id ? t('me') : owner.name}
      </span>
    </>
  );
}
