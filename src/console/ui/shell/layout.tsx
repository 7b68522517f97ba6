import { Drawer, Grid, Layout } from 'antd';
import { type ReactNode, useState } from 'react';
import { useLocation } from 'wouter';
import { useWords } from '../language/language.tsx';
import { words } from '../words/shell.ts';
import { CalendarBanner } from './calendar-banner.tsx';
import { ConnectionBanner } from './connection-banner.tsx';
import { EmergencyBanner } from './emergency-banner.tsx';
import { pageAt } from './open-pages.ts';
import { OverdueAlerts } from './overdue-alerts.tsx';
import { SideMenu } from './side-menu.tsx';
import { TopBar } from './top-bar.tsx';
import { UrgentAlerts } from './urgent-alerts.tsx';
import { WorkNotices } from './work-notices.tsx';

const MENU_WIDTH = 216;
const MENU_NARROW = 64;

/** Menu at the side (a drawer on small screens), the bar on top, and the page. */
export function ConsoleLayout({ children }: { readonly children: ReactNode }) {
  const t = useWords(words);
  const screens = Grid.useBreakpoint();
  const wide = screens.lg === true;
  const [location] = useLocation();
  // List, talk and facts stand side by side there: on a middling screen the menu leaves them its words.
  const narrowMenu = screens.xxl !== true && pageAt(location)?.name === 'inbox';
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
      <EmergencyBanner />
      <CalendarBanner />
      <UrgentAlerts />
      <OverdueAlerts />
      <WorkNotices />
      <Layout hasSider={wide}>
        {wide ? (
          <Layout.Sider width={MENU_WIDTH} collapsedWidth={MENU_NARROW} collapsed={narrowMenu} theme="light">
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
