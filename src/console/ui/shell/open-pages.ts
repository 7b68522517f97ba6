import type { Permission } from '../../../access/roles.ts';
import { type ConsolePage, PAGES } from '../pages.tsx';

/** The page that answers to an address below /console. */
export function pageAt(location: string): ConsolePage | undefined {
  const root = location.split('/')[1] ?? '';
  return PAGES.find((page) => page.roots.includes(root));
}

export function mayOpen(page: ConsolePage, may: (permission: Permission) => boolean): boolean {
  return page.permissions.length === 0 || page.permissions.some(may);
}
