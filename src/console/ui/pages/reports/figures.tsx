import { Link } from 'wouter';
import type { Figure, Share, Sum } from '../../../wire/reports.ts';
import { useLanguage } from '../../language/language.tsx';

/** Colour alone does not tell a link from the words around it. */
const UNDERLINED = { textDecoration: 'underline' } as const;

/** Writes a share as percent; a dash for nothing. */
export function percent(share: number | null): string {
  return share === null ? '—' : `${(share * 100).toFixed(1)}%`;
}

/** Numbers with separators. */
export function useNumber(): (value: number, digits?: number) => string {
  const { language } = useLanguage();
  return (value, digits = 0) => value.toLocaleString(language, { maximumFractionDigits: digits });
}

/** What adds up to the figure. */
export function SumLink({ sum: { sum, behind } }: { readonly sum: Sum }) {
  return <FigureLink figure={{ count: sum, behind }} />;
}

/** A share that leads to the list of what it counts; a dash where too few were counted. */
export function ShareLink({ share: { share, behind } }: { readonly share: Share }) {
  if (share === null || share === 0) return <span>{percent(share)}</span>;
  return (
    <Link href={`/reports/behind?${behind}`} style={UNDERLINED}>
      {percent(share)}
    </Link>
  );
}

/** A count that leads to the list behind it. */
export function FigureLink({ figure: { count, behind } }: { readonly figure: Figure }) {
  const number = useNumber();
  if (count === 0) return <span>0</span>;
  return (
    <Link href={`/reports/behind?${behind}`} style={UNDERLINED}>
      {number(count)}
    </Link>
  );
}
