/**
 * Common English words that are no pinyin syllables and that nobody drops into a Chinese message by habit. Two of them,
 * or one among few words, make a message English.
 */
export const ENGLISH_WORDS: ReadonlySet<string> = new Set(
  (
    "the is are was were am be been this that these those what who why when where how which it its it's i'm i've i'll i'd you're " +
    "don't didn't can't won't isn't wasn't doesn't haven't hasn't couldn't wouldn't aren't not yes no and but or because if then so " +
    'my your his her our their him them us we they he she you me with without from about into after before until during every much ' +
    'very too also just only really quite have has had do does did done will would could should shall may might must can cannot ' +
    'now today tomorrow tonight yesterday morning afternoon evening week weekend month later soon again never always hour minute ' +
    'monday tuesday wednesday thursday friday saturday sunday time call text message phone number wrong busy driving meeting work ' +
    'satisfied dissatisfied unsatisfied mostly fairly good bad great fine better best worse worst okay excellent wonderful terrible ' +
    'awful poor rude kind friendly helpful patient slow fast clean dirty cold hot noisy doctor doctors nurse nurses hospital ward ' +
    'staff service food room surgery pain chest breathe breath blood bleeding medicine bill fee fees pay paid money refund discharge discharged ' +
    'please thank thanks sorry hello nothing else none everything something anything nobody someone people there here all both other another ' +
    'went go going get got give gave take took come came want wanted need needed know think feel feeling felt say said tell told ask asked ' +
    'answer wait waited stop speak talk human person scam help real sure maybe see look check found leave alone stay stayed ' +
    'mother father mum mom dad wife husband son daughter brother sister parent relative passed away died dead of in on at to for by as an a i'
  ).split(/\s+/),
);

/** Words that are pinyin syllables too ("shen me", "ni he wo"): they count only beside others. */
export const ALSO_PINYIN: ReadonlySet<string> = new Set(
  'a e me he she you can to do so bad hot men ten wo she hang sang pan fan die lie mine'.split(' '),
);

/** Single words that nobody but a writer of English answers with; ok, hi, yes, thanks … are everybody's. */
export const CLEAR_ALONE: ReadonlySet<string> = new Set(
  (
    'satisfied dissatisfied unsatisfied busy driving tomorrow tonight excellent wonderful terrible awful nothing unsubscribe afterwards ' +
    'meeting working speaking available unavailable everything mostly maybe later morning afternoon evening monday tuesday wednesday ' +
    'thursday friday saturday sunday complaint refund unhappy disappointed who what why'
  ).split(/\s+/),
);
