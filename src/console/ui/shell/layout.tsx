import { Drawer, Grid, Layout } from 'antd';
import { type ReactNode, useState } from 'react';
import { useWords } from '../language/language.tsx';
import { words } from '../words/shell.ts';
import { ConnectionBanner } from './connection-banner.tsx';
import { SideMenu } from './side-menu.tsx';
import { TopBar } from './top-bar.tsx';

const MENU_WIDTH = 216;

/** Menu at the side (a drawer on small screens), the bar on top, and the page. */
export function ConsoleLayout({ children }: { readonly children: ReactNode }) {
  const t = useWords(words);
  const wide = Grid.useBreakpoint().lg === true;
  const [open, setOpen] = useState(false);
  const close = () => {
    setOpen(false);
  };
  return (
    <Layout className="console">
      <a href="#main" className="skip-link">
        {t('skip')}
      </a>
      <Layout.Header>
        <TopBar
          onMenu={
            wide
              ? undefined
              : () => {
                  setOpen(true);
                }
          }
        />
      </Layout.Header>
      <ConnectionBanner />
      <Layout hasSider={wide}>
        {wide ? (
          <Layout.Sider width={MENU_WIDTH} theme="light">
            <SideMenu />
          </Layout.Sider>
        ) : (
          <Drawer open={open} onClose={close} placement="left" size={280} title={t('product')}>
            <SideMenu onChoose={close} />
          </Drawer>
        )}
        <Layout.Content id="main" tabIndex={-1} className="content">
          {children}
        </Layout.Content>
      </Layout>
    </Layout>
  );
}
