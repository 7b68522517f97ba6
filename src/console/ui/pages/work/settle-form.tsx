import { useQuery } from '@tanstack/react-query';
import { App, Button, Form, Input, Radio, Typography } from 'antd';
import type { TaskKind, TaskOutcome } from '../../../../domain/work.ts';
import type { SettleBody, SettledView, TaskDetail, WordsView } from '../../../wire/work.ts';
import { post } from '../../api/client.ts';
import { useWords } from '../../language/language.tsx';
import { useMarks } from '../../language/marks.ts';
import { ErrorState } from '../../parts/error-state.tsx';
import { InstantField } from '../../parts/instant-field.tsx';
import { words } from '../../words/work.ts';
import { useStep } from './use-work.ts';

const OUTCOMES: Readonly<Record<TaskKind, readonly TaskOutcome[]>> = {
  appointment: ['confirmed', 'moved', 'refused'],
  callback: ['answered', 'unreached', 'settled'],
  note: ['settled'],
  handoff: [],
};

type Fields = Omit<SettleBody, 'version'>;

type Handle = ReturnType<typeof Form.useForm<Fields>>[0];

/** What came of it, and how the patient hears of it; the message is shown before it is sent. */
export function SettleForm({ task }: { readonly task: TaskDetail }) {
  const t = useWords(words);
  const [form] = Form.useForm<Fields>();
  const settle = useSettling(task);
  const [first = 'settled'] = OUTCOMES[task.kind];
  const outcome = (Form.useWatch('outcome', form) as TaskOutcome | undefined) ?? first;
  const speaks = outcome !== 'settled' && task.conversationId !== null;
  const tell = speaks ? 'message' : 'no';
  return (
    <Form<Fields>
      form={form}
      layout="vertical"
      requiredMark={false}
      aria-label={t('settle')}
      initialValues={{ outcome: first, text: '', doctor: task.details['doctor'] ?? '', tell }}
      onFinish={settle.save}
    >
      <Form.Item name="outcome" label={t('settle')}>
        <Radio.Group
          optionType="button"
          options={OUTCOMES[task.kind].map((value) => ({ value, label: t(`outcome_${value}`) }))}
        />
      </Form.Item>
      {(outcome === 'confirmed' || outcome === 'moved') && <Appointed outcome={outcome} />}
      <Remark outcome={outcome} />
      {task.kind !== 'note' && <Telling speaks={speaks} />}
      {speaks && <Preview task={task} form={form} />}
      {settle.error !== null && (
        <div className="gap-below">
          <ErrorState error={settle.error} />
        </div>
      )}
      <Button type="primary" htmlType="submit" loading={settle.busy}>
        {t('save')}
      </Button>
    </Form>
  );
}

/** Saves, and says whether the patient was told. */
function useSettling(task: TaskDetail) {
  const t = useWords(words);
  const { message } = App.useApp();
  const settle = useStep<SettledView>(task.id, 'settle');
  const save = (fields: Fields) => {
    settle.mutate(bodyOf(task, fields), {
      onSuccess: ({ refused }) => {
        if (refused === null) void message.success(fields.tell === 'message' ? t('toldNow') : t('saved'));
        else void message.warning(t('refused', { why: t(`refused_${refused}`) }), 8);
      },
    });
  };
  return { save, busy: settle.isPending, error: settle.error };
}

function Appointed({ outcome }: { readonly outcome: 'confirmed' | 'moved' }) {
  const t = useWords(words);
  return (
    <>
      <Form.Item
        name="appointedAt"
        label={t(outcome === 'confirmed' ? 'appointedAt' : 'proposedAt')}
        rules={[{ required: true, message: t('needTime') }]}
      >
        <InstantField />
      </Form.Item>
      <Form.Item name="doctor" label={t('doctor')}>
        <Input maxLength={40} />
      </Form.Item>
    </>
  );
}

function Remark({ outcome }: { readonly outcome: TaskOutcome }) {
  const t = useWords(words);
  const label = outcome === 'refused' ? 'reason' : outcome === 'answered' ? 'answer' : 'remark';
  const needed =
    label === 'remark'
      ? {}
      : { extra: t('reasonHint'), rules: [{ required: true, whitespace: true, message: t('needText') }] };
  return (
    <Form.Item name="text" label={t(label)} {...needed}>
      <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} maxLength={500} />
    </Form.Item>
  );
}

function Telling({ speaks }: { readonly speaks: boolean }) {
  const t = useWords(words);
  const ways = speaks ? (['message', 'phone', 'no'] as const) : (['phone', 'no'] as const);
  return (
    <Form.Item name="tell" label={t('tell')}>
      <Radio.Group options={ways.map((value) => ({ value, label: t(`tell_${value}`) }))} />
    </Form.Item>
  );
}

function bodyOf({ version, kind }: TaskDetail, fields: Partial<Fields>): SettleBody {
  const { outcome = 'settled', text = '', appointedAt, doctor = '', tell = 'no' } = fields;
  const plain = outcome === 'settled' && tell === 'message' ? 'no' : tell;
  return {
    version,
    outcome,
    text,
    tell: kind === 'note' ? 'no' : plain,
    ...(appointedAt === undefined ? {} : { appointedAt }),
    ...(doctor === '' ? {} : { doctor }),
  };
}

function Preview({ task, form }: { readonly task: TaskDetail; readonly form: Handle }) {
  const t = useWords(words);
  const { labelled } = useMarks();
  const fields = Form.useWatch((values: Fields) => values, form) as Fields | undefined;
  const body = bodyOf(task, fields ?? {});
  const timed = body.outcome === 'confirmed' || body.outcome === 'moved';
  const whole = fields?.tell === 'message' && (!timed || body.appointedAt !== undefined);
  const preview = useQuery({
    queryKey: ['work-words', task.id, body],
    queryFn: () => post<WordsView>(`/api/work/${encodeURIComponent(task.id)}/words`, body),
    enabled: whole,
  });
  if (!whole || preview.data === undefined || preview.data.text === '') return null;
  return (
    <Typography.Paragraph type="secondary" aria-live="polite">
      {labelled(t('preview'), preview.data.text)}
    </Typography.Paragraph>
  );
}
