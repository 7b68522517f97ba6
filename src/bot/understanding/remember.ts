import type { Finding } from '../../domain/finding.ts';
import { normalise } from './normalise.ts';
import type { Roster, Understand, UnderstandContext } from './understand.types.ts';

/** In UTF-16 units. What everybody answers is short: 满意, 1, 没有了, 挺好的。 */
const LONGEST = 24;
/** In all; then it begins anew. */
const MOST = 20_000;

interface Known {
  readonly findings: readonly Finding[];
  /** The text in the two forms in which names are looked for. */
  readonly written: string;
  readonly plain: string;
}

/** Answers found for one roster, as long as questions and lists stay the same. */
interface Scope {
  readonly questions: UnderstandContext['questions'];
  readonly lists: UnderstandContext['lists'];
  readonly known: Map<string, Known>;
}

/**
 * `understand` with a memory for short texts: most patients answer in the same few words. What depends on the instant (a
 * time to call) or on the patient's name is read anew each time, so the result is always that of `understand` itself.
 */
export function remembering(understand: Understand): Understand {
  let scopes = new WeakMap<Roster, Scope>();
  let kept = 0;
  return (text, context) => {
    if (text.length > LONGEST) return understand(text, context);
    const { known } = scopeOf(scopes, context);
    const key = keyOf(text, context);
    const found = known.get(key);
    if (found !== undefined && !names(found, context.patientName)) return found.findings;
    const watched = watch(context);
    const findings = understand(text, watched.context);
    if (watched.timeless()) {
      const entry = { findings, written: text.toLowerCase(), plain: normalise(text).text };
      if (names(entry, context.patientName)) return findings;
      known.set(key, entry);
      kept += 1;
      if (kept >= MOST) {
        scopes = new WeakMap();
        kept = 0;
      }
    }
    return findings;
  };
}

function scopeOf(scopes: WeakMap<Roster, Scope>, { roster, questions, lists }: UnderstandContext): Scope {
  const scope = scopes.get(roster);
  if (scope?.questions === questions && scope.lists === lists) return scope;
  const fresh = { questions, lists, known: new Map<string, Known>() };
  scopes.set(roster, fresh);
  return fresh;
}

/** Everything of the context that is neither part of the scope nor watched. */
function keyOf(text: string, context: UnderstandContext): string {
  const { question, openRatings, lastAnswered, given, identified, closed, language } = context;
  const grades = Object.entries(given ?? {}).join(' ');
  const asked = `${question.id} ${question.schema} ${question.about ?? ''} ${openRatings.join()} ${lastAnswered ?? ''}`;
  return `${asked} ${grades} ${identified ? 1 : 0}${closed ? 1 : 0}${language} ${text}`;
}

function names({ written, plain }: Known, patientName: string | null): boolean {
  if (patientName === null || patientName === '') return false;
  const name = patientName.toLowerCase();
  return written.includes(name) || plain.includes(name) || plain.includes(patientName);
}

/** The same context; tells afterwards whether anybody asked for the instant. */
function watch(context: UnderstandContext): { context: UnderstandContext; timeless(): boolean } {
  let looked = false;
  const watched = {
    ...context,
    get now() {
      looked = true;
      return context.now;
    },
  };
  return { context: watched, timeless: () => !looked };
}
