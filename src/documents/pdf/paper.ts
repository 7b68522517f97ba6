import PDFDocument from 'pdfkit';
import type { Sheet } from '../sheet.ts';
import type { Fonts } from './fonts.ts';
import { widthOf } from './wrap.ts';

/** Points. A4 is 595 × 842. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface TextStyle {
  readonly size: number;
  readonly bold?: boolean;
  /** Where `x` is. `left`. */
  readonly align?: 'left' | 'center' | 'right';
  /** 0 black, 1 white. */
  readonly grey?: number;
}

const MARGIN = { side: 45, top: 42, bottom: 56 } as const;
const INK = 0;

function colour(grey: number): [number, number, number] {
  const level = Math.round(grey * 255);
  return [level, level, level];
}

/** The pages of one document, and a cursor that goes down them. */
export class Paper {
  readonly fonts: Fonts;
  readonly body: Box;
  /** Code points that no font has. */
  readonly missing = new Set<number>();
  /** Where the next block begins. */
  y: number = MARGIN.top;
  readonly #doc: PDFKit.PDFDocument;
  readonly #bytes: Promise<Uint8Array>;

  constructor(sheet: Sheet, fonts: Fonts) {
    this.fonts = fonts;
    this.#doc = new PDFDocument({
      size: 'A4',
      layout: sheet.orientation,
      margin: 0,
      bufferPages: true,
      // No default font: all are ours.
      font: '',
      lang: sheet.language,
      displayTitle: true,
      info: { Title: sheet.title, CreationDate: new Date(sheet.printed.at) },
    });
    // Its types know only files; it takes an opened font as well, which saves reading the file for each document.
    for (const name of ['regular', 'bold', 'emoji'] as const) {
      this.#doc.registerFont(name, fonts[name] as unknown as Uint8Array);
    }
    this.#bytes = collected(this.#doc);
    const { width, height } = this.#doc.page;
    this.body = {
      x: MARGIN.side,
      y: MARGIN.top,
      width: width - 2 * MARGIN.side,
      height: height - MARGIN.top - MARGIN.bottom,
    };
  }

  get bottom(): number {
    return this.body.y + this.body.height;
  }

  get room(): number {
    return this.bottom - this.y;
  }

  get page(): number {
    const { start, count } = this.#doc.bufferedPageRange();
    return start + count - 1;
  }

  /** A new page begins unless this much room is left, or the page is empty. */
  need(height: number): void {
    if (height > this.room && this.y > this.body.y) this.newPage();
  }

  newPage(): void {
    this.#doc.addPage();
    this.y = this.body.y;
  }

  /** What follows is drawn on this page, counted from 0. */
  turnTo(page: number): void {
    this.#doc.switchToPage(page);
  }

  /** One line of text with its baseline at `y`. */
  text(text: string, at: { readonly x: number; readonly y: number }, style: TextStyle): void {
    const { size, bold = false, align = 'left', grey = INK } = style;
    const width = align === 'left' ? 0 : widthOf(text, { fonts: this.fonts, size, bold });
    let x = at.x - (align === 'center' ? width / 2 : width);
    this.#doc.fillColor(colour(grey));
    for (const run of this.#runs(text, bold)) {
      this.#doc.font(run.font, size).text(run.text, x, at.y, { lineBreak: false, baseline: 'alphabetic' });
      x += run.width * size;
    }
  }

  line(
    from: readonly [number, number],
    to: readonly [number, number],
    style: { weight?: number; dash?: readonly number[] },
  ): void {
    this.#stroke(style);
    this.#doc
      .moveTo(...from)
      .lineTo(...to)
      .stroke()
      .undash();
  }

  polyline(points: readonly (readonly [number, number])[], style: { weight?: number; dash?: readonly number[] }): void {
    this.#stroke(style);
    points.forEach(([x, y], index) => (index === 0 ? this.#doc.moveTo(x, y) : this.#doc.lineTo(x, y)));
    this.#doc.stroke().undash();
  }

  /** A closed shape, filled with a grey, with a thin border or none. */
  polygon(
    points: readonly (readonly [number, number])[],
    style: { readonly grey: number; readonly border: boolean },
  ): void {
    this.#stroke({});
    const path = this.#doc.polygon(...points.map(([x, y]) => [x, y]));
    if (style.border) path.fillAndStroke(colour(style.grey), colour(INK));
    else path.fill(colour(style.grey));
  }

  rect(box: Box, style: { readonly fill?: number; readonly weight?: number }): void {
    const path = this.#doc.lineWidth(style.weight ?? 0.6).rect(box.x, box.y, box.width, box.height);
    if (style.fill === undefined) path.stroke(colour(INK));
    else path.fillAndStroke(colour(style.fill), colour(INK));
  }

  end(): Promise<Uint8Array> {
    this.#doc.end();
    return this.#bytes;
  }

  #stroke({ weight = 0.6, dash = [] }: { weight?: number; dash?: readonly number[] }): void {
    this.#doc.lineWidth(weight).strokeColor(colour(INK));
    if (dash.length > 0) this.#doc.dash(dash[0] ?? 1, { space: dash[1] ?? 1 });
  }

  /** Neighbouring characters of one font. */
  #runs(text: string, bold: boolean): readonly { font: string; text: string; width: number }[] {
    const runs: { font: string; text: string; width: number }[] = [];
    for (const char of text) {
      const glyph = this.fonts.glyph(char, bold);
      if (glyph.missing) this.missing.add(char.codePointAt(0) ?? 0);
      const last = runs.at(-1);
      if (last?.font === glyph.font) {
        last.text += glyph.char;
        last.width += glyph.width;
      } else runs.push({ font: glyph.font, text: glyph.char, width: glyph.width });
    }
    return runs;
  }
}

function collected(doc: PDFKit.PDFDocument): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => {
      resolve(Buffer.concat(chunks));
    });
    doc.on('error', reject);
  });
}
