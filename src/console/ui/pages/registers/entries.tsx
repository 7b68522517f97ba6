import { useVirtualizer } from '@tanstack/react-virtual';
import { Flex, Typography } from 'antd';
import { useEffect } from 'react';
import { Link } from 'wouter';
import type { EntryWire } from '../../../wire/registers.ts';
import { useWords } from '../../language/language.tsx';
import { useMarks } from '../../language/marks.ts';
import { Clock } from '../../parts/times.tsx';
import { words } from '../../words/registers.ts';
import { Concerned, DueText, EntryStatus, SeverityTag } from './looks.tsx';
import './registers.css';

/** Three lines of type, in px; each row is measured once it is there. */
const ROW_HEIGHT = 106;
/** The next page is asked for when this many rows are left below. */
const AHEAD = 20;

interface Props {
  readonly rows: readonly EntryWire[];
  readonly onEnd: () => void;
}

/** The rows of the register, of which only those on the screen exist. */
export function Entries({ rows, onEnd }: Props) {
  const t = useWords(words);
  // eslint-disable-next-line react-hooks/incompatible-library -- the compiler is not used, and nothing here is memoised by it
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => document.getElementById('main'),
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => `${rows[index]?.kind ?? ''}/${rows[index]?.number ?? String(index)}`,
    overscan: 8,
  });
  const shown = virtual.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  useEffect(() => {
    if (rows.length > 0 && last >= rows.length - AHEAD) onEnd();
  }, [last, rows.length, onEnd]);
  if (rows.length === 0) return null;
  return (
    <ul aria-label={t('title')} className="register-list" style={{ height: virtual.getTotalSize() }}>
      {shown.map(({ index, key, start }) => {
        const entry = rows[index];
        if (entry === undefined) return null;
        return (
          <li
            key={key}
            ref={virtual.measureElement}
            data-index={index}
            aria-setsize={rows.length}
            aria-posinset={index + 1}
            style={{ transform: `translateY(${String(start)}px)` }}
          >
            <Row entry={entry} />
          </li>
        );
      })}
    </ul>
  );
}

function Row({ entry }: { readonly entry: EntryWire }) {
  const t = useWords(words);
  const { listed } = useMarks();
  return (
    <Flex vertical gap={4} style={{ minWidth: 0 }}>
      <Flex gap={8} wrap align="center">
        <Link href={`/registers/${entry.kind}/${entry.number}`}>
          <strong>{entry.number}</strong> {t(`kind_${entry.kind}`)}
        </Link>
        <EntryStatus entry={entry} />
        <SeverityTag severity={entry.severity} />
        <DueText entry={entry} />
      </Flex>
      <Typography.Paragraph ellipsis={{ rows: 2 }} style={{ margin: 0 }}>
        {entry.text}
      </Typography.Paragraph>
      <Flex gap={12} wrap>
        <Typography.Text type="secondary">
          <Clock at={entry.receivedAt} /> · {t(`channel_${entry.receivedThrough}`)}
        </Typography.Text>
        <Typography.Text type="secondary">
          <Concerned entry={entry} />
        </Typography.Text>
        <Typography.Text type="secondary">{entry.patientName || entry.contactName}</Typography.Text>
        {entry.department !== '' && (
          <Typography.Text>{listed([entry.department, ...entry.coDepartments])}</Typography.Text>
        )}
      </Flex>
    </Flex>
  );
}
