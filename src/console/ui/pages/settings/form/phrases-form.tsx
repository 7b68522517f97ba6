import { Collapse, Flex, Input, Typography } from 'antd';
import { useState } from 'react';
import { useLanguage, useWords } from '../../../language/language.tsx';
import { words } from '../../../words/settings-form.ts';
import { type JsonObject, parsed, valueAt } from '../flows/json-text.ts';
import type { Draft } from '../flows/use-draft.ts';
import { WordingField } from './fields.tsx';

const SHORT = 46;
const textOf = (value: unknown) => (typeof value === 'string' ? value : '');

/** Every sentence that the service says, found by its words. */
export function PhrasesForm({ draft }: { readonly draft: Draft }) {
  const t = useWords(words);
  const { language } = useLanguage();
  const [wanted, setWanted] = useState('');
  const phrases = (valueAt(parsed(draft.text), ['phrases']) ?? {}) as Readonly<Record<string, JsonObject>>;
  const needle = wanted.trim().toLowerCase();
  const found = Object.entries(phrases).filter(
    ([key, wording]) => needle === '' || `${key} ${Object.values(wording).join(' ')}`.toLowerCase().includes(needle),
  );
  const beginning = (wording: JsonObject) => {
    const text = textOf(wording[language]);
    return text.length <= SHORT ? text : `${text.slice(0, SHORT)}…`;
  };
  return (
    <Flex vertical gap={12}>
      <Input.Search
        allowClear
        aria-label={t('search')}
        placeholder={t('search')}
        value={wanted}
        onChange={(event) => {
          setWanted(event.target.value);
        }}
      />
      <Typography.Text type="secondary">{t('unitsHint')}</Typography.Text>
      {found.length === 0 && <Typography.Text type="secondary">{t('searchNone')}</Typography.Text>}
      <Collapse
        size="small"
        destroyOnHidden
        items={found.map(([key, wording]) => ({
          key,
          label: (
            <Flex gap={8} wrap>
              <Typography.Text code>{key}</Typography.Text>
              <Typography.Text type="secondary">{beginning(wording)}</Typography.Text>
            </Flex>
          ),
          children: <WordingField draft={draft} path={['phrases', key]} counted />,
        }))}
      />
    </Flex>
  );
}
