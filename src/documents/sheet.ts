import type { Language } from '../domain/language.ts';

/** What a cell of a table holds; null is printed as a dash. Numbers stay numbers in Excel. */
export type CellValue = string | number | null;

/** How numbers are written. `percent`: 0.934 is 93.4%. */
export type NumberFormat = 'integer' | 'decimal' | 'percent';

/** One cell of a form like the paper ones. Labels are centred on grey, values are written as they are. */
export interface FormCell {
  readonly kind: 'label' | 'value';
  readonly text: string;
  /** Columns it covers; 1. */
  readonly across?: number;
  /** Rows it covers; 1. The rows below leave these columns out. */
  readonly down?: number;
  /** Height in lines of text that the cell has at least. */
  readonly lines?: number;
  /** Stands at the lower right, as the signature does on paper. */
  readonly foot?: string;
}

/** Label and value cells with borders. Every row fills all columns, counting those that cells above reach down into. */
export interface FormBlock {
  readonly type: 'form';
  /** Relative widths. */
  readonly columns: readonly number[];
  readonly rows: readonly (readonly FormCell[])[];
}

export interface TableColumn {
  readonly title: string;
  /** Neighbours of the same group stand under one heading. */
  readonly group?: string;
  /** Relative. */
  readonly width: number;
  /** `left`; of columns with a number format `right`. */
  readonly align?: 'left' | 'center' | 'right';
  /** `integer`. */
  readonly format?: NumberFormat;
}

/** A list; its headings are repeated on every page. */
export interface TableBlock {
  readonly type: 'table';
  readonly title?: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly CellValue[])[];
  /** The last row, in bold. */
  readonly totals?: readonly CellValue[];
}

export interface ParagraphBlock {
  readonly type: 'paragraph';
  readonly style: 'heading' | 'body' | 'note';
  /** Line breaks are kept. */
  readonly text: string;
}

/** 签名：____ 日期：____, or who signed and when. */
export interface SignatureBlock {
  readonly type: 'signatures';
  readonly lines: readonly { readonly role: string; readonly name: string | null; readonly date: string | null }[];
}

/** At most four series; they differ in pattern and mark, not in colour. A null is a gap. */
export interface ChartBlock {
  readonly type: 'chart';
  readonly kind: 'bars' | 'lines';
  readonly title: string;
  readonly labels: readonly string[];
  readonly series: readonly { readonly name: string; readonly values: readonly (number | null)[] }[];
  /** `integer`. */
  readonly format?: NumberFormat;
}

export type Block = FormBlock | TableBlock | ParagraphBlock | SignatureBlock | ChartBlock;

/** One document, for paper, PDF and Excel. A4. */
export interface Sheet {
  readonly title: string;
  /** Under the title: the hospital, the period. */
  readonly subtitle?: string;
  /** Above the first block at the right: the entry's number. */
  readonly corner?: string;
  readonly orientation: 'portrait' | 'landscape';
  /** Of the words we add: page numbers, signature lines. */
  readonly language: Language;
  readonly blocks: readonly Block[];
  /** Who had it made, and when (epoch ms, shown on the clock of `zone`). */
  readonly printed: { readonly by: string; readonly at: number; readonly zone: string };
}

/** A grey cell of a form with a heading. */
export function label(text: string, size: Pick<FormCell, 'across' | 'down'> = {}): FormCell {
  return { kind: 'label', text, ...size };
}

/** A cell of a form with what was filled in; empty when there is nothing yet. */
export function value(text: string | null, size: Omit<FormCell, 'kind' | 'text'> = {}): FormCell {
  return { kind: 'value', text: text ?? '', ...size };
}
