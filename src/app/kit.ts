import { findAnswer, type Knowledge, knowledgeFacts } from '../bot/knowledge/index.ts';
import { render } from '../bot/phrases/render.ts';
import type { TurnKit } from '../bot/turn/kit.ts';
import { detectLanguage } from '../bot/understanding/language.ts';
import type { Model } from '../bot/understanding/model/model.ts';
import { normalise } from '../bot/understanding/normalise.ts';
import { remembering } from '../bot/understanding/remember.ts';
import { readSafety } from '../bot/understanding/safety/index.ts';
import type { Taught } from '../bot/understanding/taught/taught.types.ts';
import { createUnderstanding } from '../bot/understanding/understand.ts';
import { flowSettings } from '../config/flow-settings.ts';
import { phraseBook } from '../config/phrase-book.ts';
import type { HospitalConfig } from '../config/schema.ts';
import { localDate } from '../domain/zoned-time.ts';
import { FLOWS } from '../flows/index.ts';
import { rosterOf } from './roster.ts';

/** Gathers words, rules and facts of one hospital into what a turn needs. */
export function createTurnKit(
  config: HospitalConfig,
  knowledge: Knowledge,
  model: Model,
  taught: Taught | undefined,
): TurnKit {
  const settings = flowSettings(config);
  const book = phraseBook(config);
  const facts = knowledgeFacts(knowledge);
  const { zone } = settings;
  return {
    flows: FLOWS,
    settings,
    caps: { perDay: config.followup.maxProactivePerDay, perWeek: config.followup.maxProactivePerWeek },
    defaultLanguage: config.hospital.language,
    lists: {
      emergencySigns: [...facts.emergencySigns, ...config.understanding.emergencySigns],
      ...(taught === undefined ? {} : { taught }),
    },
    roster: rosterOf(facts, []),
    understand: remembering(createUnderstanding(model)),
    readSafety: (text, context) => readSafety(normalise(text), context),
    detectLanguage,
    render: (parts, who) => render(parts, { book, zone, ...who }),
    findAnswer: (text, now) => findAnswer(knowledge, text, localDate(now, zone)),
    settleMs: (channel) => (channel === 'web' ? 0 : config.channels.sms.settleMs),
  };
}
