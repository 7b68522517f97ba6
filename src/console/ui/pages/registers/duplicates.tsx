import { Button, Card, Flex, Typography } from 'antd';
import { Link } from 'wouter';
import type { EntryView } from '../../../wire/registers.ts';
import { useWords } from '../../language/language.tsx';
import { ConfirmButton } from '../../parts/confirm-button.tsx';
import { useMay } from '../../shell/session.tsx';
import { words } from '../../words/registers.ts';
import type { useEntry } from './use-entry.ts';
import './registers.css';

interface Props {
  readonly view: EntryView;
  readonly change: ReturnType<typeof useEntry>['change'];
}

/** Entries that may say the same; somebody decides. Nothing is shown where there is none. */
export function Duplicates({ view, change }: Props) {
  const { entry, suspects, linked } = view;
  const t = useWords(words);
  const may = useMay();
  if (suspects.length === 0 && linked.length === 0 && entry.duplicateOf === null) return null;
  const link = (target: string | null) => {
    change.mutate({ how: 'link', body: { target } });
  };
  return (
    <Card size="small" title={t('duplicates')}>
      <Typography.Paragraph type="secondary">{t('duplicatesHint')}</Typography.Paragraph>
      {entry.duplicateOf !== null && may('register.edit') && (
        <Button
          size="small"
          onClick={() => {
            link(null);
          }}
        >
          {t('unlink')}
        </Button>
      )}
      {linked.length > 0 && (
        <Flex gap={8} wrap>
          <span>{t('linkedHere')}</span>
          {linked.map((number) => (
            <Link key={number} href={`/registers/${entry.kind}/${number}`}>
              {number}
            </Link>
          ))}
        </Flex>
      )}
      <Suspects view={view} onLink={link} />
    </Card>
  );
}

interface SuspectsProps {
  readonly view: EntryView;
  readonly onLink: (target: string) => void;
}

function Suspects({ view: { entry, suspects }, onLink }: SuspectsProps) {
  const t = useWords(words);
  const may = useMay();
  return (
    <ul className="plain-list">
      {suspects.map((other) => (
        <li key={other.number}>
          <Flex vertical gap={4}>
            <Flex gap={8} wrap align="center">
              <Link href={`/registers/${entry.kind}/${other.number}`}>{other.number}</Link>
              <Typography.Text type="secondary">
                {t('likeness', { n: Math.round(other.likeness * 100) })}
              </Typography.Text>
              {may('register.edit') && (
                <ConfirmButton
                  size="small"
                  question={t('linkQuestion', { number: other.number })}
                  onConfirm={() => {
                    onLink(other.number);
                  }}
                >
                  {t('link')}
                </ConfirmButton>
              )}
            </Flex>
            <Typography.Paragraph ellipsis={{ rows: 2 }} style={{ margin: 0 }}>
              {other.text}
            </Typography.Paragraph>
          </Flex>
        </li>
      ))}
    </ul>
  );
}
