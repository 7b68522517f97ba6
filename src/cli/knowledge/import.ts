import { existsSync } from 'node:fs';
import { readKnowledgeJson } from '../../app/knowledge-file.ts';
import { checkKnowledge } from '../../bot/knowledge/index.ts';
import { HuifangError } from '../../domain/errors.ts';
import {
  changesBetween,
  faultLine,
  type Json,
  joinedWords,
  readSheets,
  readWorkbook,
  saveKnowledge,
} from '../../workbook/index.ts';
import { target } from './target.ts';
import { changesText } from './words.ts';

/** The file that is to be replaced, if it can be compared with; a faulty one may be what the import repairs. */
function before(file: string): { readonly json: Json | null; readonly why: string } {
  if (!existsSync(file)) return { json: null, why: `${file} 还不存在 / does not exist yet` };
  try {
    const json = readKnowledgeJson(file);
    if (checkKnowledge(json).length === 0) return { json: json as Json, why: '' };
  } catch {
    // Told below: there is nothing to compare with.
  }
  return { json: null, why: `${file} 有错误，无法逐项比较 / has faults and cannot be compared` };
}

/** Reads a workbook; throws with every fault. */
async function read(path: string): Promise<{ readonly file: Json; readonly notes: readonly string[] }> {
  const { sheets, faults } = await readWorkbook(path);
  const read = readSheets(sheets, faults);
  if ('faults' in read) throw new HuifangError('WORKBOOK_INVALID', read.faults.map(faultLine));
  const notes = read.notRead.map((sheet) => `注意：没有读取工作表“${sheet}” / note: sheet ${sheet} is not read`);
  return { file: read.file, notes };
}

/** Takes a workbook over, or only tells what that would change. Throws with every fault, and then writes nothing. */
export async function importWorkbook(path: string, dryRun: boolean): Promise<void> {
  const { file } = target();
  const { file: next, notes } = await read(path);
  const { json: old, why } = before(file);
  const joined = joinedWords(old, next).map(
    ({ sheet, id, header, word }) =>
      `注意：“${sheet}”表 ${id}（${header}）：“${word}”会当作一项；多项请一行写一项 / note: taken as one entry, for each has a line of its own`,
  );
  const print = (lines: readonly string[]) => process.stdout.write(`${[...notes, ...joined, ...lines].join('\n')}\n`);
  const changes = old === null ? null : changesBetween(old, next);
  if (changes?.length === 0) {
    print(['没有变化，没有写入 / nothing changes, nothing was written']);
    return;
  }
  const told = changes === null ? [why] : changesText(changes);
  if (dryRun) {
    print([...told, '试运行：没有写入任何数据 / dry run: nothing was written']);
    return;
  }
  const schema = old?.['$schema'];
  const backup = saveKnowledge(file, schema === undefined ? next : { $schema: schema, ...next }, new Date());
  print([
    ...told,
    `已写入 / written: ${file}`,
    ...(backup === null ? [] : [`旧文件保存为 / the old one is kept as: ${backup}`]),
    '运行中的服务会在几秒内自动采用 / a running service takes it over within seconds',
  ]);
}
