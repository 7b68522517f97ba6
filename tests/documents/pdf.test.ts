import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Sheet, toPdf } from '../../src/documents/index.ts';
import { fontsOf, pagesOf } from './pdf-text.ts';
import { popplerThere } from './poppler.ts';
import { complaint, handover, monthly, PRINTED, wordsOf } from './samples.ts';

const KILOBYTES_150 = 150_000;

describe.runIf(popplerThere())('printed documents, read back', () => {
  test.each([
    ['the complaint form', complaint()],
    ['the hand-over of a shift', handover()],
  ])('%s is one page that carries its fonts, and every word can be copied from it', async (_, sheet) => {
    const pdf = await toPdf(sheet);
    const pages = pagesOf(pdf);
    expect(pages).toHaveLength(1);
    expect(pdf.length).toBeLessThan(KILOBYTES_150);
    expect(fontsOf(pdf).every(({ embedded }) => embedded)).toBe(true);
    const known = wordsOf(sheet).replace('𠮷', '□');
    expect(Array.from(known).filter((char) => pages[0]?.includes(char) !== true)).toEqual([]);
  });

  test('a long list repeats its headings on every page and numbers the pages', async () => {
    const pdf = await toPdf(monthly());
    const pages = pagesOf(pdf);
    expect(pages).toHaveLength(4);
    expect(pages.map((page) => page.includes('主要意见'))).toEqual([false, true, true, true]);
    expect(pages.map((page, index) => page.includes(`第${index + 1}页，共4页`))).toEqual([true, true, true, true]);
    expect(pages.join('')).toContain('打印人：李敏打印时间：2026-11-2217:46');
    expect(pages.at(-1)).toContain('合计');
  });

  test('a complaint longer than a page goes on on the next, and nothing of it is lost', async () => {
    const lines = Array.from({ length: 120 }, (_, index) => `第${index}次去问都没有人理会。`);
    const pages = pagesOf(await toPdf(complaint({ story: lines.join('\n') })));
    expect(pages.length).toBeGreaterThan(1);
    const whole = pages.join('');
    expect(lines.filter((line) => !whole.includes(line))).toEqual([]);
    expect(whole).toContain('备注');
  });

  test('rare characters of names are drawn; what no font has is a box, and named at the foot', async () => {
    const [page = ''] = pagesOf(await toPdf(complaint({ patient: '龘䶮𬱖㛃' })));
    expect(page).toContain('龘䶮𬱖㛃');
    expect(page).not.toContain('U+');
    const [boxed = ''] = pagesOf(await toPdf(complaint({ patient: '𠮷野家' })));
    expect(boxed).toContain('□野家');
    expect(boxed).toContain('□为字库中没有的字（U+20BB7）');
  });

  test('what patients type does no harm: emoji, joiners, control and half characters', async () => {
    const story = '差评😡👍🏽\u0000\u200D\u202Eabc\uD83D 好';
    const [page = ''] = pagesOf(await toPdf(complaint({ story })));
    expect(page).toContain('差评😡👍abc□好');
  });

  test('the words it adds are in the language of the sheet', async () => {
    const only = (language: Sheet['language']): Sheet => ({
      title: 'T',
      orientation: 'portrait',
      language,
      printed: PRINTED,
      blocks: [{ type: 'signatures', lines: [{ role: 'R', name: null, date: null }] }],
    });
    expect(pagesOf(await toPdf(only('zh-TW')))[0]).toMatch(/簽名：.*列印人：李敏/);
    expect(pagesOf(await toPdf(only('en')))[0]).toMatch(/Signature:.*Printedby李敏.*Page1of1/);
  });

  test('every row of any list is printed once, whatever its length', async () => {
    const heights = fc.array(fc.integer({ min: 1, max: 130 }), { minLength: 1, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(heights, async (lines) => {
        const rows = lines.map((count, index) => [
          `r${index}b`,
          Array.from({ length: count }, () => `x${index}y`).join('\n'),
        ]);
        const pages = pagesOf(
          await toPdf({
            title: 'T',
            orientation: 'landscape',
            language: 'en',
            printed: PRINTED,
            blocks: [
              {
                type: 'table',
                columns: [
                  { title: 'N', width: 1 },
                  { title: 'Text', width: 3 },
                ],
                rows,
              },
            ],
          }),
        );
        const whole = pages.join('');
        const count = (word: string) => whole.split(word).length - 1;
        expect(lines.map((_, index) => count(`r${index}b`))).toEqual(lines.map(() => 1));
        expect(lines.map((_, index) => count(`x${index}y`))).toEqual(lines);
      }),
      { numRuns: 12 },
    );
  });

  test('documents made at the same time do not mix', async () => {
    const names = ['甲', '乙', '丙', '丁'];
    const made = await Promise.all(names.map((name) => toPdf(complaint({ patient: name.repeat(3) }))));
    expect(made.map((pdf) => names.filter((name) => pagesOf(pdf)[0]?.includes(name.repeat(3)) === true))).toEqual(
      names.map((name) => [name]),
    );
  });
});
