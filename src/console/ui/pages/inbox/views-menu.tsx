import { DeleteOutlined, StarOutlined } from '@ant-design/icons';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Divider, Flex, Form, Input, Popover, Typography } from 'antd';
import { useState } from 'react';
import type { NewView, SavedView } from '../../../wire/inbox.ts';
import { del, get, post } from '../../api/client.ts';
import { useErrorWords } from '../../api/errors.ts';
import { useWords } from '../../language/language.tsx';
import { ConfirmButton } from '../../parts/confirm-button.tsx';
import { words } from '../../words/inbox.ts';
import type { InboxLook } from './inbox-place.ts';

const KEY = ['views'] as const;

interface Props {
  readonly look: InboxLook;
  readonly onChoose: (look: InboxLook) => void;
}

/** Ways of looking at the inbox that one keeps for oneself. */
export function ViewsMenu({ look, onChoose }: Props) {
  const t = useWords(words);
  const [open, setOpen] = useState(false);
  const choose = (view: SavedView) => {
    setOpen(false);
    onChoose({ queue: view.queue, order: view.order, filters: view.filters });
  };
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      open={open}
      onOpenChange={setOpen}
      content={<Views look={look} onChoose={choose} />}
    >
      <Button icon={<StarOutlined aria-hidden="true" />} aria-label={t('views')} title={t('views')} />
    </Popover>
  );
}

interface ViewsProps {
  readonly look: InboxLook;
  readonly onChoose: (view: SavedView) => void;
}

function Views({ look, onChoose }: ViewsProps) {
  const t = useWords(words);
  const { data: views = [] } = useQuery({ queryKey: KEY, queryFn: () => get<readonly SavedView[]>('/api/views') });
  return (
    <div className="filter-form">
      {views.length === 0 && <Typography.Text type="secondary">{t('noViews')}</Typography.Text>}
      {views.map((view) => (
        <ViewLine key={view.id} view={view} onChoose={onChoose} />
      ))}
      <Divider />
      <SaveView look={look} />
    </div>
  );
}

function ViewLine({ view, onChoose }: { readonly view: SavedView; readonly onChoose: (view: SavedView) => void }) {
  const t = useWords(words);
  const { message } = App.useApp();
  const explain = useErrorWords();
  const client = useQueryClient();
  const remove = useMutation({
    mutationFn: () => del<unknown>(`/api/views/${encodeURIComponent(view.id)}`),
    onSuccess: () => client.invalidateQueries({ queryKey: KEY }),
    onError: (error) => message.error(explain(error)),
  });
  return (
    <Flex gap={4}>
      <Button
        type="text"
        className="view-name"
        onClick={() => {
          onChoose(view);
        }}
      >
        {view.name}
      </Button>
      <ConfirmButton
        type="text"
        icon={<DeleteOutlined aria-hidden="true" />}
        aria-label={t('removeView', { name: view.name })}
        question={t('removeViewAsk')}
        consequence={t('removeViewHint')}
        onConfirm={() => {
          remove.mutate();
        }}
      />
    </Flex>
  );
}

function SaveView({ look }: { readonly look: InboxLook }) {
  const t = useWords(words);
  const { message } = App.useApp();
  const explain = useErrorWords();
  const client = useQueryClient();
  const [form] = Form.useForm<{ name: string }>();
  const save = useMutation({
    mutationFn: ({ name }: { name: string }) => post<SavedView>('/api/views', { name, ...look } satisfies NewView),
    onSuccess: () => {
      form.resetFields();
      void message.success(t('viewSaved'));
      return client.invalidateQueries({ queryKey: KEY });
    },
    onError: (error) => message.error(explain(error)),
  });
  return (
    <Form<{ name: string }>
      form={form}
      layout="vertical"
      requiredMark={false}
      onFinish={(given) => {
        save.mutate(given);
      }}
    >
      <Form.Item
        name="name"
        label={t('viewName')}
        rules={[{ required: true, whitespace: true, message: t('viewNameNeeded') }]}
      >
        <Input maxLength={30} />
      </Form.Item>
      <Button htmlType="submit" block loading={save.isPending}>
        {t('saveView')}
      </Button>
    </Form>
  );
}
