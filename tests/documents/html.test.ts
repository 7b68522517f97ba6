import { expect, test } from 'vitest';
import { type Sheet, toPrintHtml } from '../../src/documents/index.ts';
import { complaint, monthly, PRINTED } from './samples.ts';

const NASTY = `<script>alert("x")</script> & '</style>`;

test('every text is escaped, wherever it stands', () => {
  const sheet: Sheet = {
    title: NASTY,
    subtitle: NASTY,
    corner: NASTY,
    orientation: 'portrait',
    language: 'en',
    printed: { ...PRINTED, by: NASTY },
    blocks: [
      {
        type: 'form',
        columns: [1],
        rows: [[{ kind: 'value', text: NASTY, foot: NASTY }], [{ kind: 'label', text: NASTY }]],
      },
      {
        type: 'table',
        title: NASTY,
        columns: [{ title: NASTY, group: NASTY, width: 1 }],
        rows: [[NASTY]],
        totals: [NASTY],
      },
      { type: 'paragraph', style: 'heading', text: NASTY },
      { type: 'paragraph', style: 'body', text: NASTY },
      { type: 'signatures', lines: [{ role: NASTY, name: NASTY, date: NASTY }] },
      {
        type: 'chart',
        kind: 'lines',
        title: NASTY,
        labels: [NASTY],
        series: [
          { name: NASTY, values: [1] },
          { name: NASTY, values: [2] },
        ],
      },
    ],
  };
  const html = toPrintHtml(sheet);
  expect(html.split('&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &#39;&lt;/style&gt;')).toHaveLength(24);
  expect(html).not.toContain('<script');
  expect(html.split('</style>')).toHaveLength(2);
});

test('it loads nothing and prints on A4 in its direction', () => {
  const html = toPrintHtml(monthly());
  expect(html).not.toMatch(/\b(src|href|url)\b/);
  expect(html).toContain('size: A4 landscape');
  expect(html).toContain('<thead>');
});

test('the form has its cells with their spans, and room to write', () => {
  const html = toPrintHtml(complaint());
  expect(html).toContain('<th colspan="1" rowspan="1">投诉内容</th>');
  expect(html).toMatch(/<td class="left long" colspan="5" rowspan="1"><div style="min-height: 39.2mm">11月18日/);
  expect(html).toContain('<div class="foot">登记人：李敏　2026-11-20</div>');
});
