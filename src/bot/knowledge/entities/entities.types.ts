/** What of the knowledge base a text can name. */
export type EntityKind = 'department' | 'doctor' | 'office' | 'price' | 'hours' | 'hospital';

/**
 * How a text came to name something, surest first: `name` and `alias` as the file writes it · `english` by the table of
 * specialties · `surname` with a title · `wrong` a name with one other character · `short` without its last syllable ·
 * `lay` an everyday word for a whole group · `handle` something that an office does.
 */
export type Via = 'name' | 'alias' | 'english' | 'surname' | 'wrong' | 'short' | 'lay' | 'handle';

/** One thing that a word may mean. */
export interface Candidate {
  readonly id: string;
  readonly via: Via;
}

/** A word of a text with everything of one kind that it may mean: several candidates = the word alone does not tell which. */
export interface Mention {
  readonly kind: EntityKind;
  readonly candidates: readonly Candidate[];
  /** The word, normalised, and where it stands in the normalised text. */
  readonly word: string;
  readonly start: number;
  readonly end: number;
  /** Where it stands in the text as received. */
  readonly span: readonly [number, number];
}

/** Everything a text names, in the order of the text. */
export interface Entities {
  readonly departments: readonly Mention[];
  readonly doctors: readonly Mention[];
  readonly offices: readonly Mention[];
  readonly prices: readonly Mention[];
  readonly hours: readonly Mention[];
  readonly hospital: readonly Mention[];
}
