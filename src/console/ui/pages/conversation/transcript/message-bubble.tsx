import { RobotOutlined, UserOutlined } from '@ant-design/icons';
import Bubble from '@ant-design/x/es/bubble';
import { memo } from 'react';
import type { MessageView } from '../../../../wire/conversation.ts';
import { useWords } from '../../../language/language.tsx';
import { Clock } from '../../../parts/times.tsx';
import { words } from '../../../words/conversation.ts';
import { DeliveryLine } from './delivery-line.tsx';
import { WhyLines } from './why-lines.tsx';

/** One line of the transcript: theirs at the left, ours at the right. */
export const MessageBubble = memo(function MessageBubble({ message }: { readonly message: MessageView }) {
  const t = useWords(words);
  const { author, authorName, text, at, options, why } = message;
  const icon = author === 'bot' ? <RobotOutlined aria-hidden="true" /> : <UserOutlined aria-hidden="true" />;
  return (
    <Bubble
      className={`bubble-of-${author}`}
      placement={author === 'contact' ? 'start' : 'end'}
      variant={author === 'contact' ? 'outlined' : 'filled'}
      content={text}
      contentRender={(content) => <span className="message-text">{content}</span>}
      header={
        <span className="message-head">
          {icon} {authorName ?? t(`by_${author}`)} · <Clock at={at} look="time" />
        </span>
      }
      footer={
        <div className="message-foot">
          <DeliveryLine message={message} />
          {options.length > 0 && <div className="delivery">{t('offered', { options: options.join(' / ') })}</div>}
          <WhyLines why={why} />
        </div>
      }
    />
  );
});
