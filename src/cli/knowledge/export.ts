import { HuifangError } from '../../domain/errors.ts';
import { sheetsOf, writeWorkbook } from '../../workbook/index.ts';
import { checkedFile, target } from './target.ts';

/** Writes the knowledge base as a workbook. A faulty one is not written: what Excel showed would not be what it says. */
export async function exportWorkbook(path: string): Promise<void> {
  if (!path.toLowerCase().endsWith('.xlsx')) {
    throw new HuifangError('BAD_REQUEST', [`${path} — allowed: a name that ends in .xlsx / 文件名须以 .xlsx 结尾`]);
  }
  const { file } = target();
  const sheets = sheetsOf(checkedFile(file));
  await writeWorkbook(path, sheets);
  const counts = sheets.slice(1).map(({ sheet, rows }) => `  ${sheet}: ${String(rows.length - 1)}`);
  process.stdout.write(`${[`${file} 已导出到 / exported to ${path}`, ...counts].join('\n')}\n`);
}
