import { COMPOUND_SURNAMES } from '../phrases/surnames.lists.ts';
import { AFTER_NAME, NO_NAME, SURNAMES } from './person-name.lists.ts';

const HAN = '\\u3400-\\u9fff\\u{20000}-\\u{2ffff}';
/** 我叫, 姓名是, 孩子叫, 给我妈约，她叫 … */
const INTRODUCED = new RegExp(
  `(?:(?<![喊麻])叫(?:做|作)?|名字?(?:叫|是|为)?[:： ]?|姓名[:： ]?(?:是|叫)?|(?:患者|病人|就诊人|看病的人?)[:： ]?(?:是|叫)?|本人|我是|我名字) ?([${HAN}·]{2,20})`,
  'gu',
);
const LATIN_INTRODUCED =
  /\b(?:my name(?:'s| is)|name(?:'s| is)?:?|i am|i'm|this is|patient(?:'s name)?(?: is)?:?) +([a-z][a-z'-]+(?: [a-z][a-z'-]+){0,3})/iu;
const WHOLE_HAN = new RegExp(`^[${HAN}]{2,4}$|^[${HAN}]{1,8}·[${HAN}·]{1,12}$`, 'u');
const WHOLE_LATIN = /^[a-z][a-z'.-]+(?: [a-z][a-z'.-]*){0,3}$/iu;
const LATIN_STOP =
  /\b(?:and|my|phone|number|tel|for|at|on|is|i|the|please|yes|no|ok|okay|correct|right|sure|that|that's|it's|to|want|looking|a|an|not|sorry|tomorrow)\b.*$/iu;
const PIECES = /[，,。.;；!！?？、\s:：()（）\n]+/u;
/** Kinship or courtesy before a name: 孩子王小宝, 病人李芳. */
const BEFORE =
  /^(?:(?:应该|就)?是|应为|改[成为]|换成|叫|孩子|宝宝|患者|病人|我妈妈?|我爸爸?|我老公|我老婆|我爱人|我儿子|我女儿|姓名|名字|我叫|我是|给|帮)/u;

/**
 * The name of the person to be seen, in the characters as written; null if the text holds none that is sure. `asked`: the
 * talk has just asked for it, so that the whole answer may be a name with an unusual surname. `known`: words that are
 * something else (departments, doctors).
 */
export function readPersonName(text: string, asked: boolean, known: readonly string[] = []): string | null {
  const plain = text.normalize('NFKC');
  return introduced(plain, known) ?? forSomebody(plain, known) ?? latin(plain, asked) ?? alone(plain, asked, known);
}

function introduced(text: string, known: readonly string[]): string | null {
  for (const match of text.matchAll(INTRODUCED)) {
    const name = upToEnd(match[1] ?? '');
    if (isName(name, known) && (startsWithSurname(name) || CALLED.test(match[0]))) return name;
  }
  return null;
}
/** Said in so many words, so that an unusual surname is one too. */
const CALLED = /^(?:姓名|名字?)[叫是为:：]|^叫/u;

/** 帮我爸王德福约…: between whom it is for and what is wanted. */
const FOR_SOMEBODY = new RegExp(
  `(?:帮|给|替|为)(?:我|咱)?(?:爸爸?|妈妈?|老公|老婆|爱人|儿子|女儿|孩子|宝宝|爷爷|奶奶|外公|外婆|姥姥|姥爷|老伴|媳妇|丈夫|妻子|父亲|母亲|弟弟?|妹妹?|哥哥?|姐姐?|婆婆|公公|岳母|岳父|朋友|同事)?([${HAN}]{2,4}?)(?=预约|约|挂|看病)`,
  'u',
);

function forSomebody(text: string, known: readonly string[]): string | null {
  const name = FOR_SOMEBODY.exec(text)?.[1] ?? '';
  return name !== '' && isName(name, known) && startsWithSurname(name) && !KIN.test(name) ? name : null;
}
const KIN_FIRST = /^(?:儿子|女儿|闺女|老公|老婆|老伴|孩子|爸爸?|妈妈?|婆婆|公公)./u;
const KIN = /爸|妈|爷|奶|儿|女|孩|娃|公|婆|舅|姨|姑|叔|伯|老人|朋友|个|一下/u;

