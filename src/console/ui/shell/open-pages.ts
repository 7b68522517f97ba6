import type { Permission } from '../../../access/roles.ts';
import { type ConsolePage, PAGES } from '../pages.tsx';

/** The page that answers to an address below /console. */
export function pageAt(location: string): ConsolePage | undefined {
  const root = location.split('/')[1] ?? '';
  return PAGES.find((page) => page.roots.includes(root));
}

type May = (permission: Permission) => boolean;

export function mayOpen({ permissions }: ConsolePage, may: May): boolean {
  return permissions.length === 0 || permissions.some(may);
}

/** The pages of the menu, for somebody; they start on the first. */
export function menuPages(may: May): readonly ConsolePage[] {
  return PAGES.filter(({ menuFor }) => menuFor?.some(may) === true);
}
