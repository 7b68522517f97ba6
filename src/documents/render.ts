import type { Sheet } from './sheet.ts';

/**
 * A document as PDF. It carries the part of its fonts that it uses, so that Chinese shows on every machine; texts can be searched and
 * copied. A character that no font has is printed as □ and named at the foot of the last page. The library and the fonts (half a
 * second, 60 MB of memory) are loaded with the first document, not when the service starts.
 */
export async function toPdf(sheet: Sheet): Promise<Uint8Array> {
  const { makePdf } = await import('./pdf/make-pdf.ts');
  return makePdf(sheet);
}

/** Documents as one workbook, each on a worksheet. Numbers stay numbers, charts become the numbers behind them. */
export async function toXlsx(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const { makeXlsx } = await import('./xlsx/make-xlsx.ts');
  return makeXlsx(sheets);
}
