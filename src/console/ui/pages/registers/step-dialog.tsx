import { useQuery } from '@tanstack/react-query';
import { Alert, AutoComplete, Form, Input, Modal, Select, Typography } from 'antd';
import {
  DISMISSALS,
  REGISTER_CATEGORIES,
  REGISTER_CHANNELS,
  type RegisterStep,
  SEVERITIES,
} from '../../../../domain/register.ts';
import type { DepartmentsWire, EntryView } from '../../../wire/registers.ts';
import { ApiError, get } from '../../api/client.ts';
import { useWords } from '../../language/language.tsx';
import { useMarks } from '../../language/marks.ts';
import { words } from '../../words/registers.ts';
import { JoinFields } from './join-fields.tsx';
import type { WordKey } from './looks.tsx';
import type { useEntry } from './use-entry.ts';

interface Props {
  readonly step: RegisterStep;
  readonly view: EntryView;
  readonly change: ReturnType<typeof useEntry>['change'];
  readonly onClose: () => void;
}

/** What the dialog of a step collects; each step sends the part that it takes. */
interface Given {
  readonly department?: string;
  readonly coDepartments?: readonly string[];
  readonly categories?: readonly string[];
  readonly severity?: string;
  readonly finding?: string;
  readonly facts?: string;
  readonly improvement?: string;
  readonly proposal?: string;
  readonly opinion?: string;
  readonly instruction?: string;
  readonly handled?: string;
  readonly reason?: string;
  readonly dismissal?: string;
  readonly text?: string;
  readonly channel?: string;
  readonly written?: string;
  /** Somebody of the roster, as JSON. */
  readonly person?: string;
}

/** A reason that was left empty is none. */
const why = ({ reason }: Given): object => (reason === undefined || reason.trim() === '' ? {} : { reason });

/** What each step sends of what was collected. */
const BODIES: Readonly<Record<RegisterStep, (given: Given) => object>> = {
  take: () => ({}),
  resume: () => ({}),
  join: ({ written, person }) => ({
    joined: { written, person: person === undefined ? null : (JSON.parse(person) as object) },
  }),
  assign: ({ department, coDepartments = [], categories, severity, ...given }) => ({
    ...why(given),
    fields: { department, coDepartments, categories, severity },
  }),
  answer: ({ finding, facts, improvement }) => ({ finding, fields: { facts, improvement } }),
  approve: ({ proposal, opinion }) => ({ fields: { proposal, opinion } }),
  instruct: ({ instruction }) => ({ fields: { instruction } }),
  conclude: ({ handled }) => ({ fields: { handled } }),
  close: ({ text, channel }) => ({ reply: { text, channel } }),
  dismiss: ({ dismissal, ...given }) => ({ dismissal, ...why(given) }),
  return: ({ reason }) => ({ reason }),
  pause: ({ reason }) => ({ reason }),
};

/** What the dialog begins with: what stands in the form, else what is proposed. */
function startOf({ entry, advice }: EntryView): Given {
  const proposed = advice.category === null ? [] : [advice.category];
  return {
    ...entry,
    department: entry.department === '' ? (advice.department ?? '') : entry.department,
    categories: entry.categories.length > 0 ? entry.categories : proposed,
    severity: entry.severity === 'ordinary' ? advice.severity : entry.severity,
    finding: '',
    text: '',
    channel: entry.conversationId === null ? 'phone' : 'conversation',
  };
}

/** Collects what a step needs; submitting it signs it. What was typed stays when the service refuses. */
export function StepDialog({ step, view, change, onClose }: Props) {
  const t = useWords(words);
  const [form] = Form.useForm<Given>();
  const refused =
    change.error instanceof ApiError && change.error.code === 'REGISTER_UNTOLD' ? change.error.details[0] : undefined;
  return (
    <Modal
      open
      width={640}
      title={t(`step_${step}`)}
      okText={t('sign')}
      cancelText={t('cancel')}
      confirmLoading={change.isPending}
      onOk={() => {
        form.submit();
      }}
      onCancel={onClose}
    >
      {refused !== undefined && (
        <Alert type="warning" showIcon title={t(`untold_${refused}` as WordKey)} className="gap-below" />
      )}
      <Form<Given>
        form={form}
        layout="vertical"
        initialValues={startOf(view)}
        onFinish={(given) => {
          change.mutate({ how: 'step', body: { step, ...BODIES[step](given) } }, { onSuccess: onClose });
        }}
      >
        <StepFields step={step} view={view} />
      </Form>
    </Modal>
  );
}

