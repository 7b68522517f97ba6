import { Card, Flex, Tag, Typography } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { POINT_SECTIONS } from '../../../../domain/shift.ts';
import type { PointView } from '../../../wire/shifts.ts';
import { useWords } from '../../language/language.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { useTimeText } from '../../parts/times.tsx';
import { words } from '../../words/shifts.ts';

interface Props {
  readonly points: readonly PointView[];
  /** What stands below each: a note, √ and ×, or what was marked. */
  readonly below: (point: PointView) => ReactNode;
}

/** The points of a handover under their headings. */
export function Points({ points, below }: Props) {
  const t = useWords(words);
  if (points.length === 0) return <EmptyState title={t('nothing')} />;
  return (
    <Flex vertical gap={16}>
      {POINT_SECTIONS.map((section) => {
        const those = points.filter((point) => point.section === section);
        if (those.length === 0) return null;
        return (
          <section key={section} aria-label={t(`section_${section}`)}>
            <Typography.Title level={3} className="shift-section">
              {t(`section_${section}`)} ({those.length})
            </Typography.Title>
            <Flex vertical gap={8}>
              {those.map((point) => (
                <Card key={point.key} size="small">
                  <Flex vertical gap={8}>
                    <PointText point={point} />
                    {below(point)}
                  </Flex>
                </Card>
              ))}
            </Flex>
          </section>
        );
      })}
    </Flex>
  );
}

/** What a point says, in one line that can be searched for. */
export function pointLabel({ who, department, text }: PointView): string {
  return [who, department, text].filter((part) => part !== null && part !== '').join(' · ');
}

function PointText({ point }: { readonly point: PointView }) {
  const t = useWords(words);
  const time = useTimeText();
  const { section, at, dueOn, resolved, subject } = point;
  const when =
    dueOn !== null
      ? t('dueOn', { day: dueOn })
      : at === null
        ? ''
        : t(section === 'promises' ? 'due' : 'since', { time: time(at) });
  return (
    <Flex vertical gap={2}>
      <Flex gap={8} wrap align="baseline">
        <Typography.Text strong className="shift-text">
          {pointLabel(point)}
        </Typography.Text>
        {resolved && <Tag color="green">{t('resolved')}</Tag>}
      </Flex>
      <Flex gap={12} wrap>
        {when !== '' && <Typography.Text type="secondary">{when}</Typography.Text>}
        {subject.type === 'conversation' && (
          <Link href={`/c/${subject.id}`} aria-label={`${t('open')}：${pointLabel(point)}`}>
            {t('open')}
          </Link>
        )}
      </Flex>
    </Flex>
  );
}
