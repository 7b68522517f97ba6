import { Link } from 'wouter';
import type { Figure } from '../../../wire/reports.ts';
import { useLanguage } from '../../language/language.tsx';

/** Writes a share as percent; a dash for nothing. */
export function percent(share: number | null): string {
  return share === null ? '—' : `${(share * 100).toFixed(1)}%`;
}

/** Numbers with separators. */
export function useNumber(): (value: number, digits?: number) => string {
  const { language } = useLanguage();
  return (value, digits = 0) => value.toLocaleString(language, { maximumFractionDigits: digits });
}

/** A count that leads to the list behind it. */
export function FigureLink({ figure: { count, behind } }: { readonly figure: Figure }) {
  const number = useNumber();
  if (count === 0) return <span>0</span>;
  // Underlined: colour alone does not tell a link from the words around it.
  return (
    <Link href={`/reports/behind?${behind}`} style={{ textDecoration: 'underline' }}>
      {number(count)}
    </Link>
  );
}
