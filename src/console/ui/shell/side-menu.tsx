import { Menu } from 'antd';
import { Link, useLocation } from 'wouter';
import { useWords } from '../language/language.tsx';
import { words } from '../words/shell.ts';
import { menuPages, pageAt } from './open-pages.ts';
import { useMay } from './session.tsx';

/** What the account may open. */
export function SideMenu({ onChoose }: { readonly onChoose?: () => void }) {
  const t = useWords(words);
  const may = useMay();
  const [location] = useLocation();
  const items = menuPages(may).map(({ name, path, icon }) => ({
    key: name,
    icon,
    label: <Link href={path}>{t(name)}</Link>,
  }));
  const here = pageAt(location);
  return (
    <nav aria-label={t('menu')}>
      <Menu
        mode="inline"
        items={items}
        selectedKeys={here === undefined ? [] : [here.name]}
        onClick={() => onChoose?.()}
        className="side-menu"
      />
    </nav>
  );
}
