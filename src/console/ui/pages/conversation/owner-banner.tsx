import { RobotOutlined, UserOutlined } from '@ant-design/icons';
import { Alert } from 'antd';
import type { ConversationView } from '../../../wire/conversation.ts';
import { useWords } from '../../language/language.tsx';
import { useTimeText } from '../../parts/times.tsx';
import { useSession } from '../../shell/session.tsx';
import { words } from '../../words/conversation.ts';
import { ActionBar } from './actions/action-bar.tsx';

/** Who has the conversation, whether the bot speaks, and what can be done about it. */
export function OwnerBanner({ view }: { readonly view: ConversationView }) {
  const { account } = useSession();
  const said = useOwnerWords(view);
  const mine = view.owner?.id === account.id;
  return (
    <Alert
      className="owner-banner"
      type={mine ? 'success' : view.state === 'with_staff' ? 'warning' : 'info'}
      showIcon
      icon={view.state === 'with_staff' ? <UserOutlined aria-hidden="true" /> : <RobotOutlined aria-hidden="true" />}
      title={<span role="status">{said}</span>}
      action={<ActionBar view={view} />}
    />
  );
}

function useOwnerWords(view: ConversationView): string {
  const t = useWords(words);
  const time = useTimeText();
  const { account } = useSession();
  if (view.owner?.id === account.id) return t('ownerMe');
  if (view.owner !== null)
    return t('ownerOther', { name: view.owner.name, since: view.ownerSince === null ? '' : time(view.ownerSince) });
  if (view.state === 'closed') return t('ownerClosed');
  return t(view.state === 'with_staff' ? 'ownerNobody' : 'ownerBot');
}
