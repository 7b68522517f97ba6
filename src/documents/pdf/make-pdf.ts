import type { Sheet } from '../sheet.ts';
import { printable } from '../text.ts';
import { printedLine, WORDS } from '../words.ts';
import { drawBlock } from './blocks.ts';
import { loadFonts } from './fonts.ts';
import { Paper } from './paper.ts';
import { wrap } from './wrap.ts';

const TITLE = { size: 17, lineHeight: 25 } as const;
const SUBTITLE = { size: 10.5, lineHeight: 17 } as const;
const FOOT_SIZE = 8;

function drawHead(paper: Paper, sheet: Sheet): void {
  const { x, width } = paper.body;
  const middle = x + width / 2;
  const centred = (text: string, style: typeof TITLE | typeof SUBTITLE, bold: boolean) => {
    for (const line of wrap(printable(text), width, { fonts: paper.fonts, size: style.size, bold })) {
      const y = paper.y + style.lineHeight / 2 + style.size * 0.36;
      paper.text(line, { x: middle, y }, { size: style.size, bold, align: 'center' });
      paper.y += style.lineHeight;
    }
  };
  centred(sheet.title, TITLE, true);
  if (sheet.subtitle !== undefined) centred(sheet.subtitle, SUBTITLE, false);
  if (sheet.corner !== undefined) {
    const { size, lineHeight } = SUBTITLE;
    paper.text(printable(sheet.corner), { x: x + width, y: paper.y + lineHeight * 0.7 }, { size, align: 'right' });
    paper.y += lineHeight;
  }
  paper.y += 5;
}

/** Who printed it, the pages and, on the last, what the fonts lack: known only when everything is drawn. */
function drawFeet(paper: Paper, sheet: Sheet): void {
  const words = WORDS[sheet.language];
  const count = paper.page + 1;
  const codes = [...paper.missing].map((code) => `U+${code.toString(16).toUpperCase().padStart(4, '0')}`);
  const { x, width } = paper.body;
  const y = paper.bottom + 24;
  for (let page = 0; page < count; page += 1) {
    paper.turnTo(page);
    const number = words.page(String(page + 1), String(count));
    paper.text(printable(printedLine(sheet)), { x, y }, { size: FOOT_SIZE, grey: 0.35 });
    paper.text(number, { x: x + width, y }, { size: FOOT_SIZE, align: 'right', grey: 0.35 });
    if (count > 1 && page > 0) {
      paper.text(
        printable(sheet.title),
        { x: x + width / 2, y: paper.body.y - 14 },
        { size: FOOT_SIZE, align: 'center', grey: 0.35 },
      );
    }
    if (page === count - 1 && codes.length > 0) {
      paper.text(words.missing(codes.join(' ')), { x, y: y - 12 }, { size: FOOT_SIZE });
    }
  }
}

/** Draws the document from top to bottom, then the feet of all pages. */
export async function makePdf(sheet: Sheet): Promise<Uint8Array> {
  const paper = new Paper(sheet, await loadFonts());
  drawHead(paper, sheet);
  for (const block of sheet.blocks) await drawBlock(paper, block, sheet);
  drawFeet(paper, sheet);
  return paper.end();
}
