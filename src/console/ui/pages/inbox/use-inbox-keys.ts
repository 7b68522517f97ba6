import { useCallback, useState } from 'react';
import { useKeys } from '../../parts/use-keys.ts';
import type { ListRow } from './inbox-list.tsx';

interface Acts {
  readonly onClaim: (id: string) => void;
  readonly onSearch: () => void;
  readonly onHelp: () => void;
  readonly onBack: () => void;
}

/** Where the keyboard stands in the list, and the keys that move and act there. Enter is the row's own: it is a link. */
export function useInboxKeys(rows: readonly ListRow[], acts: Acts) {
  const [cursor, moveTo] = useState<{ readonly id: string | null; readonly focus: number }>({ id: null, focus: 0 });
  const setCursor = useCallback((id: string) => {
    moveTo((now) => (now.id === id ? now : { id, focus: now.focus }));
  }, []);
  const step = (by: 1 | -1) => {
    moveTo((now) => {
      const at = rows.findIndex(({ item }) => item.id === now.id);
      const next = at < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, at + by));
      return { id: rows[next]?.item.id ?? null, focus: now.focus + 1 };
    });
  };
  const down = () => {
    step(1);
  };
  const up = () => {
    step(-1);
  };
  useKeys({
    j: down,
    ArrowDown: down,
    k: up,
    ArrowUp: up,
    c: () => {
      if (cursor.id !== null) acts.onClaim(cursor.id);
    },
    '/': acts.onSearch,
    '?': acts.onHelp,
    Escape: acts.onBack,
  });
  return { cursor, setCursor, down };
}
