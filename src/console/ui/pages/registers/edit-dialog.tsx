import { Form, Input, Modal, Select } from 'antd';
import { REGISTER_CATEGORIES, SEVERITIES } from '../../../../domain/register.ts';
import type { EntryView } from '../../../wire/registers.ts';
import { useWords } from '../../language/language.tsx';
import { useMay } from '../../shell/session.tsx';
import { words } from '../../words/registers.ts';
import type { useEntry } from './use-entry.ts';

interface Props {
  readonly view: EntryView;
  readonly change: ReturnType<typeof useEntry>['change'];
  readonly onClose: () => void;
}

const LONG = ['proposal', 'opinion', 'facts', 'improvement', 'returnVisit', 'handled', 'remarks'] as const;
/** Masked on the page: empty here means that it stays as it is. */
const MASKED = ['contactName', 'patientName', 'recordNo', 'phone', 'address'] as const;
const AFTER_CLOSING: readonly string[] = ['returnVisit', 'improvement', 'remarks'];

type Given = Readonly<Record<string, unknown>>;

/** Fills columns in: those that one may, and of a closed entry only what comes after. Only what was changed is sent. */
export function EditDialog({ view, change, onClose }: Props) {
  const t = useWords(words);
  const may = useMay();
  const [form] = Form.useForm<Given>();
  const { entry, editable } = view;
  const isClosed = entry.status === 'closed';
  const shows = (field: string) => editable.includes(field) && (!isClosed || AFTER_CLOSING.includes(field));
  const notForPraise = entry.kind !== 'complaint';
  const before: Given = Object.fromEntries(
    Object.entries(entry).filter(([field]) => !(MASKED as readonly string[]).includes(field)),
  );
  const send = (given: Given) => {
    const { settled, settledWords, ...rest } = given;
    const fields = Object.fromEntries(
      Object.entries(rest).filter(
        ([field, value]) =>
          value !== undefined &&
          JSON.stringify(value) !== JSON.stringify(before[field]) &&
          !((MASKED as readonly string[]).includes(field) && value === ''),
      ),
    );
    const said = typeof settled === 'boolean' ? { settled: { settled, words: String(settledWords ?? '') } } : {};
    change.mutate({ how: 'edit', body: { fields, ...said } }, { onSuccess: onClose });
  };
  return (
    <Modal
      open
      width={680}
      title={t('edit')}
      okText={t('save')}
      cancelText={t('cancel')}
      confirmLoading={change.isPending}
      onOk={() => {
        form.submit();
      }}
      onCancel={onClose}
    >
      <Form<Given> form={form} layout="vertical" initialValues={{ ...before, settled: undefined }} onFinish={send}>
        {shows('contactName') &&
          MASKED.map((field) => (
            <Form.Item key={field} name={field} label={t(`field_${field}`)}>
              <Input maxLength={200} placeholder={entry[field]} />
            </Form.Item>
          ))}
        {shows('relation') && (
          <Form.Item name="relation" label={t('field_relation')}>
            <Input maxLength={200} />
          </Form.Item>
        )}
        {shows('concernedDepartment') && (
          <>
            <Form.Item
              name="concernedDepartment"
              label={t(entry.kind === 'praise' ? 'praisedDepartment' : 'field_concernedDepartment')}
            >
              <Input maxLength={60} />
            </Form.Item>
            <Form.Item name="concerns" label={t(entry.kind === 'praise' ? 'praised' : 'field_concerns')}>
              <Select mode="tags" open={false} />
            </Form.Item>
          </>
        )}
        {shows('categories') && !notForPraise && (
          <Form.Item name="categories" label={t('field_categories')}>
            <Select
              mode="multiple"
              options={REGISTER_CATEGORIES.map((value) => ({ value, label: t(`category_${value}`) }))}
            />
          </Form.Item>
        )}
        {shows('severity') && !notForPraise && (
          <Form.Item name="severity" label={t('field_severity')}>
            <Select options={SEVERITIES.map((value) => ({ value, label: t(`severity_${value}`) }))} />
          </Form.Item>
        )}
        {LONG.filter(shows).map((field) => (
          <Form.Item key={field} name={field} label={t(`field_${field}`)}>
            <Input.TextArea autoSize={{ minRows: 1, maxRows: 8 }} maxLength={4000} />
          </Form.Item>
        ))}
        {isClosed && entry.kind === 'complaint' && may('register.close') && <SettledFields />}
      </Form>
    </Modal>
  );
}

/** What the contact said by telephone. */
function SettledFields() {
  const t = useWords(words);
  return (
    <>
      <Form.Item name="settled" label={t('settledByHand')}>
        <Select
          allowClear
          options={[
            { value: true, label: t('settledYes') },
            { value: false, label: t('settledNo') },
          ]}
        />
      </Form.Item>
      <Form.Item name="settledWords" label={t('field_settledWords')}>
        <Input maxLength={200} />
      </Form.Item>
    </>
  );
}
