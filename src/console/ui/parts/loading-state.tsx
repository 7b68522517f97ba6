import { Skeleton } from 'antd';
import { useWords } from '../language/language.tsx';
import { words } from '../words/shell.ts';

/** Grey lines while something is on its way. */
export function LoadingState({ rows = 6 }: { readonly rows?: number }) {
  const t = useWords(words);
  return (
    <div role="status" aria-label={t('loading')} className="loading-state">
      <Skeleton active title={false} paragraph={{ rows }} />
    </div>
  );
}
