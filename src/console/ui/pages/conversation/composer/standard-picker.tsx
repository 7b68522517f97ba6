import { Typography } from 'antd';
import { useEffect } from 'react';
import type { StandardReply } from '../../../../wire/conversation.ts';
import { useWords } from '../../../language/language.tsx';
import { words } from '../../../words/conversation.ts';

interface Props {
  readonly id: string;
  readonly replies: readonly StandardReply[];
  readonly at: number;
  readonly onPick: (reply: StandardReply) => void;
}

/** Id of an option, for the box that points to it. */
export function optionId(list: string, at: number): string {
  return `${list}-${String(at)}`;
}

/** Replies whose title, group, shortcut or words hold what was typed after the slash. */
export function matching(replies: readonly StandardReply[], typed: string): readonly StandardReply[] {
  const wanted = typed.trim().toLowerCase();
  return replies.filter(({ title, group, shortcut, text }) =>
    [shortcut ?? '', title, group, text].some((each) => each.toLowerCase().includes(wanted)),
  );
}

/** Standard replies to choose from; the reply box keeps the keyboard. */
export function StandardPicker({ id, replies, at, onPick }: Props) {
  const t = useWords(words);
  useEffect(() => {
    document.getElementById(optionId(id, at))?.scrollIntoView({ block: 'nearest' });
  }, [id, at]);
  return (
    <div className="picker">
      {replies.length === 0 ? (
        <Typography.Text type="secondary">{t('standardNone')}</Typography.Text>
      ) : (
        <div id={id} role="listbox" aria-label={t('standard')} className="picker-list" tabIndex={0}>
          {replies.map((reply, index) => (
            // The keyboard is the box's business: it points to the option and takes it with Enter.
            // biome-ignore lint/a11y: options of a list that is steered from the box
            <div
              key={reply.id}
              id={optionId(id, index)}
              role="option"
              aria-selected={index === at}
              className={index === at ? 'picker-option is-at' : 'picker-option'}
              onMouseDown={(event) => {
                event.preventDefault();
                onPick(reply);
              }}
            >
              <strong>{reply.title}</strong> {reply.shortcut !== null && <kbd>/{reply.shortcut}</kbd>}
              <div className="picker-text">{reply.text}</div>
            </div>
          ))}
        </div>
      )}
      <Typography.Text type="secondary" className="picker-hint">
        {t('standardPick')}
      </Typography.Text>
    </div>
  );
}
