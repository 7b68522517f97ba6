import { Checkbox, Flex, Form, Input, Modal, Select, Typography } from 'antd';
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
/** Masked on the page: empty here means that it stays as it is, unless it is cleared. */
const MASKED = ['contactName', 'patientName', 'recordNo', 'phone', 'address'] as const;
const AFTER_CLOSING: readonly string[] = ['returnVisit', 'improvement', 'remarks'];

type Given = Readonly<Record<string, unknown>>;

const isMasked = (field: string): boolean => (MASKED as readonly string[]).includes(field);

/** What the page shows unmasked. */
function shownBefore({ entry }: EntryView): Given {
  return Object.fromEntries(Object.entries(entry).filter(([field]) => !isMasked(field)));
}

/** What is sent: the columns that changed, and the contact's answer where one was noted. */
function bodyOf({ settled, settledWords, clear, ...rest }: Given, before: Given): object {
  const changed = Object.fromEntries(
    Object.entries(rest).filter(
      ([field, value]) =>
        value !== undefined &&
        JSON.stringify(value) !== JSON.stringify(before[field]) &&
        !(isMasked(field) && value === ''),
    ),
  );
  const ticked = Object.entries(clear ?? {}).filter(([, isTicked]) => isTicked === true);
  const fields = { ...changed, ...Object.fromEntries(ticked.map(([field]) => [field, ''])) };
  if (typeof settled !== 'boolean') return { fields };
  return { fields, settled: { settled, words: typeof settledWords === 'string' ? settledWords : '' } };
}

/** Fills columns in: those that one may, and of a closed entry only what comes after. Only what was changed is sent. */
export function EditDialog({ view, change, onClose }: Props) {
  const t = useWords(words);
  const [form] = Form.useForm<Given>();
  const before = shownBefore(view);
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
      <Form<Given>
        form={form}
        layout="vertical"
        initialValues={{ ...before, settled: undefined }}
        onFinish={(given) => {
          change.mutate({ how: 'edit', body: bodyOf(given, before) }, { onSuccess: onClose });
        }}
      >
        <EditFields view={view} />
      </Form>
    </Modal>
  );
}

function EditFields({ view }: Pick<Props, 'view'>) {
  const t = useWords(words);
  const may = useMay();
  const { entry, editable } = view;
  const isClosed = entry.status === 'closed';
  const isComplaint = entry.kind === 'complaint';
  const shows = (field: string) => editable.includes(field) && (!isClosed || AFTER_CLOSING.includes(field));
  return (
    <>
      {shows('contactName') && <PersonFields view={view} />}
      {shows('categories') && isComplaint && <GradeFields />}
      {LONG.filter(shows).map((field) => (
        <Form.Item key={field} name={field} label={t(`field_${field}`)}>
          <Input.TextArea autoSize={{ minRows: 1, maxRows: 8 }} maxLength={4000} />
        </Form.Item>
      ))}
      {isClosed && isComplaint && may('register.close') && <SettledFields />}
    </>
  );
}

function PersonFields({ view: { entry } }: Pick<Props, 'view'>) {
  const t = useWords(words);
  const isPraise = entry.kind === 'praise';
  return (
    <>
      <Typography.Paragraph type="secondary">{t('maskedHint')}</Typography.Paragraph>
      {MASKED.map((field) => (
        <MaskedField key={field} field={field} shown={entry[field]} />
      ))}
      <Form.Item name="relation" label={t('field_relation')}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="concernedDepartment" label={t(isPraise ? 'praisedDepartment' : 'field_concernedDepartment')}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="concerns" label={t(isPraise ? 'praised' : 'field_concerns')}>
        <Select mode="tags" open={false} />
      </Form.Item>
    </>
  );
}

/** What is filled in stands there masked; it stays unless something is typed, or it is cleared. */
function MaskedField({ field, shown }: { readonly field: (typeof MASKED)[number]; readonly shown: string }) {
  const t = useWords(words);
  const label = t(`field_${field}`);
  return (
    <Form.Item label={label} htmlFor={field}>
      <Flex gap={12} align="center">
        <Form.Item noStyle dependencies={[['clear', field]]}>
          {({ getFieldValue }) => (
            <Form.Item noStyle name={field}>
              <Input
                id={field}
                maxLength={200}
                placeholder={shown}
                disabled={getFieldValue(['clear', field]) === true}
              />
            </Form.Item>
          )}
        </Form.Item>
        {shown !== '' && (
          <Form.Item noStyle name={['clear', field]} valuePropName="checked">
            <Checkbox aria-label={`${label} ${t('clear')}`} style={{ whiteSpace: 'nowrap' }}>
              {t('clear')}
            </Checkbox>
          </Form.Item>
        )}
      </Flex>
    </Form.Item>
  );
}

function GradeFields() {
  const t = useWords(words);
  return (
    <>
      <Form.Item name="categories" label={t('field_categories')}>
        <Select
          mode="multiple"
          options={REGISTER_CATEGORIES.map((value) => ({ value, label: t(`category_${value}`) }))}
        />
      </Form.Item>
      <Form.Item name="severity" label={t('field_severity')}>
        <Select options={SEVERITIES.map((value) => ({ value, label: t(`severity_${value}`) }))} />
      </Form.Item>
    </>
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
