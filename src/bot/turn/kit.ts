import type { FlowId } from '../../domain/conversation.ts';
import type { PhraseRef } from '../../domain/effect.ts';
import type { Finding } from '../../domain/finding.ts';
import type { Language } from '../../domain/language.ts';
import type { StayFacts } from '../../domain/patient.ts';
import type { PromiseRules } from '../../domain/promises.ts';
import type { ChannelId } from '../../domain/vocabulary.ts';
import type { Flow, FlowSettings } from '../../flows/flow.ts';
import type { AppointmentBook } from '../appointment/appointment.types.ts';
import type { ProactiveCaps } from '../campaign/caps.ts';
import type { Consult } from '../consulting/consult.ts';
import type { Roster, UnderstandContext, UnderstandingLists } from '../understanding/understand.types.ts';

/** A rendered message. */
interface Rendered {
  readonly text: string;
  readonly keys: readonly string[];
  /** Answer options that a messenger shows as buttons. */
  readonly options: readonly string[];
}

/** Everything a turn needs besides what is stored: flows, words, rules. Pure functions and data; swapped whole on a reload. */
export interface TurnKit {
  readonly flows: Readonly<Record<FlowId, Flow>>;
  readonly settings: FlowSettings;
  readonly caps: ProactiveCaps;
  readonly defaultLanguage: Language;
  readonly lists: UnderstandingLists;
  /** The hospital's staff and departments. */
  readonly roster: Roster;
  understand(text: string, context: UnderstandContext): readonly Finding[];
  /** Red flags and self-harm alone: what is still read when the rest fails (design law 3). */
  readSafety(text: string, context: UnderstandContext): readonly Finding[];
  detectLanguage(text: string, current: Language): Language;
  render(parts: readonly PhraseRef[], who: { language: Language; stay: StayFacts | null; now: number }): Rendered;
  /** What a message asks of the hospital; pure. */
  readonly consult: Consult;
  readonly book: AppointmentBook;
  /** Until when what the bot promises is due. */
  readonly promises: PromiseRules;
  /** Milliseconds that texts of this channel are gathered before they are read together. 0 = read at once. */
  settleMs(channel: ChannelId): number;
}
