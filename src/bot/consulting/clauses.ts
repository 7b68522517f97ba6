import type { KnowledgeReply } from '../knowledge/inquiry.types.ts';

/** Asks the knowledge base for some of a message's words. */
export type Ask = (text: string) => KnowledgeReply;
export type Answer = KnowledgeReply & { readonly type: 'answer' };

/** 您好，我想问下病历怎么复印: what stands before the question weighs as much as its words, and asks nothing. */
export function withoutLeadIn(text: string): string {
  const rest = text.trim().replace(LEAD_IN, '');
  return rest.length >= LEAST_PART ? rest : text;
}
const LEAD_IN =
  /^(?:另外|还有|顺便|对了|再)?[，,]?(?:(?:您|你)们?好|在吗|hi|hello)?[，,。!！\s]{0,2}(?:麻烦|请)?(?:(?:我|俺)?(?:就)?想?(?:请)?(?:问|咨询|打听|了解)(?:一下|下|一哈|哈)?|请问(?:一下|下)?)[，,：:\s]{0,2}(?=.)/iu;

/** 保安推人，太过分了。另外病案室几点下班: where the whole has no answer, the parts that ask may have one each. */
export function ofAny(ask: Ask, text: string): KnowledgeReply {
  const whole = ask(text);
  if (whole.type === 'none') return whole;
  const parts = text
    .split(PARTS)
    .map((part) => withoutLeadIn(part.trim()))
    .filter((part) => part.length >= LEAST_PART && part.length < text.trim().length);
  // 停车怎么收费？探视几点？: an answer to the whole is one to half of it, if the halves have one each.
  if (whole.type === 'answer' && (whole.sources.length > 1 || parts.filter((part) => ASKS.test(part)).length < 2))
    return whole;
  const answers = parts.slice(-MOST_PARTS).flatMap((part): readonly Answer[] => {
    const reply = ask(part);
    return isAnswer(reply) ? [{ ...reply, of: part }] : [];
  });
  return together(answers.slice(-MOST_ANSWERS)) ?? whole;
}

/**
 * 我妈上个月做的手术，保险要病历，去哪复印: the story before a question draws other entries near. Where the clause that asks,
 * read alone, comes to a fact of the tables or an entry that the whole offers too, that is meant.
 */
export function ofClauses(ask: Ask, text: string, whole: KnowledgeReply): KnowledgeReply {
  if (whole.type === 'unanswered' || whole.type === 'none')
    return ofSentences(ask, text) ?? ofAsking(ask, clausesOf(text)) ?? whole;
  if (whole.type === 'answer') return ofDay(ask, text, whole) ?? ofBoth(ask, text, whole) ?? whole;
  if (whole.type !== 'choose') return whole;
  const offered = whole.choices.map(({ id }) => id);
  const clauses = clausesOf(text);
  if (clauses.length < 2) return whole;
  const read = (clause: string): readonly Answer[] => {
    const reply = ask(clause);
    if (isAnswer(reply))
      return reply.sources.some(({ id }) => !isEntry(id) || offered.includes(id)) ? [{ ...reply, of: clause }] : [];
    const [first] = reply.type === 'choose' ? reply.choices : [];
    if (first === undefined || first.id !== offered[0]) return [];
    const taken = ask(first.label);
    return isAnswer(taken) && taken.sources.some(({ id }) => id === first.id) ? [{ ...taken, of: clause }] : [];
  };
  const asking = clauses.flatMap((clause, at) => (isAsking(clause) ? [at] : [])).slice(-MOST_PARTS);
  const alone = asking.flatMap((at) => read(clauses[at] ?? ''));
  // 想来你们那里建档，要带什么: what is asked stands in the clause before.
  const answers =
    alone.length > 0 ? alone : asking.flatMap((at) => read(clauses.slice(Math.max(0, at - 1), at + 1).join('，')));
  return together(answers.slice(-MOST_ANSWERS)) ?? whole;
}
/** Clauses; a long run without any stop, as who speaks into the telephone sends it, is parted where somebody is named anew. */
export function clausesOf(text: string): readonly string[] {
  const parts = text.split(CLAUSES).flatMap((part) => (part.length > LONG_CLAUSE ? part.split(ANEW) : [part]));
  return parts.filter((part) => part.length >= LEAST_CLAUSE);
}
const LONG_CLAUSE = 24;
const ANEW = /(?=我|俺|你们|你們|请问|請問|想问|想問)/u;

/** 三岁半，刚量39度2，你们那还有看小孩的大夫没: the clauses that ask, and with what stands before them where one alone says too little. */
function ofAsking(ask: Ask, clauses: readonly string[]): Answer | undefined {
  if (clauses.length < 2) return undefined;
  const asking = clauses.flatMap((clause, at) => (isAsking(clause) ? [at] : [])).slice(-MOST_PARTS);
  const read = (from: number, to: number): readonly Answer[] => {
    const part = clauses.slice(from, to + 1).join('，');
    const reply = ask(part);
    return isAnswer(reply) ? [{ ...reply, of: part }] : [];
  };
  const alone = asking.flatMap((at) => read(at, at));
  const answers = alone.length > 0 ? alone : asking.flatMap((at) => (at === 0 ? [] : read(at - 1, at)));
  return together(answers.slice(-MOST_ANSWERS));
}

