import { createDesk } from '../bot/appointment/desk.ts';
import { placesOf } from '../bot/appointment/places.ts';
import { createConsult } from '../bot/consulting/consult.ts';
import { indexEntities } from '../bot/knowledge/entities/index.ts';
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
    consult: createConsult({
      inquire: ({ text, now, topic }) => {
        const found = findAnswer(knowledge, text, localDate(now, zone));
        if (found === undefined) return { type: 'none' };
        const sources = [{ id: `faq:${found.id}`, updatedOn: knowledge.updatedOn }];
        return {
          type: 'answer',
          text: found.answer,
          sources,
          topic: topic ?? { entities: [], attribute: null, day: null },
        };
      },
      readTrouble: () => ({ asksDepartment: false, tellsTrouble: false, suggestions: [], sure: false }),
      findPlaces: placesOf(knowledge, indexEntities(knowledge)),
      zone,
    }),
    book: createDesk(knowledge, zone),
    settleMs: (channel) => (channel === 'sms' || channel === 'simulator' ? config.channels.sms.settleMs : 0),
  };
}
