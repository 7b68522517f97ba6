import type { Knowledge } from '../knowledge.types.ts';
import { adjusted } from './adjust.ts';
import { QUESTION, type Reading, readMessage } from './reading.ts';
import { type Roster, rosterOf } from './roster.ts';
import { TROUBLE, type Triage, type TriageModel, type TriageResult, type TriageSuggestion } from './triage.types.ts';
import { type Lists, listsOf, votesOf } from './votes.ts';
import { namesOf, wishesOf } from './wishes.ts';

// Chosen on corpus/triage/development.jsonl.
/** How far a clause that stands out lifts the whole message. */
const CLAUSE = 0.6;
/** What a word of the hospital's own lists adds to the margin: its people wrote it. */
const OWN_LIST = 0.9;
/** What being asked for by name adds. */
const WISH = 1.6;
/** From this margin on a message tells a trouble; less is enough where it asks for a department. */
const TROUBLE_LEAST = 0;
const TROUBLE_ASKED = -0.6;
/** A second and a third department are named as far behind the first, and not below LEAST. */
const BEHIND = 1.3;
const LEAST = -1;
const MOST_SUGGESTED = 3;
/** Sure: a margin of its own, and a lead over the second. */
const SURE = { margin: -0.1, lead: 0.35 };
const EMERGENCY_LIKELY = -0.6;
/** Steepness of margin → score. */
const STEEP = 2.2;

/**
 * Symptom → department of this hospital: a trained model over generic specialties, the hospital's own `treats`, and what is
 * told of the patient. Reads the knowledge once; a message takes well below a millisecond. Suggests, never diagnoses.
 */
export function createTriage(knowledge: Knowledge, model: TriageModel): Triage {
  const roster = rosterOf(knowledge);
  const lists = listsOf(knowledge, roster.open);
  const names = namesOf(knowledge, roster.open);
  return (message) => {
    const reading = readMessage(message);
    const margins = marginsOf(model, reading);
    const tellsTrouble = tells(reading, margins);
    if (!tellsTrouble) return { asksDepartment: reading.asksDepartment, tellsTrouble, suggestions: [], sure: false };
    const wished = wishesOf(names, reading.text);
    const scored = scoresOf({ roster, lists, margins: adjusted(margins, reading), reading });
    for (const id of wished) scored.set(id, (scored.get(id) ?? -1) + WISH);
    return result(reading, scored);
  };
}

/** The margin of every specialty: of the whole message, lifted by the clause that stands out most. */
function marginsOf(model: TriageModel, { text, parts, signs }: Reading): ReadonlyMap<string, number> {
  const whole = model.score(text, QUESTION, signs);
  const margins = new Map(Object.entries(whole));
  for (const part of parts) {
    for (const [name, margin] of Object.entries(model.score(part, QUESTION, signs))) {
      const base = whole[name] ?? 0;
      const lifted = base + CLAUSE * Math.max(0, margin - base);
      margins.set(name, Math.max(margins.get(name) ?? lifted, lifted));
    }
  }
  margins.set(TROUBLE, Math.max(whole[TROUBLE] ?? 0, 0.5 * ((whole[TROUBLE] ?? 0) + (margins.get(TROUBLE) ?? 0))));
  return margins;
}

function tells({ asksDepartment, text }: Reading, margins: ReadonlyMap<string, number>): boolean {
  if (text.length < 1) return false;
  return (margins.get(TROUBLE) ?? -1) >= (asksDepartment && text.length >= 2 ? TROUBLE_ASKED : TROUBLE_LEAST);
}

/** The margin of each department: of its best specialty, and what its own list adds. */
function scoresOf(given: {
  readonly roster: Roster;
  readonly lists: Lists;
  readonly margins: ReadonlyMap<string, number>;
  readonly reading: Reading;
}): Map<string, number> {
  const { roster, lists, margins, reading } = given;
  const scores = new Map<string, number>();
  for (const [specialty, margin] of margins) {
    const id = roster.departmentOf.get(specialty);
    if (id !== undefined) scores.set(id, Math.max(scores.get(id) ?? margin, margin));
  }
  const emergency = roster.departmentOf.get('emergency');
  for (const [id, vote] of votesOf(lists, reading.text)) {
    const margin = scores.get(id) ?? -1;
    // The list of the emergency department is of dangers, which are read elsewhere: here it only confirms.
    if (id !== emergency || margin > EMERGENCY_LIKELY) scores.set(id, margin + OWN_LIST * vote);
  }
  return scores;
}

function result({ asksDepartment }: Reading, scored: ReadonlyMap<string, number>): TriageResult {
  const ranked = [...scored].sort(([, a], [, b]) => b - a);
  const best = ranked[0]?.[1] ?? -1;
  const kept = ranked.slice(0, MOST_SUGGESTED).filter(([, margin]) => margin >= best - BEHIND && margin >= LEAST);
  const second = ranked[1]?.[1] ?? -1;
  const suggestions = kept.map(([department, margin]): TriageSuggestion => ({ department, score: scoreOf(margin) }));
  const sure = best >= SURE.margin && best - second >= SURE.lead;
  return { asksDepartment, tellsTrouble: true, suggestions, sure };
}

function scoreOf(margin: number): number {
  return 1 / (1 + Math.exp(-STEEP * margin));
}
