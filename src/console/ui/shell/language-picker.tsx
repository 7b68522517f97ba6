import { GlobalOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import type { Language } from '../../../domain/language.ts';
import { useLanguage, useWords } from '../language/language.tsx';
import { LANGUAGE_NAMES } from '../language/names.ts';
import { words } from '../words/shell.ts';

export function LanguagePicker() {
  const t = useWords(words);
  const { language, choose } = useLanguage();
  const items = (Object.keys(LANGUAGE_NAMES) as Language[]).map((key) => ({
    key,
    label: <span lang={key}>{LANGUAGE_NAMES[key]}</span>,
  }));
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items,
        selectable: true,
        selectedKeys: [language],
        onClick: ({ key }) => {
          choose(key as Language);
        },
      }}
    >
      <Button
        type="text"
        icon={<GlobalOutlined aria-hidden="true" />}
        aria-label={`${t('language')}: ${LANGUAGE_NAMES[language]}`}
      >
        <span className="wide-only">{LANGUAGE_NAMES[language]}</span>
      </Button>
    </Dropdown>
  );
}
