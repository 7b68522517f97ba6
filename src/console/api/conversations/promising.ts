/**
 * Words with which staff promise a call or an answer: what is said so has to stand in the ledger, or nobody is reminded of it. Both Chinese
 * scripts and English.
 */
const PROMISES =
  /(?:[给給跟与與]您|(?:再|[会會]|[将將]|[晚后後]|[午上天]|[约約]好).{0,10}?)(?:再)?(?:打|[回拨撥])(?:[个個一]+)?(?:[电電][话話])|[给給]您(?:一?[个個])?(?:答[复覆復]|回[复覆復]|[结結]果|消息)|(?:[给給]您|[在会會將将再后後晚午上天]|[约約]好).{0,8}?(?:回[电電]|回[复覆復]您|答[复覆復]您|告[诉訴]您|告知您|通知您|[联聯][系繫絡络]您|[与與跟]您[联聯][系繫絡络])|\b(?:we|i|a colleague|somebody|someone|the (?:ward|department|doctor))(?:'ll| will| shall)\b[^.!?]{0,40}?\b(?:call|phone|ring|get back to|reply to|let) you\b|\b(?:we|i)(?:'ll| will| shall)\b[^.!?]{0,20}?\bcall back\b/iu;

/** What is over, asked for, left to the contact or ruled out promises nothing. */
const NOT_NOW =
  /[刚剛]才|[刚剛][刚剛]|昨天|上次|没有?接|沒有?接|未接|接通|打[过過]|打了|不[会會]再|不再|如果您?|要是|可以[给給]我|您?什么[时時]候方便|您什麼時候|[吗嗎]$|\b(?:just now|tried to|no longer|will not|won't|not call|if you)\b/iu;

/** Whether a sentence of the reply promises to call, or to come back with an answer. */
export function promisesToCall(text: string): boolean {
  return text.split(/[。！!？?；;\n，,]|\.\s/u).some((said) => PROMISES.test(said) && !NOT_NOW.test(said));
}
