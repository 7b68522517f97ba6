import type { Law } from '../trace.ts';
import { answerLaws } from './answers.ts';
import { endingLaws } from './ending.ts';
import { optOutLaws } from './opt-out.ts';
import { proactiveLaws } from './proactive.ts';
import { replyLaws } from './replies.ts';
import { safetyLaws } from './safety.ts';
import { staffLaws } from './staff.ts';
import { statusLaws } from './status.ts';

/** What holds for every patient, whatever they write. */
export const LAWS: readonly Law[] = [
  ...optOutLaws,
  ...staffLaws,
  ...safetyLaws,
  ...replyLaws,
  ...endingLaws,
  ...statusLaws,
  ...answerLaws,
  ...proactiveLaws,
];
