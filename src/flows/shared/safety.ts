import type { Effect } from '../../domain/effect.ts';
import { type Digest, holds } from './digest.ts';
import type { Draft, TalkMemory } from './memory.ts';

export type SafetyEvent =
  | { readonly type: 'RED_FLAG'; readonly reason: 'emergency' | 'self_harm' }
  | { readonly type: 'CHECK_SAFETY'; readonly reason: 'emergency' | 'self_harm' };

interface Scene {
  readonly message: Digest;
  /** A danger in doubt has just been asked about. */
  readonly asked: TalkMemory['danger'];
  /** A person has the conversation: what is in doubt is treated as sure. */
  readonly withStaff: boolean;
  readonly after: Draft<TalkMemory>;
  readonly effects: Effect[];
}

function dangerOf({ message, asked }: Scene): TalkMemory['danger'] {
  const flag = message.redFlag;
  // Who goes on grading the stay, asked whether it is so now, has said clearly enough that it is not.
  const goesOn = asked === 'emergency' && message.ratings.length > 0;
  if (flag === null && (asked === null || goesOn || holds(message, 'decline'))) return null;
  return asked === 'self_harm' ? asked : (flag?.reason ?? asked);
}

/**
 * An opt-out in the same message, or one that the carrier acted on, is not forgotten: the safety text is the last thing we
 * say.
 */
function keepOptOut({ message, after, effects }: Scene): void {
  const wanted = message.carrier === 'stop' || message.sure.has('opt_out');
  if (!wanted || after.optedOut) return;
  after.optedOut = true;
  after.outcome = 'opted_out';
  effects.push({ type: 'mark', mark: 'opted_out' });
}

/**
 * 27, 28: above everything else, in every state of every flow. A danger in doubt is asked about, and marked for staff; then
 * anything but a clear no confirms it.
 */
export function safetyEvent(scene: Scene): SafetyEvent | null {
  const reason = dangerOf(scene);
  if (reason === null) return null;
  keepOptOut(scene);
  const { message, asked, withStaff, after, effects } = scene;
  if (message.redFlag?.sure === true || asked !== null || withStaff) return { type: 'RED_FLAG', reason };
  after.danger = reason;
  effects.push({ type: 'note', text: message.text });
  return { type: 'CHECK_SAFETY', reason };
}
