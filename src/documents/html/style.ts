import type { Language } from '../../domain/language.ts';
import type { Sheet } from '../sheet.ts';

/** Page numbers as CSS writes them: counters between words. No word of ours has a quote. */
const PAGES: Readonly<Record<Language, string>> = {
  'zh-CN': '"第 " counter(page) " 页，共 " counter(pages) " 页"',
  'zh-TW': '"第 " counter(page) " 頁，共 " counter(pages) " 頁"',
  en: '"Page " counter(page) " of " counter(pages)',
};

/** The look of the page on screen and on paper. */
export function styleOf({ orientation, language }: Sheet): string {
  const width = orientation === 'portrait' ? '178mm' : '265mm';
  return `
@page { size: A4 ${orientation}; margin: 15mm 16mm 18mm; @bottom-right { content: ${PAGES[language]}; font-size: 8pt; color: #555; } }
body { max-width: ${width}; margin: 8mm auto; color: #000; background: #fff; font: 10.5pt/1.5 "Noto Sans SC", "Noto Sans CJK SC", "PingFang SC", "PingFang TC", "Microsoft YaHei", "Microsoft JhengHei", sans-serif; }
h1 { font-size: 17pt; text-align: center; margin: 0; } h2 { font-size: 12pt; margin: 4mm 0 1mm; break-after: avoid; }
.subtitle { text-align: center; margin: 0; } .corner { text-align: right; margin: 0; }
p { white-space: pre-wrap; margin: 1mm 0; } .note, .printed { font-size: 9pt; color: #444; } .printed { margin-top: 6mm; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; margin: 2mm 0 4mm; }
th, td { border: 0.6pt solid #000; padding: 1.5mm 2mm; vertical-align: middle; text-align: left; white-space: pre-wrap; overflow-wrap: anywhere; font-weight: normal; }
th { background: #ededed; text-align: center; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
.list th, .list td { font-size: 9pt; padding: 1mm 1.5mm; } tr { break-inside: avoid; } .form tr { break-inside: auto; } thead { display: table-header-group; }
td.center { text-align: center; } td.right { text-align: right; } tr.total td { font-weight: bold; background: #ededed; } tfoot { display: table-row-group; }
td.long { vertical-align: top; } .foot { text-align: right; margin-top: 2mm; }
.signature { display: grid; grid-template-columns: 32fr 38fr 30fr; margin: 5mm 0; break-inside: avoid; } .blank { display: inline-block; border-bottom: 0.6pt solid #000; width: 60%; }
figure { margin: 3mm 0; break-inside: avoid; } figcaption { font-size: 12pt; font-weight: bold; } svg { width: 100%; height: auto; }
@media print { body { margin: 0; max-width: none; } }`;
}
