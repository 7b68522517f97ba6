import { DownloadOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { App, Button, type ButtonProps } from 'antd';
import { download } from '../api/client.ts';
import { useErrorWords } from '../api/errors.ts';
import { useWords } from '../language/language.tsx';
import { words } from '../words/parts.ts';

interface Props extends Omit<ButtonProps, 'onClick' | 'loading'> {
  /** `/api/…` */
  readonly path: string;
  /** Name of the file if the service gives none. */
  readonly name: string;
}

/** Fetches a file from the service and keeps it; a refusal is said in words instead of a broken file. */
export function DownloadButton({ path, name, children, ...button }: Props) {
  const t = useWords(words);
  const explain = useErrorWords();
  const { message } = App.useApp();
  const fetching = useMutation({
    mutationFn: () => download(path, name),
    onError: (error) => message.error(explain(error)),
  });
  return (
    <Button
      icon={<DownloadOutlined aria-hidden="true" />}
      {...button}
      loading={fetching.isPending}
      onClick={() => {
        fetching.mutate();
      }}
    >
      {children ?? t('download')}
    </Button>
  );
}
