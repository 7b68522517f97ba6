import {
  CheckCircleOutlined,
  CheckOutlined,
  ClockCircleOutlined,
  CloseCircleOutlined,
  EyeOutlined,
  QuestionCircleOutlined,
  StopOutlined,
} from '@ant-design/icons';
import type { ReactNode } from 'react';
import type { DeliveryState } from '../../../../../domain/message.ts';
import type { MessageView } from '../../../../wire/conversation.ts';
import { useWords } from '../../../language/language.tsx';
import { useStoredWords } from '../../../language/use-stored-words.ts';
import { words } from '../../../words/conversation.ts';
import { words as vocabulary } from '../../../words/vocabulary.ts';

type Mood = 'calm' | 'unsure' | 'bad';

const LOOKS: Readonly<Record<Exclude<DeliveryState, 'none'>, readonly [Mood, ReactNode]>> = {
  pending: ['calm', <ClockCircleOutlined key="i" />],
  sending: ['calm', <ClockCircleOutlined key="i" />],
  uncertain: ['unsure', <QuestionCircleOutlined key="i" />],
  accepted: ['calm', <CheckOutlined key="i" />],
  queued: ['calm', <CheckOutlined key="i" />],
  sent: ['calm', <CheckOutlined key="i" />],
  delivered: ['calm', <CheckCircleOutlined key="i" />],
  undelivered: ['bad', <CloseCircleOutlined key="i" />],
  failed: ['bad', <CloseCircleOutlined key="i" />],
  cancelled: ['unsure', <StopOutlined key="i" />],
  expired: ['bad', <StopOutlined key="i" />],
  read: ['calm', <EyeOutlined key="i" />],
};

/** Whether a message of ours arrived, and if not, why. */
export function DeliveryLine({ message }: { readonly message: MessageView }) {
  const t = useWords(words);
  const tv = useWords(vocabulary);
  const stored = useStoredWords();
  const { delivery, failure } = message;
  if (delivery === 'none') return null;
  const [mood, icon] = LOOKS[delivery];
  return (
    <span className={`delivery delivery-${mood}`}>
      <span aria-hidden="true">{icon}</span> {tv(`delivery_${delivery}`)}
      {failure !== null && <> · {t('failedBecause', { why: stored(failure.detail) })}</>}
    </span>
  );
}