/** A long story with a question in it: the sentences that ask are read by themselves. */
function ofSentences(ask: Ask, text: string): Answer | undefined {
  const sentences = text.split(PARTS).filter((part) => part.trim().length >= LEAST_PART && isAsking(part));
  const told = sentences.slice(-MOST_PARTS).filter((part) => part.length < text.trim().length);
  const replies = told.map((part) => {
    const plain = withoutLeadIn(part);
    const reply = ask(plain);
    return reply.type === 'choose' ? ofClauses(ask, plain, reply) : reply;
  });
  return together(replies.filter(isAnswer).slice(-MOST_ANSWERS));
}

/** 去哪办手续，押金大概交多少: the whole draws one answer, and another clause asks for what a second tells. */
function ofBoth(ask: Ask, text: string, whole: Answer): Answer | undefined {
  const clauses = clausesOf(text);
  const asking = clauses.filter(isAsking);
  if (clauses.length < 2 || asking.length < 2) return undefined;
  const answers = asking
    .map((clause) => ({ clause, reply: ask(clause) }))
    .flatMap(({ clause, reply }) => (isAnswer(reply) ? [{ ...reply, of: clause }] : []));
  const told = new Set(whole.sources.map(({ id }) => id));
  const others = answers.filter(({ sources }) => sources.every(({ id }) => !told.has(id)));
  const [other, more] = others;
  const fits = answers.length > others.length && other !== undefined && more === undefined;
  return fits && other.text.length + whole.text.length <= MOST_TOGETHER ? together([whole, other]) : undefined;
}
const MOST_TOGETHER = 130;

/** 周日眼科开不开，想带娃验光: the hours of a named thing on a named day come from the table, whatever entry lies near. */
function ofDay(ask: Ask, text: string, whole: Answer): Answer | undefined {
  const clauses = text.split(CLAUSES).filter((clause) => clause.length >= LEAST_CLAUSE && isAsking(clause));
  if (!whole.sources.every(({ id }) => isEntry(id)) || clauses.length !== 1) return undefined;
  const [clause = ''] = clauses;
  const reply = ask(clause);
  const ofTable = isAnswer(reply) && reply.sources.every(({ id }) => id.startsWith('department:'));
  return ofTable && (reply.topic.day !== null || reply.topic.attribute === 'phone')
    ? { ...reply, of: clause }
    : undefined;
}
const isAsking = (words: string): boolean => ASKS.test(words) || ASKS_TOO.test(words);
const ASKS_TOO =
  /(?:电话|電話|地址|号码|號碼)[^，,。]{0,2}(?:给|給|发|發|说|說)|([看在来來开開去上有做办辦能行])[不没]\1|几[路层块个针]|咋(?!办|整|回事)/u;
const CLAUSES = /(?:[,，。.！？!?；;、…]|(?<![a-z])\s|\s(?![a-z]))+/iu;
const LEAST_CLAUSE = 3;

export const isAnswer = (reply: KnowledgeReply): reply is Answer => reply.type === 'answer';

/** Answers to several questions, the talk going on with the last. */
function together(answers: readonly Answer[]): Answer | undefined {
  const last = answers.at(-1);
  const texts = [...new Set(answers.map(({ text }) => text))];
  return last === undefined
    ? undefined
    : {
        ...last,
        text: texts.join('\n'),
        sources: answers.flatMap(({ sources }) => sources),
        topic: { ...last.topic, entities: entriesOf(answers) },
        of: answers.map(({ of: part }) => part ?? '').join('\n'),
      };
}

/** What may be gone on with: the last of them, and the entries before it. */
function entriesOf(answers: readonly Answer[]): readonly string[] {
  const last = answers.at(-1)?.topic.entities ?? [];
  if (!last.some(isEntry)) return last;
  return [...new Set([...last, ...answers.flatMap(({ topic }) => topic.entities.filter(isEntry))])];
}
export const isEntry = (id: string): boolean => id.startsWith('faq:');

export const ASKS =
  /[吗么嗎麼？?]|怎么(?!办)|怎麼(?!辦)|如何|哪|多少|几[点號号天楼樓毛]|能不能|可不可以|[不没沒呢](?:[嘛哦咯噻哈]?$|[嘛哦咯噻哈]?(?=[，,。?？!！]))|有没有|有沒有|是否|找谁|找誰|什么|什麼|啥|\b(?:how|where|when|what|which|can|is|are|do)\b/iu;
/** Ends of sentences, and words with which another matter begins. */
const PARTS = /[。！？!?；;\n]|[，,](?=另外|还有|顺便|对了|请问|想问|问一?下|我想问|就想|想(?:了解|知道)|麻烦问)/u;
const LEAST_PART = 4;
const MOST_PARTS = 3;
const MOST_ANSWERS = 2;
