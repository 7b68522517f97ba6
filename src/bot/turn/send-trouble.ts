import { quietCommit } from '../../store/quiet-commit.ts';
import type { TurnCommit } from '../../store/store.ts';
import { elsewhere, isLoss, isOnlyOpening, isUnheard, putOff } from './elsewhere.ts';
import { runTurn, type TurnInput } from './run-turn.ts';

/** What became of a message that will not arrive. */
export interface SendTrouble {
  readonly why: 'opted_out' | 'unreachable' | 'expired' | 'failed' | 'uncertain' | 'paused';
  readonly seq: number;
  /** A sentence for staff, with the carrier's code. */
  readonly detail: string;
}

/**
 * The turn of a message that will not arrive; null: nothing follows from it. `byStaff`: did a person write it? What they said has to
 * reach the contact by another way, if not by this one.
 */
export async function troubleTurn(
  input: TurnInput,
  trouble: SendTrouble,
  byStaff: () => Promise<boolean>,
): Promise<TurnCommit | null> {
  const { why, seq, detail } = trouble;
  const { record } = input.loaded;
  if (why === 'paused' && seq === 1) return isUnheard(record) ? putOff(input) : null;
  if (seq === 1 && isLoss(why) && isOnlyOpening(record)) return elsewhere(input, why);
  if (why !== 'opted_out' && why !== 'unreachable')
    return forStaff(input, quietCommit(record, input.at), trouble, { key: '', text: detail });
  const turn = runTurn({ ...input, trigger: { type: 'undeliverable', why } });
  // A person has the talk (often an emergency) and must hear that our text did not arrive (standards.md 8): they call.
  if (record.state !== 'with_staff' && !(await byStaff())) return turn;
  return forStaff(input, turn, trouble, { key: `.${why}`, text: `消息未能送达，请打电话联系：${detail}` });
}

function forStaff(
  { loaded, newId }: TurnInput,
  turn: TurnCommit,
  { why, seq }: SendTrouble,
  note: { readonly key: string; readonly text: string },
): TurnCommit {
  return {
    ...turn,
    dedupe: [`trouble:${loaded.record.id}.${String(seq)}${note.key}`],
    workItems: [...turn.workItems, { id: newId(), kind: 'note', text: note.text }],
    tallies: [...turn.tallies, `send.${why}`],
  };
}
