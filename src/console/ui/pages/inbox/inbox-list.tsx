import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import type { InboxItem, LineView } from '../../../wire/inbox.ts';
import { useWords } from '../../language/language.tsx';
import { words } from '../../words/inbox.ts';
import { InboxRow } from './inbox-row.tsx';

/** Four lines of type and the gaps between them, in px. */
const ROW_HEIGHT = 128;
/** The next page is asked for when this many rows are left below. */
const AHEAD = 30;

export interface ListRow {
  readonly item: InboxItem;
  readonly line: LineView | null;
}

interface Props {
  readonly rows: readonly ListRow[];
  readonly openId: string | null;
  readonly hrefOf: (id: string) => string;
  /** Where the keyboard stands: `focus` grows when the row should take the focus. */
  readonly cursor: { readonly id: string | null; readonly focus: number };
  readonly onCursor: (id: string) => void;
  readonly onEnd?: () => void;
  readonly onSeen?: (index: number) => void;
}

/** The rows, of which only those on the screen exist; ten thousand stay smooth. */
export function InboxList({ rows, openId, hrefOf, cursor, onCursor, onEnd, onSeen }: Props) {
  const t = useWords(words);
  const box = useRef<HTMLDivElement>(null);
  // eslint-disable-next-line react-hooks/incompatible-library -- the compiler is not used, and nothing here is memoised by it
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => rows[index]?.item.id ?? index,
    overscan: 6,
  });
  const shown = virtual.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  useEffect(() => {
    onSeen?.(last);
    if (last >= rows.length - AHEAD) onEnd?.();
  }, [last, rows.length, onEnd, onSeen]);

  const at = rows.findIndex(({ item }) => item.id === cursor.id);
  const { focus } = cursor;
  useEffect(() => {
    if (focus === 0 || at < 0) return;
    virtual.scrollToIndex(at);
    // The row is there after the list has drawn what it scrolled to.
    const frame = requestAnimationFrame(() => {
      box.current?.querySelector<HTMLElement>(`[data-conversation="${CSS.escape(rows[at]?.item.id ?? '')}"]`)?.focus();
    });
    return () => {
      cancelAnimationFrame(frame);
    };
    // Only a move of the keyboard takes the focus; rows that come and go do not.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [focus]);

  return (
    <div ref={box} className="inbox-scroll">
      <ul aria-label={t('list')} className="inbox-list" style={{ height: virtual.getTotalSize() }}>
        {shown.map(({ index, key, start }) => {
          const row = rows[index];
          if (row === undefined) return null;
          const { item, line } = row;
          return (
            <InboxRow
              key={key}
              item={item}
              line={line}
              href={hrefOf(item.id)}
              isOpen={item.id === openId}
              isCurrent={at < 0 ? index === 0 : index === at}
              onFocus={onCursor}
              position={{
                index,
                count: rows.length,
                style: { height: ROW_HEIGHT, transform: `translateY(${String(start)}px)` },
              }}
            />
          );
        })}
      </ul>
    </div>
  );
}
