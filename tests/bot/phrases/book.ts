import type { PhraseBook } from '../../../src/bot/phrases/book.ts';
import { loadHospitalConfig } from '../../../src/config/load.ts';
import { phraseBook } from '../../../src/config/phrase-book.ts';
import { shippedJson } from '../../config/sample.ts';

/** The shipped wording. */
export function shippedBook(): PhraseBook {
  return phraseBook(loadHospitalConfig(shippedJson()));
}
