import type { DayPart } from './time.types.ts';

/** English words for the parts of the day. */
export const PART_WORDS_EN: readonly (readonly [DayPart, string])[] = [
  ['after_lunch', 'after (?:my |having )?lunch'],
  [
    'evening',
    'after (?:my |having )?(?:dinner|supper)|this evening|evenings?|tonight|tonite|nite|(?:at )?(?<!mid)night(?! (?:nurse|shift|staff|doctor|duty|team|round|guard|porter))',
  ],
  [
    'dusk',
    "after (?:i finish |finishing )?(?:work|school)|(?:when|once|as soon as) i(?:'m home|'m off work| am home| am off work| (?:get home|get back|get off(?: work)?|finish work|knock off|clock off|leave work|come home))",
  ],
  ['noon', 'noon|midday|lunch ?time|lunch'],
  ['morning', 'this morning|first thing(?: in the morning)?|mornings?|after breakfast'],
  ['afternoon', 'this afternoon|(?:mid[- ]?|late |early )?afternoons?|(?:this )?arvo'],
  ['night', 'midnight'],
];

export const WEEKDAYS_EN: Readonly<Record<string, number>> = { mon: 1, tue: 2, wed: 3, thu: 4, fri: 5, sat: 6, sun: 7 };

export const MONTHS_EN: Readonly<Record<string, number>> = {
  jan: 1,
  feb: 2,
  mar: 3,
  apr: 4,
  may: 5,
  jun: 6,
  jul: 7,
  aug: 8,
  sep: 9,
  oct: 10,
  nov: 11,
  dec: 12,
};

export const COUNTS_EN: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  fifteen: 15,
  twenty: 20,
  'twenty-five': 25,
  thirty: 30,
  forty: 40,
  'forty-five': 45,
  'a couple of': 2,
  'a couple': 2,
  couple: 2,
  'a few': 3,
  few: 3,
  several: 3,
};

/** One hour from now. */
export const SOON_WORDS_EN =
  'in (?:a|just a) (?:little )?(?:bit|while|moment|minute|sec|second)|a (?:little|bit) (?:bit )?later|later today|shortly|(?:give me|wait|just|hold on) (?:a|one|just a) (?:minute|moment|sec|second|min|bit|while)';

export const VAGUE_WORDS_EN =
  "another (?:time|day)|some other (?:time|day)|some ?time(?: else| later)?|later(?: on)?|when i(?:’|')?m free|when i have time|whenever";