/** 赵建国手机138… → 赵建国; a name may hold words that end one (方来), so its first two characters stay. */
function upToEnd(run: string): string {
  const characters = Array.from(run);
  const rest = characters.slice(2).join('');
  const end = AFTER_NAME.exec(rest)?.index ?? rest.length;
  const name = characters.slice(0, 2).join('') + rest.slice(0, end);
  return name.includes('·') ? name : Array.from(name).slice(0, 4).join('');
}

function latin(text: string, asked: boolean): string | null {
  const match = LATIN_INTRODUCED.exec(text)?.[1]?.replace(LATIN_STOP, '').trim();
  if (match !== undefined && match.length > 1 && (asked || /^[A-Z]/u.test(match))) return match;
  if (!asked) return besideNumber(text);
  const piece = text
    .split(/[,;\n]/u)
    .map((part) => part.trim())
    .find((part) => WHOLE_LATIN.test(part) && !LATIN_STOP.test(part));
  return piece ?? null;
}

/** Grace Liu, 138…: two or three capitalised words that stand apart beside a number. */
function besideNumber(text: string): string | null {
  if (!/\d{7,}/u.test(text.replace(/[- ]/gu, ''))) return null;
  const pieces = text.split(/[,;.\n]|(?=\+?\d{5})/u).map((part) => part.trim());
  return pieces.find((part) => TWO_CAPITALS.test(part) && !NO_LATIN_NAME.test(part)) ?? null;
}
const TWO_CAPITALS = /^[A-Z][a-z'-]+(?: [A-Z][a-z'-]+){1,2}$/u;
const NO_LATIN_NAME = /\b(?:Dr|Doctor|Prof|Mon|Tue|Wed|Thu|Fri|Sat|Sun|Please|Thanks?|Hello|My|Phone|Call)/u;

/** A piece of the message that is a name and nothing else: 周敏，13800012307. */
function alone(text: string, asked: boolean, known: readonly string[]): string | null {
  const pieces = text
    .replace(/\+?\d[\d\- ]{6,}/gu, ',')
    .split(PIECES)
    .map((piece) => piece.replace(BEFORE, '').replace(/的.{0,3}$|(?:吧|啊|呀|哈)$/u, ''))
    .filter((piece) => piece !== '');
  // Unasked a piece is a name only beside a number, or where a name is spoken of: 约骨科，常年腰疼 names nobody.
  const beside = asked || /名字|姓名|就诊人/u.test(text) || /\d{7,}/u.test(text.replace(/[- ]/gu, ''));
  const named = pieces.find((piece) => isName(piece, known) && startsWithSurname(piece) && WHOLE_HAN.test(piece));
  if (named !== undefined && beside) return named;
  const only = pieces.length === 1 ? pieces[0] : undefined;
  return asked && only !== undefined && isName(only, known) && WHOLE_HAN.test(only) ? only : null;
}

function isName(candidate: string, known: readonly string[]): boolean {
  const length = Array.from(candidate).length;
  if (length < 2 || NO_NAME.has(candidate) || KIN_FIRST.test(candidate)) return false;
  return (
    !/[号诊科院天点周月日吗么呢谁哪空]$|^(?:什么|哪|怎|明天|后天|今天|这|那|不|没|好|应该|马上|稍|保密)|^[我你您她他它姓叫]|^(?:谢谢|辛苦|麻烦)|.是|^周[一二三四五六日末]|[没疼痛伤肿拆排针痒晕发烧查错]|(?:女士|先生|小姐|就行|就好)$/u.test(
      candidate,
    ) && !known.some((word) => word.includes(candidate) || candidate.includes(word))
  );
}

function startsWithSurname(name: string): boolean {
  const [first = '', second = ''] = Array.from(name);
  return SURNAMES.includes(first) || COMPOUND_SURNAMES.has(first + second) || TRADITIONAL.includes(first);
}

/** Surnames whose traditional form differs. */
const TRADITIONAL =
  '張劉陳楊黃趙吳孫馬羅鄭謝許韓馮鄧蕭葉蘇魏呂盧鐘鍾譚陸範廖賈韋鄒閻龍賀顧龔萬錢嚴湯齊喬龐顏倪莊聶魯歐關蘭寧紀畢單閔駱藍遊靳華蔣饒繆簡車項連麥婁竇黨宮費衛應鄔邊師榮寇叢鞏馮鄺談荊樂劍陽時農豐';
