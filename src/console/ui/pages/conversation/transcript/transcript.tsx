import { DownOutlined } from '@ant-design/icons';
import { useVirtualizer } from '@tanstack/react-virtual';
import { Button } from 'antd';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { MessageView } from '../../../../wire/conversation.ts';
import { useWords } from '../../../language/language.tsx';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { useTimeText } from '../../../parts/times.tsx';
import { words } from '../../../words/conversation.ts';
import { MessageBubble } from './message-bubble.tsx';

/** A bubble of two lines with head and foot, in px; the real height is measured. */
const USUAL_HEIGHT = 120;
/** Nearer to the end than this, the reader wants to see what comes. */
const NEAR_END_PX = 160;

/** The messages, of which only those on the screen exist. It opens at the end and stays there while messages come. */
export function Transcript({ messages }: { readonly messages: readonly MessageView[] }) {
  const t = useWords(words);
  const box = useRef<HTMLDivElement>(null);
  const [atEnd, setAtEnd] = useState(true);
  // eslint-disable-next-line react-hooks/incompatible-library -- the compiler is not used, and nothing here is memoised by it
  const virtual = useVirtualizer({
    count: messages.length,
    getScrollElement: () => box.current,
    estimateSize: () => USUAL_HEIGHT,
    getItemKey: (index) => messages[index]?.seq ?? index,
    overscan: 6,
  });
  const last = messages.length - 1;
  const total = virtual.getTotalSize();
  // Heights are measured after the first drawing: until the reader scrolls up, the end is where they are.
  useLayoutEffect(() => {
    if (atEnd && last >= 0) box.current?.scrollTo({ top: box.current.scrollHeight });
  }, [atEnd, last, total]);
  useEndWatch(box, setAtEnd);
  useResize(box, () => {
    if (atEnd) box.current?.scrollTo({ top: box.current.scrollHeight });
  });
  if (messages.length === 0) return <EmptyState title={t('noMessages')} />;
  return (
    <div className="transcript">
      {/* biome-ignore lint: what scrolls has to be reached by keyboard. */}
      <div ref={box} className="transcript-scroll" role="log" aria-label={t('transcript')} tabIndex={0}>
        <div className="transcript-lines" style={{ height: total }}>
          {virtual.getVirtualItems().map(({ index, key, start }) => (
            <div
              key={key}
              data-index={index}
              ref={virtual.measureElement}
              className="transcript-line"
              style={{ transform: `translateY(${String(start)}px)` }}
            >
              <Line message={messages[index]} before={messages[index - 1]} />
            </div>
          ))}
        </div>
      </div>
      {!atEnd && (
        <Button
          className="to-latest"
          shape="round"
          icon={<DownOutlined />}
          onClick={() => {
            setAtEnd(true);
          }}
        >
          {t('toLatest')}
        </Button>
      )}
    </div>
  );
}

interface LineProps {
  readonly message: MessageView | undefined;
  readonly before: MessageView | undefined;
}

/** A message, under its day where a new one begins. */
function Line({ message, before }: LineProps) {
  const day = useTimeText();
  if (message === undefined) return null;
  const newDay = before === undefined || day(before.at, 'day') !== day(message.at, 'day');
  return (
    <>
      {newDay && <div className="transcript-day">{day(message.at, 'day')}</div>}
      <MessageBubble message={message} />
    </>
  );
}

/** Calls back when the box becomes larger or smaller: the reply box below it grows with what is written. */
function useResize(box: { readonly current: HTMLDivElement | null }, onResize: () => void): void {
  const latest = useRef(onResize);
  useEffect(() => {
    latest.current = onResize;
  });
  useEffect(() => {
    if (box.current === null) return undefined;
    const observer = new ResizeObserver(() => {
      latest.current();
    });
    observer.observe(box.current);
    return () => {
      observer.disconnect();
    };
  }, [box]);
}

/** Tells whether the reader is at the end; only their own scrolling leads away from it. */
function useEndWatch(box: { readonly current: HTMLDivElement | null }, setAtEnd: (atEnd: boolean) => void): void {
  useEffect(() => {
    const scroller = box.current;
    if (scroller === null) return undefined;
    let before = scroller.scrollTop;
    const onScroll = () => {
      const { scrollTop, scrollHeight, clientHeight } = scroller;
      const near = scrollHeight - scrollTop - clientHeight < NEAR_END_PX;
      if (near) setAtEnd(true);
      else if (scrollTop < before) setAtEnd(false);
      before = scrollTop;
    };
    scroller.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      scroller.removeEventListener('scroll', onScroll);
    };
  }, [box, setAtEnd]);
}
