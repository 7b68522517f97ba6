import {
  AuditOutlined,
  BarChartOutlined,
  CarryOutOutlined,
  FileTextOutlined,
  HeartOutlined,
  MessageOutlined,
  SettingOutlined,
  SwapOutlined,
  TeamOutlined,
  UserOutlined,
} from '@ant-design/icons';
import { type ComponentType, type LazyExoticComponent, lazy, type ReactNode } from 'react';
import type { Permission } from '../../access/roles.ts';
import type { words } from './words/shell.ts';

/** A page of the console, loaded when it is first opened. */
export interface ConsolePage {
  /** Its name in words/shell.ts. */
  readonly name: keyof (typeof words)['en'];
  /** Where the menu leads, below /console. */
  readonly path: string;
  /** First words of the addresses it answers to; what follows them is its own business (`useRoute('/registers/:number')`). */
  readonly roots: readonly string[];
  /** One of these is enough; empty: everybody. */
  readonly permissions: readonly Permission[];
  readonly icon: ReactNode;
  /** Who has it in the menu and may start there: one of these is enough; null: nobody, it is linked to. */
  readonly menuFor: readonly Permission[] | null;
  readonly Page: LazyExoticComponent<ComponentType>;
}

interface Entry extends Pick<ConsolePage, 'name' | 'permissions' | 'icon'> {
  readonly load: () => Promise<{ readonly default: ComponentType }>;
  readonly roots?: readonly string[];
  readonly menuFor?: readonly Permission[] | null;
}

const page = ({ load, roots, menuFor, ...entry }: Entry): ConsolePage => ({
  ...entry,
  path: `/${entry.name}`,
  roots: roots ?? [entry.name],
  menuFor: menuFor === undefined ? entry.permissions : menuFor,
  Page: lazy(load),
});

/** In the order of the menu; the first one that somebody may open is where they start. */
export const PAGES: readonly ConsolePage[] = [
  page({
    name: 'inbox',
    // The list and the conversation beside it are one page, so that the list stays as it was. Elsewhere /c/ID is linked to.
    roots: ['inbox', 'c'],
    // Whoever sees no queues comes to a conversation from a register.
    permissions: ['inbox.view', 'conversation.view'],
    menuFor: ['inbox.view'],
    icon: <MessageOutlined aria-hidden="true" />,
    load: () => import('./pages/inbox/page.tsx'),
  }),
  page({
    name: 'work',
    permissions: ['work.view'],
    icon: <CarryOutOutlined aria-hidden="true" />,
    load: () => import('./pages/work/page.tsx'),
  }),
  page({
    name: 'registers',
    permissions: ['register.view'],
    icon: <FileTextOutlined aria-hidden="true" />,
    load: () => import('./pages/registers/page.tsx'),
  }),
  page({
    name: 'praise',
    permissions: ['register.view'],
    icon: <HeartOutlined aria-hidden="true" />,
    load: () => import('./pages/praise/page.tsx'),
  }),
  page({
    name: 'shifts',
    permissions: ['shift.take', 'shift.review'],
    icon: <SwapOutlined aria-hidden="true" />,
    load: () => import('./pages/shifts/page.tsx'),
  }),
  page({
    name: 'reports',
    permissions: ['report.view'],
    icon: <BarChartOutlined aria-hidden="true" />,
    load: () => import('./pages/reports/page.tsx'),
  }),
  page({
    name: 'settings',
    permissions: ['settings.view'],
    icon: <SettingOutlined aria-hidden="true" />,
    load: () => import('./pages/settings/page.tsx'),
  }),
  page({
    name: 'accounts',
    permissions: ['accounts.manage'],
    icon: <TeamOutlined aria-hidden="true" />,
    load: () => import('./pages/accounts/page.tsx'),
  }),
  page({
    name: 'audit',
    permissions: ['audit.view'],
    icon: <AuditOutlined aria-hidden="true" />,
    load: () => import('./pages/audit/page.tsx'),
  }),
  page({
    name: 'me',
    permissions: [],
    icon: <UserOutlined aria-hidden="true" />,
    menuFor: null,
    load: () => import('./pages/me/page.tsx'),
  }),
];
