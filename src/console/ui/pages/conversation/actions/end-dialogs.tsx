import { Alert, Form, Input, Select, Typography } from 'antd';
import { SILENCING } from '../../../../../domain/desk.ts';
import { OUTCOMES, type Outcome } from '../../../../../domain/vocabulary.ts';
import type { ConversationView } from '../../../../wire/conversation.ts';
import { useWords } from '../../../language/language.tsx';
import { words } from '../../../words/conversation.ts';
import { words as vocabulary } from '../../../words/vocabulary.ts';
import { useQuestionTitle } from '../question-title.ts';
import { useDeskAction } from '../use-conversation.ts';
import { ActionDialog } from './action-dialog.tsx';

interface Props {
  readonly view: ConversationView;
  readonly onClose: () => void;
}

const noteOf = (note: string | undefined) => (note === undefined || note.trim() === '' ? {} : { note: note.trim() });

/** Gives the talk back to the bot, and says where it will go on. */
export function HandBackDialog({ view, onClose }: Props) {
  const t = useWords(words);
  const titleOf = useQuestionTitle();
  const [form] = Form.useForm<{ note?: string }>();
  const handBack = useDeskAction(view.id, 'hand-back');
  const next = view.handBackTo;
  return (
    <ActionDialog<{ note?: string }>
      title={t('handBack')}
      form={form}
      busy={handBack.isPending}
      onDone={({ note }) => {
        handBack.mutate(noteOf(note), { onSuccess: onClose });
      }}
      onClose={onClose}
    >
      <Typography.Paragraph>
        {next === null ? t('handBackNowhere') : t('handBackTo', { question: titleOf(next) })}
      </Typography.Paragraph>
      <NoteField />
    </ActionDialog>
  );
}

interface Closing {
  readonly outcome: Outcome;
  readonly note?: string;
}

/** Ends the conversation with an outcome. */
export function CloseDialog({ view, onClose }: Props) {
  const t = useWords(words);
  const tv = useWords(vocabulary);
  const [form] = Form.useForm<Closing>();
  const outcome = Form.useWatch('outcome', form);
  const close = useDeskAction(view.id, 'close');
  return (
    <ActionDialog<Closing>
      title={t('closeIt')}
      form={form}
      busy={close.isPending}
      danger
      onDone={({ note, ...as }) => {
        close.mutate({ ...as, ...noteOf(note) }, { onSuccess: onClose });
      }}
      onClose={onClose}
    >
      <Typography.Paragraph type="secondary">{t('closeHint')}</Typography.Paragraph>
      <Form.Item name="outcome" label={t('outcome')} rules={[{ required: true, message: t('needed') }]}>
        <Select autoFocus options={OUTCOMES.map((value) => ({ value, label: tv(`outcome_${value}`) }))} />
      </Form.Item>
      <Silencing outcome={outcome} />
      <NoteField />
    </ActionDialog>
  );
}

/** What cannot be undone by whoever does it is said before it is done. */
function Silencing({ outcome }: { readonly outcome: Outcome | undefined }) {
  const t = useWords(words);
  const tv = useWords(vocabulary);
  const silent = SILENCING.find((one) => one === outcome);
  if (silent === undefined) return null;
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      className="gap-below"
      title={t(`closeSilent_${silent}`, { outcome: tv(`outcome_${silent}`) })}
      description={t('closeSilentUndo')}
    />
  );
}

/** A supervisor undoes a closing that was a slip. */
export function TakeBackDialog({ view, onClose }: Props) {
  const t = useWords(words);
  const tv = useWords(vocabulary);
  const [form] = Form.useForm<{ why: string }>();
  const takeBack = useDeskAction(view.id, 'take-back');
  return (
    <ActionDialog<{ why: string }>
      title={t('takeBack')}
      form={form}
      busy={takeBack.isPending}
      onDone={({ why }) => {
        takeBack.mutate({ why: why.trim() }, { onSuccess: onClose });
      }}
      onClose={onClose}
    >
      <Typography.Paragraph>
        {t('takeBackHint', { outcome: view.outcome === null ? '' : tv(`outcome_${view.outcome}`) })}
      </Typography.Paragraph>
      <Form.Item
        name="why"
        label={t('takeBackWhy')}
        rules={[{ required: true, whitespace: true, min: 2, message: t('needed') }]}
      >
        <Input maxLength={500} autoFocus />
      </Form.Item>
    </ActionDialog>
  );
}

function NoteField() {
  const t = useWords(words);
  return (
    <Form.Item name="note" label={t('noteOptional')}>
      <Input.TextArea rows={3} maxLength={2000} />
    </Form.Item>
  );
}
