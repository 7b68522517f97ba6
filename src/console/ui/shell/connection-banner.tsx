import { Alert } from 'antd';
import { useEffect, useState } from 'react';
import { useWords } from '../language/language.tsx';
import { words } from '../words/shell.ts';
import { useOnline } from './live.tsx';

/** A break that heals within this time is not worth a word. */
const PATIENCE_MS = 2_000;

/** Says that what is shown may be old, while the stream of events is broken. */
export function ConnectionBanner() {
  const t = useWords(words);
  const online = useOnline();
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(
      () => {
        setShown(!online);
      },
      online ? 0 : PATIENCE_MS,
    );
    return () => {
      clearTimeout(timer);
    };
  }, [online]);
  return shown ? <Alert banner type="warning" role="status" title={t('offline')} /> : null;
}
