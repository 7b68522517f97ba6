import { FilePdfOutlined, PrinterOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useErrorWords } from '../../api/errors.ts';
import { useLanguage, useWords } from '../../language/language.tsx';
import { words } from '../../words/registers.ts';
import { fetchForm } from './fetch-form.ts';

interface Props {
  readonly path: string;
  readonly number: string;
  /** Names and numbers were opened with it; null: the form is masked. */
  readonly reason: string | null;
}

/** The paper form, to print at once or as PDF. */
export function PrintButtons({ path, number, reason }: Props) {
  const t = useWords(words);
  const explain = useErrorWords();
  const { language } = useLanguage();
  const { message } = App.useApp();
  const printing = useMutation({
    mutationFn: (format: 'html' | 'pdf') => fetchForm({ path: `${path}/form`, format, language, reason }),
    onSuccess: (blob, format) => {
      const url = URL.createObjectURL(blob);
      if (format === 'html') {
        const page = window.open(url);
        page?.addEventListener('load', () => {
          page.print();
        });
      } else {
        const link = document.createElement('a');
        link.href = url;
        link.download = `${number}.pdf`;
        link.click();
      }
      setTimeout(() => {
        URL.revokeObjectURL(url);
      }, 60_000);
    },
    onError: (error) => message.error(explain(error)),
  });
  return (
    <>
      <Button
        icon={<PrinterOutlined aria-hidden />}
        loading={printing.isPending}
        onClick={() => {
          printing.mutate('html');
        }}
      >
        {t('print')}
      </Button>
      <Button
        icon={<FilePdfOutlined aria-hidden />}
        loading={printing.isPending}
        onClick={() => {
          printing.mutate('pdf');
        }}
      >
        {t('pdf')}
      </Button>
    </>
  );
}
