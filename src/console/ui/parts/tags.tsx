import {
  ClockCircleOutlined,
  FireOutlined,
  MinusCircleOutlined,
  RobotOutlined,
  UpCircleOutlined,
  UserOutlined,
} from '@ant-design/icons';
import { Tag } from 'antd';
import type { ReactNode } from 'react';
import type { ConversationState, Outcome, Priority } from '../../../domain/vocabulary.ts';
import { useWords } from '../language/language.tsx';
import { words } from '../words/vocabulary.ts';

interface Look {
  readonly colour: string;
  readonly icon: ReactNode;
}

const STATES: Readonly<Record<ConversationState, Look>> = {
  waiting: { colour: 'default', icon: <RobotOutlined aria-hidden="true" /> },
  scheduled: { colour: 'default', icon: <ClockCircleOutlined aria-hidden="true" /> },
  with_staff: { colour: 'blue', icon: <UserOutlined aria-hidden="true" /> },
  closed: { colour: 'default', icon: <MinusCircleOutlined aria-hidden="true" /> },
};

interface StatusProps {
  readonly state: ConversationState;
  readonly outcome: Outcome | null;
}

/** Where a conversation stands; of a closed one, how it ended. */
export function StatusTag({ state, outcome }: StatusProps) {
  const t = useWords(words);
  const { colour, icon } = STATES[state];
  return (
    <Tag color={colour} icon={icon}>
      {state === 'closed' && outcome !== null ? t(`outcome_${outcome}`) : t(`state_${state}`)}
    </Tag>
  );
}

const PRIORITIES: Readonly<Record<Priority, Look>> = {
  urgent: { colour: 'red', icon: <FireOutlined aria-hidden="true" /> },
  high: { colour: 'orange', icon: <UpCircleOutlined aria-hidden="true" /> },
  normal: { colour: 'default', icon: null },
};

/** How pressing it is; told by icon and word, not by colour alone. */
export function PriorityTag({ priority }: { readonly priority: Priority }) {
  const t = useWords(words);
  const { colour, icon } = PRIORITIES[priority];
  return (
    <Tag color={colour} icon={icon} variant={priority === 'urgent' ? 'solid' : 'filled'}>
      {t(`priority_${priority}`)}
    </Tag>
  );
}
