/** Words that the readers of grades take for something else, and the same in words that they know. In the order of replacing. */
export interface Rewording {
  readonly said: RegExp;
  readonly means: (hit: string, group?: string, other?: string) => string;
}

/** Nobody puts a question to us with 嘛 unless it has a word or a mark of asking: 满意嘛 answers. */
const ASSURED: Rewording = {
  said: /(?<![不没]|[总整]体|总的|(?:啥|什么|哪|怎么|咋|几|多少|吗|离)[^,。!?;]{0,8})[嘛噻](?=[,。!;、~☺\n]|$)/g,
  means: () => '吧',
};

/** Of none it can be said that …: twice denied is all, and once denied is none. */
const NONE =
  '没(?:有)?(?:任何)?(?:(?:哪)?一?(?:个|样|项|处|位|点儿?)|谁|哪里?|哪儿|人)(?:人|地方|方面)?(?:是|让[我人]|叫[我人])?';
const NONE_UNSATISFIED: Rewording = {
  said: new RegExp(`${NONE}(?:不(?:太|怎么|很)?满意|差|不好)(?:的)?`, 'g'),
  means: () => '都满意',
};
const NONE_SATISFIED: Rewording = {
  said: new RegExp(`${NONE}(?:能)?(?:满意|好)(?:的)?(?!起来)`, 'g'),
  means: () => '都不满意',
};

/** 没办法说满意: never satisfied, ask which (handbook section 2). */
const CANNOT_SAY: Rewording = {
  said: /(?:(?:没(?:有)?(?:办)?法儿?(?:打|给)?|无法|无从|没脸|不能(?:昧|违)[^,。!?]{0,6}?)(?:说|讲|(?<=[打给]))|[说讲]不出口?个?)(?:很|太|多|完全|非常)?(?=满意)/g,
  means: () => '谈不上',
};

/** 没得不满意的, 不存在不满意: as 没有不满意的. */
const LACKS: Rewording = { said: /(?:没得|不存在|冇)(?:啥子?|什么)?(?=不(?:太)?满意)/g, means: () => '没有' };

/** 总的给90: a score without its unit; money and times have theirs. */
const SCORE: Rewording = {
  said: /((?:总的|总体|整体|医院|医生|大夫|护士|^|[,。!;])(?:来说|来讲)?(?:我)?(?:就)?[给打])(?:个|你们)?(100|[1-9]\d)(?=[吧啊呀哦,。!;、~☺\n]|$)/g,
  means: (_, who = '', points = '') => `${who}${points}分`,
};

const IN_WORDS: Rewording = {
  said: /([给打])(?:个|你们)?(一百|[一二三四五六七八九]十[一二三四五六七八九]?)(?=[吧啊呀哦,。!;、~☺\n]|$)/g,
  means: (_, gives = '', points = '') => `${gives}${points}分`,
};
const OF_ALL: Rewording = {
  said: /(综合|总的|总体|整体)(100|[1-9]\d)(?=[吧啊呀哦,。!;、~☺\n]|$)/g,
  means: (_, who = '', points = '') => `${who}给${points}分`,
};
/** 总分85, 总分打85, overall score: 85. */
const TOTAL: Rewording = {
  said: /(?:总分|总评分?|总得分|(?:综合|总体|整体)(?:评分|得分|打分))(?:我|就|打|给|是|算|[:=\s]){0,4}(100|[1-9]\d)分?(?=[吧啊呀哦,。!;、~☺\n]|$)/g,
  means: (_, points = '') => `总体给${points}分`,
};
const TOTAL_ENGLISH: Rewording = {
  said: /\b(?:overall|total|final)(?: score| rating| mark)(?: is| would be| of)?[:=\s]{1,3}(100|[1-9]\d)(?: points)?(?=[,.!;~☺\n]|$)/g,
  means: (_, points = '') => `overall ${points}`,
};
/** Satisfied on the whole: as 总体满意. */
const ON_THE_WHOLE: Rewording = {
  said: /\b(satisfied|happy|pleased) on the whole(?=[,.!;~☺\n]|$)/g,
  means: (_, grade = '') => `${grade} overall`,
};
/** 90多分, 八九十分: about so many. */
const ABOUT: Rewording = {
  said: /([1-9]\d|[一二三四五六七八九]十)(?:多|来|几|出头)分/g,
  means: (_, points = '') => `${points}分`,
};
const BETWEEN: Rewording = {
  said: /([一二三四五六七八])[二三四五六七八九]十(?:多|来|几)?分/g,
  means: (_, least = '') => `${least}十分`,
};
/** 医生95护士85总的90, without a comma. */
const EACH: Rewording = {
  said: /(?<=\d分?)(?=(?:医生|大夫|护士|护理|总分|总的|总体|整体|医院)[^,。!?]{0,4}\d)/g,
  means: () => ',',
};
/** 医生我选1: the one who chooses stands between. */
const CHOSEN: Rewording = {
  said: /(医生|大夫|护士|医院)(?:这边|那边|那个)?我(?=[选按打给][123](?!\d))/g,
  means: (_, who = '') => who,
};