function StepFields({ step, view }: Pick<Props, 'step' | 'view'>) {
  const t = useWords(words);
  switch (step) {
    case 'assign':
      return <AssignFields view={view} />;
    case 'answer':
      return (
        <>
          <Text name="finding" label={t('finding')} hint={t('findingHint')} needed />
          <Text name="facts" label={t('field_facts')} />
          <Text name="improvement" label={t('field_improvement')} />
        </>
      );
    case 'approve':
      return (
        <>
          <Text name="proposal" label={t('field_proposal')} needed />
          <Text name="opinion" label={t('field_opinion')} />
        </>
      );
    case 'instruct':
      return <Text name="instruction" label={t('field_instruction')} needed />;
    case 'conclude':
      return <Text name="handled" label={t('field_handled')} needed />;
    case 'close':
      return <CloseFields view={view} />;
    case 'join':
      return <JoinFields view={view} />;
    case 'dismiss':
      return (
        <>
          <Form.Item name="dismissal" label={t('reason')} rules={[{ required: true, message: t('needed') }]}>
            <Select options={DISMISSALS.map((value) => ({ value, label: t(`dismissal_${value}`) }))} />
          </Form.Item>
          <Text name="reason" label={t('field_remarks')} hint={t('reasonHint')} />
        </>
      );
    default:
      return <Text name="reason" label={t('reason')} hint={t('reasonHint')} needed />;
  }
}

function AssignFields({ view }: Pick<Props, 'view'>) {
  const t = useWords(words);
  const { data } = useQuery({
    queryKey: ['registers', 'departments'],
    queryFn: ({ signal }) => get<DepartmentsWire>('/api/registers/departments', signal),
  });
  const options = (data?.departments ?? []).map((value) => ({ value, label: value }));
  const needed = [{ required: true, message: t('needed') }];
  const { department } = view.advice;
  const chosen = (Form.useWatch<string | undefined>('department') ?? '').trim();
  const isHeadless = chosen !== '' && data?.headed.includes(chosen) === false;
  return (
    <>
      {isHeadless && <Alert type="warning" showIcon title={t('noHead', { name: chosen })} className="gap-below" />}
      <Form.Item
        name="department"
        label={t('field_department')}
        rules={needed}
        extra={department === null ? undefined : t('adviceDepartment', { name: department })}
      >
        <AutoComplete
          options={options}
          showSearch={{ filterOption: (typed, option) => option?.value.includes(typed) === true }}
        />
      </Form.Item>
      <Form.Item name="coDepartments" label={t('field_coDepartments')} extra={t('coHint', { n: 10 })}>
        <Select mode="tags" options={options} />
      </Form.Item>
      <Form.Item name="categories" label={t('field_categories')} rules={needed}>
        <Select
          mode="multiple"
          options={REGISTER_CATEGORIES.map((value) => ({ value, label: t(`category_${value}`) }))}
        />
      </Form.Item>
      <Form.Item name="severity" label={t('field_severity')} rules={needed}>
        <Select options={SEVERITIES.map((value) => ({ value, label: t(`severity_${value}`) }))} />
      </Form.Item>
      <Text name="reason" label={t('field_remarks')} />
    </>
  );
}

function CloseFields({ view: { entry } }: Pick<Props, 'view'>) {
  const t = useWords(words);
  const { labelled } = useMarks();
  const channel = Form.useWatch<string | undefined>('channel');
  const channels = REGISTER_CHANNELS.filter((one) => one !== 'conversation' || entry.conversationId !== null);
  return (
    <>
      {entry.findings.map(({ department, text }) => (
        <Typography.Paragraph key={department} type="secondary">
          {labelled(department, text)}
        </Typography.Paragraph>
      ))}
      <Form.Item
        name="channel"
        label={t('replyThrough')}
        extra={t(channel === 'conversation' ? 'replyHint' : 'replyOther')}
      >
        <Select options={channels.map((value) => ({ value, label: t(`channel_${value}`) }))} />
      </Form.Item>
      <Text name="text" label={t('replyText')} needed />
    </>
  );
}

interface TextProps {
  readonly name: keyof Given;
  readonly label: string;
  readonly hint?: string;
  readonly needed?: boolean;
}

function Text({ name, label, hint, needed = false }: TextProps) {
  const t = useWords(words);
  return (
    <Form.Item
      name={name}
      label={label}
      extra={hint}
      rules={needed ? [{ required: true, whitespace: true, message: t('needed') }] : []}
    >
      <Input.TextArea autoSize={{ minRows: 2, maxRows: 10 }} maxLength={4000} />
    </Form.Item>
  );
}
