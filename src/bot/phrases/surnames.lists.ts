/** Surnames of two characters that patients bear; every other Chinese name begins with a surname of one. */
export const COMPOUND_SURNAMES: ReadonlySet<string> = new Set(
  (
    '欧阳 歐陽 司马 司馬 上官 诸葛 諸葛 夏侯 尉迟 尉遲 皇甫 公孙 公孫 慕容 令狐 司徒 司空 东方 東方 西门 西門 南宫 南宮 独孤 獨孤 ' +
    '端木 长孙 長孫 宇文 轩辕 軒轅 钟离 鍾離 闻人 聞人 申屠 呼延 澹台 澹臺 赫连 赫連 公羊 公冶 宗政 濮阳 濮陽 淳于 单于 單于 太叔 ' +
    '仲孙 仲孫 完颜 完顏 百里 东郭 東郭 南门 南門 拓跋 鲜于 鮮于 闾丘 閭丘 梁丘 左丘 谷梁 穀梁 段干 乐正 樂正 第五 微生 巫马 巫馬 公西 壤驷 ' +
    '颛孙 顓孫 漆雕 太史 欧陽 纳兰 納蘭 叶赫 葉赫 万俟 萬俟'
  )
    .trim()
    .split(/\s+/),
);
