import { Descriptions, Flex, Typography } from 'antd';
import type { ReactNode } from 'react';
import type { RegisterStep } from '../../../../domain/register.ts';
import { findingStands, standingSignature } from '../../../../domain/register-signatures.ts';
import type { EntryWire } from '../../../wire/registers.ts';
import { useWords } from '../../language/language.tsx';
import { useMarks } from '../../language/marks.ts';
import { useTimeText } from '../../parts/times.tsx';
import { words } from '../../words/registers.ts';
import { Concerned, DueText } from './looks.tsx';

/** All columns in the order of the paper form. */
export function PaperForm({ entry }: { readonly entry: EntryWire }) {
  const head = useHead(entry);
  const handling = useHandling(entry);
  const praise = usePraise(entry);
  const items = [...head, ...(entry.kind === 'praise' ? praise : handling)];
  return (
    <Descriptions
      bordered
      size="small"
      column={{ xs: 1, md: 2 }}
      style={{ background: '#fff' }}
      items={items.map(([label, children, wide]) => ({
        key: label,
        label,
        children,
        ...(wide === true ? { span: { xs: 1, md: 2 } } : {}),
      }))}
    />
  );
}

/** Label, content, over the whole width. */
type Item = readonly [string, ReactNode, boolean?];

function Long({ children }: { readonly children: string }) {
  return <Typography.Paragraph style={{ margin: 0, whiteSpace: 'pre-wrap' }}>{children || '—'}</Typography.Paragraph>;
}

function useHead(entry: EntryWire): readonly Item[] {
  const t = useWords(words);
  const time = useTimeText();
  const text = (value: string) => value || '—';
  return [
    [t('field_contactName'), text(entry.contactName)],
    [t('field_relation'), text(entry.relation)],
    [t('field_patientName'), text(entry.patientName)],
    [t('field_recordNo'), text(entry.recordNo)],
    [t('field_phone'), text(entry.phone)],
    [t('field_followedUpAt'), entry.followedUpAt === null ? '—' : time(entry.followedUpAt, 'full')],
    [t(entry.kind === 'praise' ? 'praised' : 'field_concerns'), <Concerned key="c" entry={entry} />],
    [t('field_address'), text(entry.address)],
    [t('received'), `${time(entry.receivedAt, 'full')} · ${t(`channel_${entry.receivedThrough}`)}`],
    [t('officer'), text(entry.handler?.name ?? '')],
    [t('content'), <Long key="t">{entry.text}</Long>, true],
  ];
}

function useHandling(entry: EntryWire): readonly Item[] {
  const t = useWords(words);
  const { listed } = useMarks();
  const time = useTimeText();
  const { reply, settled } = entry;
  const answer = settled === null ? t('settledOpen') : t(settled ? 'settledYes' : 'settledNo');
  return [
    [t('field_categories'), listed(entry.categories.map((one) => t(`category_${one}`))) || '—'],
    [t('field_severity'), t(`severity_${entry.severity}`)],
    [t('field_department'), listed([entry.department, ...entry.coDepartments].filter((one) => one !== '')) || '—'],
    [t('due'), <DueText key="d" entry={entry} />],
    [t('field_proposal'), <Signed key="p" entry={entry} step="approve" text={entry.proposal} />, true],
    [t('field_opinion'), <Long key="o">{entry.opinion}</Long>, true],
    [t('field_findings'), <Findings key="f" entry={entry} />, true],
    [t('field_facts'), <Long key="fa">{entry.facts}</Long>, true],
    [t('field_instruction'), <Signed key="i" entry={entry} step="instruct" text={entry.instruction} />, true],
    [t('field_improvement'), <Long key="im">{entry.improvement}</Long>, true],
    [
      t('field_reply'),
      reply === null ? (
        '—'
      ) : (
        <Long key="r">{`${reply.text}\n${time(reply.at, 'full')} · ${t(`channel_${reply.channel}`)}`}</Long>
      ),
      true,
    ],
    [t('field_settled'), reply === null ? '—' : `${answer} ${entry.settledWords}`],
    [t('field_returnVisit'), entry.returnVisit || '—'],
    [t('field_remarks'), <Long key="re">{entry.remarks}</Long>, true],
  ];
}

function usePraise(entry: EntryWire): readonly Item[] {
  const t = useWords(words);
  return [
    [t('field_handled'), <Signed key="h" entry={entry} step="conclude" text={entry.handled} />, true],
    [t('field_instruction'), <Signed key="i" entry={entry} step="instruct" text={entry.instruction} />, true],
    [t('field_remarks'), <Long key="r">{entry.remarks}</Long>, true],
  ];
}

function Findings({ entry }: { readonly entry: EntryWire }) {
  const t = useWords(words);
  const { labelled } = useMarks();
  const time = useTimeText();
  if (entry.findings.length === 0) return <>{t('noFinding')}</>;
  return (
    <Flex vertical gap={8}>
      {entry.findings.map((finding) => (
        <div key={finding.department}>
          <Long>{labelled(finding.department, finding.text)}</Long>
          <Flex justify="flex-end">
            <Typography.Text type="secondary">
              {findingStands(entry, finding)
                ? t('signedBy', { name: finding.name, at: time(finding.at) })
                : t('findingReturned')}
            </Typography.Text>
          </Flex>
        </div>
      ))}
    </Flex>
  );
}

interface SignedProps {
  readonly entry: EntryWire;
  readonly step: RegisterStep;
  readonly text: string;
}

function Signed({ entry, step, text }: SignedProps) {
  const t = useWords(words);
  const time = useTimeText();
  const last = standingSignature(entry, step);
  return (
    <>
      <Long>{text}</Long>
      {last !== undefined && (
        <Flex justify="flex-end">
          <Typography.Text type="secondary">{t('signedBy', { name: last.name, at: time(last.at) })}</Typography.Text>
        </Flex>
      )}
    </>
  );
}
