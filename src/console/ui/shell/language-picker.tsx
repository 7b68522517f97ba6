import { GlobalOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import type { Language } from '../../../domain/language.ts';
import { useLanguage, useWords } from '../language/language.tsx';
import { words } from '../words/shell.ts';

/** Each language by its own name. */
const NAMES: Readonly<Record<Language, string>> = { 'zh-CN': '简体中文', 'zh-TW': '繁體中文', en: 'English' };

export function LanguagePicker() {
  const t = useWords(words);
  const { language, choose } = useLanguage();
  const items = (Object.keys(NAMES) as Language[]).map((key) => ({ key, label: <span lang={key}>{NAMES[key]}</span> }));
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
      <Button type="text" icon={<GlobalOutlined />} aria-label={`${t('language')}: ${NAMES[language]}`}>
        <span className="wide-only">{NAMES[language]}</span>
      </Button>
    </Dropdown>
  );
}
