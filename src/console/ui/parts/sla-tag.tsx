import { ClockCircleOutlined, PauseCircleOutlined, WarningOutlined } from '@ant-design/icons';
import { Tag } from 'antd';
import type { SlaClock } from '../../wire/inbox.ts';
import { useWords } from '../language/language.tsx';
import type { Say } from '../language/words.ts';
import { useNow } from '../shell/clock.tsx';
import { words } from '../words/inbox.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Below this share of the time it counts as pressing. */
const PRESSING = 0.25;

/** A span of time in at most two units. */
export function spanText(t: Say<'minutes' | 'hoursMinutes' | 'daysHours'>, ms: number): string {
  if (ms < HOUR) return t('minutes', { n: Math.floor(ms / MINUTE) });
  if (ms < DAY) return t('hoursMinutes', { h: Math.floor(ms / HOUR), m: Math.floor((ms % HOUR) / MINUTE) });
  return t('daysHours', { d: Math.floor(ms / DAY), h: Math.floor((ms % DAY) / HOUR) });
}

/** Working time left to answer; it stands still outside working hours. Over: red, with a sign. */
export function SlaTag({ sla }: { readonly sla: SlaClock }) {
  const t = useWords(words);
  const now = useNow();
  const left = sla.leftMs - (sla.running ? Math.max(0, now - sla.at) : 0);
  const time = spanText(t, Math.abs(left));
  if (left < 0)
    return (
      <Tag color="red" variant="solid" icon={<WarningOutlined aria-hidden="true" />} title={t('slaTitle')}>
        {t('slaOver', { time })}
      </Tag>
    );
  return (
    <Tag
      color={left < PRESSING * sla.totalMs ? 'orange' : 'default'}
      icon={sla.running ? <ClockCircleOutlined aria-hidden="true" /> : <PauseCircleOutlined aria-hidden="true" />}
      title={t('slaTitle')}
    >
      {t(sla.running ? 'slaLeft' : 'slaPaused', { time })}
    </Tag>
  );
}
