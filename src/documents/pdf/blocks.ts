import { drawChart } from '../chart/draw.ts';
import { TEXT_SIZE } from '../chart/marks.ts';
import { formGrid, tableGrid } from '../grid.ts';
import type { Block, ChartBlock, ParagraphBlock, Sheet, SignatureBlock } from '../sheet.ts';
import { printable } from '../text.ts';
import { WORDS } from '../words.ts';
import { drawGrid } from './grid.ts';
import type { Paper } from './paper.ts';
import { widthOf, wrap } from './wrap.ts';

/** Between two blocks, in points. */
const GAP = 12;
/** What must fit under a heading, or it begins the next page. */
const UNDER_HEADING = 70;

const STYLES = {
  heading: { size: 12, lineHeight: 20, bold: true, grey: 0 },
  body: { size: 10.5, lineHeight: 17, bold: false, grey: 0 },
  note: { size: 9, lineHeight: 14, bold: false, grey: 0.35 },
} as const;

function paragraph(paper: Paper, style: ParagraphBlock['style'], text: string): void {
  const { size, lineHeight, bold, grey } = STYLES[style];
  if (style === 'heading') paper.need(lineHeight + UNDER_HEADING);
  for (const line of wrap(printable(text), paper.body.width, { fonts: paper.fonts, size, bold })) {
    paper.need(lineHeight);
    paper.text(line, { x: paper.body.x, y: paper.y + lineHeight / 2 + size * 0.36 }, { size, bold, grey });
    paper.y += lineHeight;
  }
}

const SIGNATURE = { size: 10.5, lineHeight: 30, role: 0.32, name: 0.38 } as const;

/** `word：` and what was written, or a line to write on. */
function blank(
  paper: Paper,
  word: string,
  filled: string | null,
  place: { x: number; width: number; y: number },
): void {
  const { size } = SIGNATURE;
  paper.text(word, place, { size });
  const start = place.x + widthOf(word, { fonts: paper.fonts, size, bold: false }) + 2;
  if (filled === null) paper.line([start, place.y + 2], [place.x + place.width - 12, place.y + 2], { weight: 0.5 });
  else paper.text(printable(filled), { x: start, y: place.y }, { size });
}

function signatures(paper: Paper, block: SignatureBlock, sheet: Sheet): void {
  const { signature, date, colon } = WORDS[sheet.language];
  const { x, width } = paper.body;
  const { lineHeight, size, role, name } = SIGNATURE;
  paper.need(block.lines.length * lineHeight);
  for (const line of block.lines) {
    const y = paper.y + lineHeight * 0.65;
    paper.text(printable(line.role), { x, y }, { size });
    blank(paper, signature + colon, line.name, { x: x + width * role, width: width * name, y });
    const from = role + name;
    blank(paper, date + colon, line.date, { x: x + width * from, width: width * (1 - from), y });
    paper.y += lineHeight;
  }
}

function chart(paper: Paper, block: ChartBlock): void {
  const drawing = drawChart(block, paper.body.width);
  paper.need(drawing.height + STYLES.heading.lineHeight + 1);
  paragraph(paper, 'heading', block.title);
  const [left, top] = [paper.body.x, paper.y];
  const at = ([x, y]: readonly [number, number]): readonly [number, number] => [left + x, top + y];
  for (const mark of drawing.marks) {
    if (mark.type === 'line') paper.polyline(mark.points.map(at), mark);
    else if (mark.type === 'area') paper.polygon(mark.points.map(at), mark);
    else {
      const [x, y] = at(mark.at);
      paper.text(mark.text, { x, y }, { size: TEXT_SIZE, align: mark.align });
    }
  }
  paper.y += drawing.height;
}

/** Draws one block from the cursor on, and the gap under it. */
export async function drawBlock(paper: Paper, block: Block, sheet: Sheet): Promise<void> {
  switch (block.type) {
    case 'form':
      await drawGrid(paper, formGrid(block));
      break;
    case 'table':
      if (block.title !== undefined) paragraph(paper, 'heading', block.title);
      await drawGrid(paper, tableGrid(block, WORDS[sheet.language].nothing));
      break;
    case 'paragraph':
      paragraph(paper, block.style, block.text);
      break;
    case 'signatures':
      signatures(paper, block, sheet);
      break;
    case 'chart':
      chart(paper, block);
      break;
  }
  paper.y += block.type === 'paragraph' ? GAP / 3 : GAP;
}
