import { Flex, Typography } from 'antd';
import { type ReactNode, useEffect } from 'react';
import { useWords } from '../language/language.tsx';
import { words } from '../words/shell.ts';

interface Props {
  readonly title: string;
  /** One line below the title: what the page is for. */
  readonly hint?: ReactNode;
  /** Buttons at the right. */
  readonly actions?: ReactNode;
}

/** Title of a page, which is also the title of the browser's tab. */
export function PageHeader({ title, hint, actions }: Props) {
  const t = useWords(words);
  useEffect(() => {
    document.title = `${title} · ${t('product')}`;
  }, [title, t]);
  return (
    <Flex justify="space-between" align="flex-start" gap={12} wrap className="page-header">
      <div>
        <Typography.Title level={1} className="page-title">
          {title}
        </Typography.Title>
        {hint !== undefined && <Typography.Text type="secondary">{hint}</Typography.Text>}
      </div>
      {actions !== undefined && (
        <Flex gap={8} wrap>
          {actions}
        </Flex>
      )}
    </Flex>
  );
}
