import { MenuOutlined } from '@ant-design/icons';
import { Button, Flex, Tag } from 'antd';
import { useLanguage, useWords } from '../language/language.tsx';
import { OverdueBadge } from '../parts/overdue-badge.tsx';
import { ShiftBadge } from '../parts/shift-badge.tsx';
import { WorkBadge } from '../parts/work-badge.tsx';
import { words } from '../words/shell.ts';
import { AccountMenu } from './account-menu.tsx';
import { LanguagePicker } from './language-picker.tsx';
import { MentionsMenu } from './mentions-menu.tsx';
import { useMay, useSession } from './session.tsx';

/** Hospital, language and account; on a phone also what opens the menu. */
export function TopBar({ onMenu }: { readonly onMenu?: (() => void) | undefined }) {
  const t = useWords(words);
  const { hospital, demo } = useSession().about;
  const { language } = useLanguage();
  const may = useMay();
  return (
    <Flex align="center" gap={8} className="top-bar">
      {onMenu !== undefined && (
        <Button type="text" icon={<MenuOutlined aria-hidden="true" />} aria-label={t('openMenu')} onClick={onMenu} />
      )}
      <strong className="hospital">{hospital[language]}</strong>
      {demo && (
        <Tag color="gold" className="wide-only" title={t('demo')}>
          DEMO
        </Tag>
      )}
      <Flex align="center" className="top-tools">
        <OverdueBadge />
        <ShiftBadge />
        <WorkBadge />
        {may('conversation.view') && <MentionsMenu />}
        <LanguagePicker />
        <AccountMenu />
      </Flex>
    </Flex>
  );
}
