import { Form, Select } from 'antd';
import type { ConversationView } from '../../../../wire/conversation.ts';
import { useWords } from '../../../language/language.tsx';
import { words } from '../../../words/conversation.ts';
import { useDeskAction } from '../use-conversation.ts';
import { ActionDialog } from './action-dialog.tsx';

const MOST = 10;

interface Props {
  readonly view: ConversationView;
  readonly onClose: () => void;
}

/** Sets the labels by which conversations are found again. */
export function LabelDialog({ view, onClose }: Props) {
  const t = useWords(words);
  const [form] = Form.useForm<{ labels: string[] }>();
  const label = useDeskAction(view.id, 'label');
  return (
    <ActionDialog<{ labels: string[] }>
      title={t('labelsSave')}
      form={form}
      start={{ labels: [...view.labels] }}
      busy={label.isPending}
      onDone={({ labels }) => {
        label.mutate({ labels }, { onSuccess: onClose });
      }}
      onClose={onClose}
    >
      <Form.Item name="labels" label={t('labels')} extra={t('labelsHint')}>
        <Select mode="tags" autoFocus maxCount={MOST} tokenSeparators={[',', '，', ' ']} open={false} />
      </Form.Item>
    </ActionDialog>
  );
}
