import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import type { Trial, TriedView } from '../../../../wire/settings.ts';
import { post } from '../../../api/client.ts';
import { useWords } from '../../../language/language.tsx';
import { words } from '../../../words/settings.ts';

/** Whether the text that is to be published was tried against the dialogue files, and what came of it. It may be published all the same. */
export function Tried({ text }: { readonly text: string }) {
  const t = useWords(words);
  const { data } = useQuery({
    queryKey: ['settings', 'tried', text],
    queryFn: () => post<TriedView>('/api/settings/trials/find', { text }),
    gcTime: 0,
  });
  if (data === undefined) return null;
  const { trial } = data;
  if (trial === null) return <Alert type="warning" showIcon className="gap-below" title={t('triedNever')} />;
  return <Result trial={trial} />;
}

function Result({ trial: { state, done, total, after, broken } }: { readonly trial: Trial }) {
  const t = useWords(words);
  if (state === 'running')
    return <Alert type="warning" showIcon className="gap-below" title={t('triedRunning', { done, total })} />;
  if (state === 'failed') return <Alert type="warning" showIcon className="gap-below" title={t('triedFailed')} />;
  if (broken.length === 0)
    return <Alert type="success" showIcon className="gap-below" title={t('triedWell', { after, total })} />;
  return (
    <Alert
      type="error"
      showIcon
      className="gap-below"
      title={t('triedBroken', { n: broken.length })}
      description={broken.map(({ id }) => id).join(' · ')}
    />
  );
}
