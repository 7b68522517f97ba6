import { ArrowLeftOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { App, Button, Card, Checkbox, Col, Form, Input, Row, Select } from 'antd';
import { Link, useLocation, useSearch } from 'wouter';
import { REGISTER_CHANNELS } from '../../../../domain/register.ts';
import { REGISTER_KINDS } from '../../../../domain/vocabulary.ts';
import type { EntryView } from '../../../wire/registers.ts';
import { post } from '../../api/client.ts';
import { useErrorWords } from '../../api/errors.ts';
import { useWords } from '../../language/language.tsx';
import { InstantField } from '../../parts/instant-field.tsx';
import { PageHeader } from '../../parts/page-header.tsx';
import { useReadNow } from '../../shell/clock.tsx';
import { words } from '../../words/registers.ts';

interface Given {
  readonly kind: string;
  readonly receivedThrough: string;
  readonly text: string;
  readonly receivedAt?: number;
  readonly concerns?: readonly string[];
  readonly nobodyNamed?: boolean;
  readonly [field: string]: unknown;
}

const LINES = ['contactName', 'relation', 'patientName', 'recordNo', 'phone', 'address'] as const;

/** What is sent: columns that were left empty are left out; without a time it came in just now. */
function bodyOf(
  { kind, receivedThrough, receivedAt, text, nobodyNamed = false, ...rest }: Given,
  now: number,
  conversationId: string | null,
) {
  const fields = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined && value !== ''));
  return { kind, receivedThrough, text, receivedAt: receivedAt ?? now, conversationId, fields, nobodyNamed };
}

/** Writes an entry down by hand: from a call, a visit, a letter, or of a conversation (`?conversation=ID&kind=praise`). */
export function NewPage() {
  const t = useWords(words);
  const explain = useErrorWords();
  const { message } = App.useApp();
  const readNow = useReadNow();
  const [, go] = useLocation();
  const asked = new URLSearchParams(useSearch());
  const conversationId = asked.get('conversation');
  const create = useMutation({
    mutationFn: (given: Given) => post<EntryView>('/api/registers', bodyOf(given, readNow(), conversationId)),
    onSuccess: ({ entry }) => {
      go(`/registers/${entry.kind}/${entry.number}`);
    },
    onError: (error) => message.error(explain(error)),
  });
  return (
    <>
      <PageHeader
        title={t('newTitle')}
        actions={
          <Link href="/registers">
            <Button icon={<ArrowLeftOutlined aria-hidden />}>{t('back')}</Button>
          </Link>
        }
      />
      <Card>
        <Form<Given>
          layout="vertical"
          initialValues={{
            receivedAt: readNow(),
            kind: asked.get('kind') ?? 'complaint',
            receivedThrough: conversationId === null ? 'phone' : 'conversation',
          }}
          onFinish={(given) => {
            create.mutate(given);
          }}
        >
          <KindFields />
          <Form.Item
            name="text"
            label={t('content')}
            extra={t('textHint')}
            rules={[{ required: true, whitespace: true, message: t('textNeeded') }]}
          >
            <Input.TextArea autoSize={{ minRows: 4, maxRows: 14 }} maxLength={4000} />
          </Form.Item>
          <PeopleFields named={conversationId === null} />
          <Button type="primary" htmlType="submit" loading={create.isPending}>
            {t('create')}
          </Button>
        </Form>
      </Card>
    </>
  );
}

function KindFields() {
  const t = useWords(words);
  const readNow = useReadNow();
  return (
    <Row gutter={16}>
      <Col xs={24} md={8}>
        <Form.Item name="kind" label={t('kind')}>
          <Select options={REGISTER_KINDS.map((value) => ({ value, label: t(`kind_${value}`) }))} />
        </Form.Item>
      </Col>
      <Col xs={24} md={8}>
        <Form.Item
          name="receivedAt"
          label={t('received')}
          rules={[
            {
              validator: (_, at?: number) =>
                at === undefined || at <= readNow() ? Promise.resolve() : Promise.reject(new Error(t('notYet'))),
            },
          ]}
        >
          <InstantField toCome={false} />
        </Form.Item>
      </Col>
      <Col xs={24} md={8}>
        <Form.Item name="receivedThrough" label={t('receivedThrough')}>
          <Select options={REGISTER_CHANNELS.map((value) => ({ value, label: t(`channel_${value}`) }))} />
        </Form.Item>
      </Col>
    </Row>
  );
}

/** `named`: the contact's name is needed; of a conversation it is known. */
function PeopleFields({ named }: { readonly named: boolean }) {
  const t = useWords(words);
  const needed = [{ required: true, whitespace: true, message: t('needed') }];
  return (
    <Row gutter={16}>
      {LINES.map((field) => (
        <Col key={field} xs={24} md={8}>
          <Form.Item name={field} label={t(`field_${field}`)} rules={field === 'contactName' && named ? needed : []}>
            <Input maxLength={200} />
          </Form.Item>
        </Col>
      ))}
      <Col xs={24} md={12}>
        <Form.Item name="concernedDepartment" label={t('field_concernedDepartment')}>
          <Input maxLength={60} />
        </Form.Item>
      </Col>
      <Col xs={24} md={12}>
        <Concerned />
      </Col>
    </Row>
  );
}

/** Whom it is about. Of a complaint this is asked for: whoever is named never sees nor handles it. */
function Concerned() {
  const t = useWords(words);
  const isComplaint = Form.useWatch<string | undefined>('kind') === 'complaint';
  const nobody = Form.useWatch<boolean | undefined>('nobodyNamed') === true;
  const needed = isComplaint && !nobody;
  return (
    <>
      <Form.Item
        name="concerns"
        label={t('field_concerns')}
        extra={isComplaint ? t('namedHint') : undefined}
        rules={needed ? [{ required: true, message: t('namedNeeded') }] : []}
        dependencies={['nobodyNamed', 'kind']}
      >
        <Select mode="tags" open={false} disabled={isComplaint && nobody} />
      </Form.Item>
      {isComplaint && (
        <Form.Item name="nobodyNamed" valuePropName="checked">
          <Checkbox>{t('nobodyNamed')}</Checkbox>
        </Form.Item>
      )}
    </>
  );
}
