import { readMessageModels } from '../../src/app/hospital.ts';
import { createUnderstanding } from '../../src/bot/understanding/understand.ts';

/** What the service understands, without its memory for short texts. */
export const understand = createUnderstanding(readMessageModels());
