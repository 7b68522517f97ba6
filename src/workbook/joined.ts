import { TABLES } from './columns.ts';
import type { Json } from './workbook.types.ts';
import { entriesOf } from './write.ts';

/** Lists of single words, in which a separator is most likely meant as one. */
const WORD_LISTS = ['aliases', 'treats', 'specialities', 'handles'];
const SEPARATOR = /[、；;，,|]/;

/** A word that looks like several that were written on one line. */
export interface JoinedWord {
  readonly sheet: string;
  readonly id: string;
  readonly header: string;
  readonly word: string;
}

function wordsOf(file: Json): readonly JoinedWord[] {
  return TABLES.flatMap((table) =>
    entriesOf(file, table).flatMap((entry) =>
      table.columns
        .filter(({ key }) => WORD_LISTS.includes(key))
        .flatMap(({ key, header }) =>
          ((entry[key] ?? []) as readonly string[]).map((word) => ({
            sheet: table.sheet,
            id: String(entry['id']),
            header,
            word,
          })),
        ),
    ),
  );
}

/** New words that hold a separator: 心内科、心脏科 typed into one line becomes one alias that nobody will ever write. */
export function joinedWords(before: Json | null, after: Json): readonly JoinedWord[] {
  const known = new Set(before === null ? [] : wordsOf(before).map(({ word }) => word));
  return wordsOf(after).filter(({ word }) => SEPARATOR.test(word) && !known.has(word));
}
