import { Alert, Button } from 'antd';
import { useErrorWords } from '../api/errors.ts';
import { useWords } from '../language/language.tsx';
import { words } from '../words/parts.ts';

interface Props {
  readonly error: unknown;
  /** Tries again; without it there is no button. */
  readonly retry?: () => unknown;
}

/** A failure in plain words, with a way to try again. */
export function ErrorState({ error, retry }: Props) {
  const t = useWords(words);
  const explain = useErrorWords();
  const button = retry && (
    <Button
      size="small"
      onClick={() => {
        retry();
      }}
    >
      {t('retry')}
    </Button>
  );
  return (
    <Alert type="error" showIcon role="alert" title={<span className="lines">{explain(error)}</span>} action={button} />
  );
}
