import { Form, Input, Select } from 'antd';
import { mayDo } from '../../../../../access/roles.ts';
import type { ConversationView } from '../../../../wire/conversation.ts';
import { useWords } from '../../../language/language.tsx';
import { words } from '../../../words/conversation.ts';
import { words as shellWords } from '../../../words/shell.ts';
import { useDeskAction } from '../use-conversation.ts';
import { ActionDialog } from './action-dialog.tsx';

interface Props {
  readonly view: ConversationView;
  /** `transfer`: one's own; `assign`: whoever has it. */
  readonly how: 'transfer' | 'assign';
  readonly onClose: () => void;
}

interface Given {
  readonly accountId: string;
  readonly note?: string;
}

/** Gives the conversation to a colleague, with what they need to know. */
export function GiveDialog({ view, how, onClose }: Props) {
  const t = useWords(words);
  const ts = useWords(shellWords);
  const [form] = Form.useForm<Given>();
  const transfer = useDeskAction(view.id, 'transfer');
  const assign = useDeskAction(view.id, 'assign');
  const people = view.colleagues
    .filter(({ id, role }) => id !== view.owner?.id && mayDo(role, 'conversation.handle'))
    .map(({ id, name, role }) => ({ value: id, label: `${name} · ${ts(`role_${role}`)}` }));
  const give = ({ accountId, note }: Given) => {
    const told = note?.trim() ?? '';
    const done = { onSuccess: onClose };
    if (how === 'transfer') transfer.mutate({ accountId, note: told }, done);
    else assign.mutate({ accountId, ...(told === '' ? {} : { note: told }) }, done);
  };
  return (
    <ActionDialog<Given>
      title={t(how)}
      form={form}
      busy={transfer.isPending || assign.isPending}
      onDone={give}
      onClose={onClose}
    >
      <Form.Item name="accountId" label={t('transferTo')} rules={[{ required: true, message: t('needed') }]}>
        <Select options={people} showSearch={{ optionFilterProp: 'label' }} autoFocus />
      </Form.Item>
      <Form.Item
        name="note"
        label={how === 'transfer' ? t('transferNote') : t('noteOptional')}
        rules={how === 'transfer' ? [{ required: true, whitespace: true, message: t('needed') }] : []}
      >
        <Input.TextArea rows={3} maxLength={2000} />
      </Form.Item>
    </ActionDialog>
  );
}
