import { Alert, Card, Flex, Tag, Typography } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { matterOf, POINT_SECTIONS } from '../../../../domain/shift.ts';
import type { PointView, ShiftDetail } from '../../../wire/shifts.ts';
import { useWords } from '../../language/language.tsx';
import { useMarks } from '../../language/marks.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { useTimeText } from '../../parts/times.tsx';
import { words } from '../../words/shifts.ts';

interface Props {
  readonly points: readonly PointView[];
  readonly more: ShiftDetail['more'];
  /** What stands below each: a note, √ and ×, or what was marked. */
  readonly below: (point: PointView) => ReactNode;
}

/** The points of a handover under their headings. */
export function Points({ points, more, below }: Props) {
  const t = useWords(words);
  if (points.length === 0) return <EmptyState title={t('nothing')} />;
  return (
    <Flex vertical gap={16}>
      {POINT_SECTIONS.map((section) => {
        const those = mattersOf(points).filter(([first]) => first?.section === section);
        if (those.length === 0) return null;
        return (
          <section key={section} aria-label={t(`section_${section}`)}>
            <Typography.Title level={3} className="shift-section">
              {t(`section_${section}`)} ({those.length})
            </Typography.Title>
            <Flex vertical gap={8}>
              {those.map((matter) => (
                <Card key={matter[0]?.key} size="small">
                  <Flex vertical gap={16}>
                    {matter.map((point, index) => (
                      <Flex key={point.key} vertical gap={8}>
                        <PointText point={point} follows={index > 0} />
                        {below(point)}
                      </Flex>
                    ))}
                  </Flex>
                </Card>
              ))}
            </Flex>
            {more[section] !== undefined && <Alert type="warning" showIcon title={t('moreOf', { n: more[section] })} />}
          </section>
        );
      })}
    </Flex>
  );
}

/** The points of one conversation in one card; they stand together in the packet. */
function mattersOf(points: readonly PointView[]): readonly (readonly PointView[])[] {
  const matters = new Map<string, PointView[]>();
  for (const point of points) {
    const matter = matterOf(point);
    matters.set(matter, [...(matters.get(matter) ?? []), point]);
  }
  return [...matters.values()];
}

/** What a point says, in one line that can be searched for. */
export function pointLabel({ who, department, text }: PointView): string {
  return [who, department, text].filter((part) => part !== null && part !== '').join(' · ');
}

/** What the time of a point says, where it is not since when somebody waits. */
const WHEN: Readonly<Partial<Record<PointView['section'], 'due' | 'wakesAt' | 'leavesAt'>>> = {
  promises: 'due',
  snoozed: 'wakesAt',
  replies: 'leavesAt',
};

/** `follows`: the same person stands above it already. */
function PointText({ point, follows }: { readonly point: PointView; readonly follows: boolean }) {
  const t = useWords(words);
  const { labelled } = useMarks();
  const time = useTimeText();
  const { section, at, dueOn, resolved, overdue, subject } = point;
  const when =
    dueOn !== null ? t('dueOn', { day: dueOn }) : at === null ? '' : t(WHEN[section] ?? 'since', { time: time(at) });
  return (
    <Flex vertical gap={2}>
      <Flex gap={8} wrap align="baseline">
        <Typography.Text strong className="shift-text">
          {follows ? point.text : pointLabel(point)}
        </Typography.Text>
        {follows && <Tag>{t(`section_${section}`)}</Tag>}
        {overdue && <Tag color="red">{t('overdue')}</Tag>}
        {resolved && <Tag color="green">{t('resolved')}</Tag>}
      </Flex>
      <Flex gap={12} wrap>
        {when !== '' && <Typography.Text type="secondary">{when}</Typography.Text>}
        {subject.type === 'conversation' && (
          <Link href={`/c/${subject.id}`} aria-label={labelled(t('open'), pointLabel(point))}>
            {t('open')}
          </Link>
        )}
      </Flex>
    </Flex>
  );
}
