import { useWords } from '../language/language.tsx';
import { words } from '../words/shell.ts';
import { EmptyState } from './empty-state.tsx';
import { PageHeader } from './page-header.tsx';

/** Stands where a page is not there yet. */
export function Coming({ name }: { readonly name: keyof (typeof words)['en'] }) {
  const t = useWords(words);
  return (
    <>
      <PageHeader title={t(name)} />
      <EmptyState title={t('coming')} />
    </>
  );
}
