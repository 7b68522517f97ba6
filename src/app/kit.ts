import { createDesk } from '../bot/appointment/desk.ts';
import { namedIn, placeOfTopic, placesOf } from '../bot/appointment/places.ts';
import { type Consult, createConsult } from '../bot/consulting/consult.ts';
import { indexEntities } from '../bot/knowledge/entities/index.ts';
import type { IntentModel } from '../bot/knowledge/faq/intent-model.ts';
import { type Knowledge, knowledgeFacts } from '../bot/knowledge/index.ts';
import { createInquirer } from '../bot/knowledge/inquirer.ts';
import { createTriage, type TriageModel } from '../bot/knowledge/triage/index.ts';
import { render } from '../bot/phrases/render.ts';
import type { TurnKit } from '../bot/turn/kit.ts';
import { detectLanguage } from '../bot/understanding/language.ts';
import { normalise } from '../bot/understanding/normalise.ts';
import { remembering } from '../bot/understanding/remember.ts';
import { readSafety } from '../bot/understanding/safety/index.ts';
import type { Taught } from '../bot/understanding/taught/taught.types.ts';
import { createUnderstanding, type MessageModels } from '../bot/understanding/understand.ts';
import { flowSettings } from '../config/flow-settings.ts';
import { phraseBook } from '../config/phrase-book.ts';
import { promiseRules } from '../config/promise-rules.ts';
import type { HospitalConfig } from '../config/schema.ts';
import { FLOWS } from '../flows/index.ts';
import { rosterOf } from './roster.ts';

/** Everything the build trains. */
export interface Models {
  readonly messages: MessageModels;
  readonly triage: TriageModel;
  readonly questions: IntentModel;
}

/** How messages are read with the knowledge base; what has to be built of it is built once, at the first message or `warm`. */
function consultOf(knowledge: Knowledge, { triage: trained, questions }: Models, zone: string): Consult {
  let built: Consult | undefined;
  const build = (): Consult => {
    const entities = indexEntities(knowledge);
    const named = new Map(knowledge.departments.map((one) => [one.id, namedIn(entities, one)]));
    const triage = createTriage(knowledge, trained);
    return createConsult({
      inquire: createInquirer(knowledge, questions),
      readTrouble(text) {
        const { suggestions, ...told } = triage(text);
        const departments = suggestions.flatMap(({ department, score }) => {
          const name = named.get(department);
          return name === undefined ? [] : [{ department: name, score }];
        });
        return { ...told, suggestions: departments };
      },
      findPlaces: placesOf(knowledge, entities),
      placeOfTopic: placeOfTopic(knowledge, entities),
      zone,
    });
  };
  return (...given) => (built ??= build())(...given);
}

/** Gathers words, rules and facts of one hospital into what a turn needs. */
export function createTurnKit(
  config: HospitalConfig,
  knowledge: Knowledge,
  models: Models,
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
    roster: rosterOf(facts, [], config.roster),
    understand: remembering(createUnderstanding(models.messages)),
    readSafety: (text, context) => readSafety(normalise(text), context),
    detectLanguage,
    render: (parts, who) => render(parts, { book, zone, ...who }),
    consult: consultOf(knowledge, models, zone),
    book: createDesk(knowledge, zone),
    promises: promiseRules(config),
    settleMs: (channel) => (channel === 'web' ? 0 : config.channels.sms.settleMs),
  };
}
