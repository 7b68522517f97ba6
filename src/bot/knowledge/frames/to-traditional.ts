import { TRADITIONAL_PAIRS } from './traditional.data.ts';

/** Words in which a character is written otherwise than alone, as pairs; those of a hospital. */
const WORDS: readonly (readonly [string, string])[] =
  '之后|之後 以后|以後 然后|然後 后天|後天 后续|後續 后面|後面 后来|後來 术后|術後 产后|產後 饭后|飯後 后牙|後牙 最后|最後 今后|今後 前后|前後 年后|年後 天后|天後 院后|院後 就诊后|就診後 后遗|後遺 后门|後門 登记后|登記後 通过后|通過後 结算后|結算後 日后|日後 完后|完後 好后|好後 查后|查後 证后|證後 单后|單後 看后|看後 病后|病後 后您|後您 后到|後到 后再|後再 后重|後重 里面|裡面 这里|這裡 哪里|哪裡 那里|那裡 家里|家裡 手里|手裡 城里|城裡 医院里|醫院裡 年里|年裡 文字里|文字裡 字里|字裡 里说|裡說 里点|裡點 里取|裡取 里看|裡看 干净|乾淨 干燥|乾燥 干眼|乾眼 饼干|餅乾 照顾|照顧 复印|複印 复查|複查 复诊|複診 复杂|複雜 重复|重複 病历|病歷 简历|簡歷 日历|日曆 头发|頭髮 脱发|脫髮 理发|理髮 植发|植髮 系统|系統 联系|聯繫 关系|關係 周一|週一 周二|週二 周三|週三 周四|週四 周五|週五 周六|週六 周日|週日 周末|週末 每周|每週 本周|本週 下周|下週 这周|這週 面条|麵條 只眼|隻眼 复制|複製 一只|一隻 余额|餘額 多余|多餘 其余|其餘 公布|公布 台风|颱風 准备|準備 标准|標準 采血|採血 松动|鬆動 颗粒|顆粒 表现|表現 手表|手錶 合并|合併 并发|併發 征兵|徵兵 特征|特徵 干部|幹部 老干|老幹 躯干|軀幹 出诊|出診 出院|出院 制药|製藥 才能|才能'
    .split(' ')
    .map((pair) => pair.split('|') as [string, string]);

const CHARACTERS = new Map<string, string>();
for (let i = 0; i + 1 < TRADITIONAL_PAIRS.length; i += 2)
  CHARACTERS.set(TRADITIONAL_PAIRS.charAt(i), TRADITIONAL_PAIRS.charAt(i + 1));
const BY_WORD = new Map(WORDS);
const LONGEST = Math.max(...WORDS.map(([word]) => word.length));

/**
 * Chinese in the characters of Taiwan. Character by character, with the words of a hospital in which a character has another
 * form; words themselves are not exchanged. Used for our own sentences and the hospital's alike.
 */
export function toTraditional(text: string): string {
  let written = '';
  for (let at = 0; at < text.length; ) {
    const word = wordAt(text, at);
    written += word === undefined ? (CHARACTERS.get(text.charAt(at)) ?? text.charAt(at)) : (BY_WORD.get(word) ?? word);
    at += word?.length ?? 1;
  }
  return written;
}

function wordAt(text: string, at: number): string | undefined {
  for (let length = LONGEST; length > 1; length -= 1) {
    const word = text.slice(at, at + length);
    if (BY_WORD.has(word)) return word;
  }
  return undefined;
}