/** 我是想按1的, beside words that take something back: what was meant instead. */
const MEANT: Rewording = {
  said: /(?:我|俺)?(?:是|其实|本来|原本|本){0,3}(?:想|要)(?:是)?(?:按|选|打|点|回|发|填|输|摁|戳)(?:的)?(?:是)?([123]|不?满意|基本满意)(?:的|了)?/g,
  means: (_, grade = '') => `应该是${grade}`,
};
const ACTUALLY: Rewording = { said: /其实(?:应该)?是(?=[123](?!\d)|不?满意|基本)/g, means: () => '应该是' };
/** The slip of a finger that was too quick: 按快了, 手快按成3了. */
const QUICK: Rewording = {
  said: /(?:(?:刚才|刚刚|刚)?手快(?:了)?[,]?)?(?:按|点|选|打|戳|摁|回)(?:得)?(?:太)?(?:快了|岔了|串了|歪了|成(?:了)?[123一二三](?:号)?(?:了)?)/g,
  means: () => '按错了',
};
const IN_ENGLISH: Rewording = {
  said: /\b(?:i )?(?:meant|wanted)(?: to (?:press|say|type|put|send|choose))?(?: a)? ([123])\b/g,
  means: (_, grade = '') => `, meant to press ${grade}`,
};
/** 前面那个不算: taken back. */
const VOID: Rewording = {
  said: /(?:前面|上面|刚才|刚刚|上一?个|之前)(?:的|那个|那条|那题|回的|选的|答的)*(?:不算(?:数)?|作废|不作数)/g,
  means: () => '打错了',
};
const ALSO: Rewording = { said: /^也(?:是|选|给)?(?=[123](?:[,。!吧]|$))/g, means: () => '' };

/** 手术做得好护士也好, in one breath: no 好护士, the next one begins. */
const NEXT_ONE: Rewording = { said: /(?<=(?:[得很挺也都]|医生|大夫|护士)好)(?=护士|医生|大夫)/g, means: () => ',' };

/** 护士也好就是晚上吵: 好 belongs to what stands before it. */
const JUST: Rewording = { said: /(?<=好)(?=就是)/g, means: () => ',' };

/** What the nurses do, and no 护理工. */
const NURSING: Rewording = { said: /护理工作/g, means: () => '护理' };

export const REWORDINGS: readonly Rewording[] = [
  NURSING,
  CHOSEN,
  EACH,
  NEXT_ONE,
  JUST,
  ASSURED,
  LACKS,
  NONE_UNSATISFIED,
  NONE_SATISFIED,
  CANNOT_SAY,
  OF_ALL,
  TOTAL,
  TOTAL_ENGLISH,
  ON_THE_WHOLE,
  SCORE,
  IN_WORDS,
  ABOUT,
  BETWEEN,
  ALSO,
];
/** Words that take an answer back. */
export const TAKING_BACK: readonly Rewording[] = [QUICK, VOID];
/** Only beside such words: 我本来想按1的，可是… takes nothing back. */
export const SLIPS: readonly Rewording[] = [MEANT, ACTUALLY, IN_ENGLISH];
