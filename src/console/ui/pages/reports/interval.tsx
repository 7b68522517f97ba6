import type { Measured } from '../../../wire/reports.ts';
import { useWords } from '../../language/language.tsx';
import { COLOURS } from '../../shell/theme.ts';
import { words } from '../../words/reports.ts';
import { percent } from './figures.tsx';

const WIDTH = 72;

/** A rate with its interval: the value in figures, a dot on a line from 0 to 100 %, and the bounds in figures. */
export function Interval({ value, low, high, minimum }: Measured & { readonly minimum: number }) {
  const t = useWords(words);
  if (value === null || low === null || high === null) return <span>{t('tooFew', { n: minimum })}</span>;
  return (
    <span style={{ whiteSpace: 'nowrap' }}>
      <strong>{percent(value)}</strong>{' '}
      <svg width={WIDTH} height={12} aria-hidden="true" style={{ verticalAlign: 'middle' }}>
        <line x1={0} x2={WIDTH} y1={6} y2={6} stroke={COLOURS.line} strokeWidth={1} />
        <line x1={low * WIDTH} x2={high * WIDTH} y1={6} y2={6} stroke={COLOURS.text} strokeWidth={3} />
        <circle cx={Math.min(WIDTH - 4, value * WIDTH)} cy={6} r={4} fill={COLOURS.primary} />
      </svg>{' '}
      {`${percent(low)}–${percent(high)}`}
    </span>
  );
}
