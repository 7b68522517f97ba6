import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { TRADITIONAL_PAIRS } from '../../../src/bot/knowledge/frames/traditional.data.ts';
import type { Words } from '../../../src/console/ui/language/words.ts';
import { LANGUAGES, type Language } from '../../../src/domain/language.ts';

const FOLDER = 'src/console/ui/words';
/** Characters of the Chinese scripts, and their punctuation. */
const CHINESE = /[\p{Script=Han}，。！？；：、（）]/u;
const PLACE = /\{\w+\}/gu;

/** Written so in Taiwan as well, in other words: 核准, 科系, 占床率, 伙食. */
const IN_BOTH = '准系占周游采升伙';
/** Characters that only simplified Chinese has. */
const SIMPLIFIED = new Set(
  Array.from(TRADITIONAL_PAIRS).filter((character, index) => index % 2 === 0 && !IN_BOTH.includes(character)),
);

/** Words that are said otherwise in Taiwan: 對話, 資訊, 儲存, 登入, 帳號, 搜尋, 網路, 伺服器, 使用者, 簡訊, 軟體, 品質, 檢視, 科別, 真人 … */
const MAINLAND =
  /會話|信息|默認|保存|登錄|賬號|菜單|搜索|打印|質量|屏幕|鼠標|網絡|服務器|用戶|短信|軟件|反饋|審計|佔位符|點擊|快捷|數據|導入|導出|刷新|二維碼|在線|科室|節假日|投訴|患者|識別|轉人工|查看|發送|視頻|支持/u;

/** What is wrong with an area's words: missing and empty keys, places for values that differ, Chinese in English, simplified in zh-TW. */
export function faults(words: Words): string[] {
  const keys = [...new Set(LANGUAGES.flatMap((language) => Object.keys(words[language])))];
  return keys.flatMap((key) => LANGUAGES.flatMap((language) => faultsOf(words, key, language)));
}

function faultsOf(words: Words, key: string, language: Language): string[] {
  const text = words[language][key];
  if (text === undefined || text.trim() === '') return [`${language} ${key}: missing`];
  const found: string[] = [];
  const places = (of: string | undefined) => (of?.match(PLACE) ?? []).sort().join(' ');
  if (places(text) !== places(words['zh-CN'][key])) found.push(`${language} ${key}: other places for values`);
  if (language === 'en' && CHINESE.test(text)) found.push(`en ${key}: Chinese`);
  if (language === 'zh-TW') {
    const simplified = Array.from(text).filter((character) => SIMPLIFIED.has(character));
    if (simplified.length > 0) found.push(`zh-TW ${key}: simplified ${simplified.join('')}`);
    const mainland = MAINLAND.exec(text)?.[0];
    if (mainland !== undefined) found.push(`zh-TW ${key}: mainland ${mainland}`);
  }
  return found;
}

const files = readdirSync(FOLDER).filter((name) => name.endsWith('.ts'));

describe('the words of the console are whole in its three languages', () => {
  test.each(files)('%s', async (file) => {
    const { words } = (await import(pathToFileURL(join(FOLDER, file)).href)) as { words: Words };
    expect(Object.keys(words['zh-CN']).length).toBeGreaterThan(0);
    expect(faults(words)).toEqual([]);
  });

  test('all areas were looked at', () => {
    expect(files.length).toBeGreaterThanOrEqual(5);
  });

  test('nothing that the pages show is Chinese whatever the language: neither words nor the marks between them', () => {
    const pages = readdirSync('src/console/ui', { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.tsx'),
    );
    expect(pages.length).toBeGreaterThan(100);
    const found = pages.flatMap((name) =>
      readFileSync(join('src/console/ui', name), 'utf8')
        .split('\n')
        // Remarks, and marks at which what was typed is parted, are not shown.
        .filter((line) => CHINESE.test(line) && !/^\s*(?:\/\/|\/?\*)|\.split\(|tokenSeparators/u.test(line))
        .map((line) => `${name}: ${line.trim()}`),
    );
    expect(found).toEqual([]);
  });

  test('canary: what is missing, empty, left in Chinese or left simplified is found', () => {
    const planted: Words = {
      'zh-CN': { a: '电话', b: '医生', c: '还有 {n} 条', d: '保存', e: '好' },
      'zh-TW': { a: '电话', b: '醫師', c: '還有 {n} 則', d: '保存', e: ' ' },
      en: { a: 'Phone', b: '医生', c: '{m} more', d: 'Keep' },
    };
    expect(faults(planted)).toEqual([
      'zh-TW a: simplified 电话',
      'en b: Chinese',
      'en c: other places for values',
      'zh-TW d: mainland 保存',
      'zh-TW e: missing',
      'en e: missing',
    ]);
  });
});
