/** Parts of the day and words of asking as some regions say them, in the words that are read. */
const DIALECT: readonly (readonly [RegExp, string])[] = [
  [/([不没])[嘛哦咯哟噻](?=$|[,，。?？!！])/g, '$1'],
  [/(?<!了)好多(?=[钱錢](?:$|[,，。?？!！哦嘛啊呢嘞\s]))/g, '多少'],
  [/[没莫冇][得有](?=$|[,，。?？!！\s嘛哦])/g, '没'],
  [/啥子|么子|咩嘢|乜嘢/g, '什么'],
  [/咋个|啷个|点样/g, '怎么'],
  [/边度|哪哈儿?|哪凼|哪搭/g, '哪里'],
  [/恁(?=些|多|贵|久)/g, '这么'],
  [/恁(?=们|那|这|医院|家|院)/g, '你'],
  [/会唔会/g, '会不会'],
  [/后半晌儿?|后晌午|下半晌|晚半晌|后响/g, '下午'],
  [/(?:头|前|上)半晌儿?|前晌|早半天|头晌儿?/g, '上午'],
  [/晌午头|大晌午|晌乎/g, '中午'],
  [/黑了|黑间|后黑|黑夜里|夜黑/g, '晚上'],
  [/清早上|打早|大清早|清早/g, '早上'],
  [/(?<=[要得是收需次个費费])好多(?=[钱錢])/g, '多少'],
  [/可唔可以/g, '可不可以'],
  [/喺你哋/g, '在你们'],
  [/睇(?=医生|醫生|病)/g, '看'],
  [/(?<=[要带帶])咩/g, '什么'],
  [/冇/g, '没有'],
];

/** A text with 后半晌 as 下午. */
export function withCommonTimes(text: string): string {
  return DIALECT.reduce((plain, [words, common]) => plain.replace(words, common), text);
}
