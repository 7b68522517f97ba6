import type { Say } from '../../language/words.ts';
import { words } from '../../words/reports.ts';

type Key = keyof (typeof words)['en'];

function isKey(key: string): key is Key {
  return key in words.en;
}

/** Words for a reason of the store; its code where a new one has none yet. */
export function reasonWords(t: Say<Key>, code: string): string {
  const key = `drop_${code}`;
  return isKey(key) ? t(key) : t('drop_other', { code });
}

/** Words for a theme or a cause. */
export function named(t: Say<Key>, list: 'theme' | 'cause', code: string): string {
  const key = `${list}_${code}`;
  return isKey(key) ? t(key) : code;
}
