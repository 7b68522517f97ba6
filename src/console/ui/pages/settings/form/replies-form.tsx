import { Button, Collapse, Flex, Select, Typography } from 'antd';
import { useLanguage, useWords } from '../../../language/language.tsx';
import { ConfirmButton } from '../../../parts/confirm-button.tsx';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { words } from '../../../words/settings-form.ts';
import { type JsonObject, valueAt } from '../flows/json-text.ts';
import type { Draft } from '../flows/use-draft.ts';
import { Labelled, TextField, useField, WordingField } from './fields.tsx';

const PATH = ['console', 'standardReplies'];
const GROUPS = ['complaint', 'medical', 'appointment', 'contact', 'courtesy', 'grief'] as const;
const titleOf = (value: unknown) => (typeof value === 'string' ? value : '');
const sameInAll = (text: string) => ({ 'zh-CN': text, 'zh-TW': text, en: text });

/** What officers put in with a click. */
export function RepliesForm({ draft }: { readonly draft: Draft }) {
  const t = useWords(words);
  const { language } = useLanguage();
  const [replies, write] = useField(draft, PATH);
  const list = Array.isArray(replies) ? (replies as readonly JsonObject[]) : [];
  const add = () => {
    const id = `reply-${String(list.length + 1)}`;
    write([...list, { id, group: 'courtesy', title: sameInAll(t('r_new')), text: sameInAll(t('r_new')) }]);
  };
  return (
    <Flex vertical gap={12}>
      <Typography.Text type="secondary">{t('r_hint')}</Typography.Text>
      {list.length === 0 && <EmptyState title={t('r_none')} />}
      <Collapse
        size="small"
        destroyOnHidden
        items={list.map((reply, index) => ({
          key: String(reply['id']),
          label: `${titleOf(valueAt(reply, ['title', language]))}  ${shortcutOf(reply)}`,
          children: (
            <ReplyForm
              draft={draft}
              index={index}
              onRemove={() => {
                write(list.filter((_, other) => other !== index));
              }}
            />
          ),
        }))}
      />
      <Button onClick={add}>{t('r_add')}</Button>
    </Flex>
  );
}

function shortcutOf(reply: JsonObject): string {
  const shortcut = reply['shortcut'];
  return typeof shortcut === 'string' ? `/${shortcut}` : '';
}

interface ReplyProps {
  readonly draft: Draft;
  readonly index: number;
  readonly onRemove: () => void;
}

function ReplyForm({ draft, index, onRemove }: ReplyProps) {
  const t = useWords(words);
  const path = [...PATH, index];
  const [group, writeGroup] = useField(draft, [...path, 'group']);
  return (
    <Flex vertical gap={12}>
      <Labelled label={t('r_group')}>
        {(id) => (
          <Select
            id={id}
            value={String(group)}
            options={GROUPS.map((name) => ({ value: name, label: t(`g_${name}`) }))}
            onChange={writeGroup}
          />
        )}
      </Labelled>
      <TextField draft={draft} path={[...path, 'shortcut']} label={t('r_shortcut')} />
      <WordingField draft={draft} path={[...path, 'title']} title={t('r_title')} />
      <WordingField draft={draft} path={[...path, 'text']} title={t('r_text')} counted />
      <ConfirmButton danger question={t('remove')} onConfirm={onRemove}>
        {t('remove')}
      </ConfirmButton>
    </Flex>
  );
}
