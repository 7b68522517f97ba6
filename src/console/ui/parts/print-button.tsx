import { PrinterOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { App, Button } from 'antd';
import type { ReactNode } from 'react';
import { fetchFile } from '../api/client.ts';
import { useErrorWords } from '../api/errors.ts';

/** How long the opened page may take to read what it was given. */
const KEPT_MS = 60_000;

interface Props {
  /** `/api/…`, answered with a page. */
  readonly path: string;
  readonly children: ReactNode;
}

/** Opens a page of the service's in a window of its own and prints it. */
export function PrintButton({ path, children }: Props) {
  const explain = useErrorWords();
  const { message } = App.useApp();
  const printing = useMutation({
    mutationFn: () => fetchFile(path),
    onSuccess: (blob) => {
      const url = URL.createObjectURL(blob);
      const page = window.open(url);
      page?.addEventListener('load', () => {
        page.print();
      });
      setTimeout(() => {
        URL.revokeObjectURL(url);
      }, KEPT_MS);
    },
    onError: (error) => message.error(explain(error)),
  });
  return (
    <Button
      icon={<PrinterOutlined aria-hidden />}
      loading={printing.isPending}
      onClick={() => {
        printing.mutate();
      }}
    >
      {children}
    </Button>
  );
}
