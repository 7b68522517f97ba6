import type { StaffResult } from '../../../bot/handover/actions.ts';
import { HuifangError } from '../../../domain/errors.ts';
import type { Colleague } from '../../wire/session.ts';
import { ownerView } from './item.ts';

/** Throws what kept an action from being done. Who has the conversation instead is named: it is a colleague, no secret. */
export function requireDone(result: StaffResult, colleagues: readonly Colleague[]): void {
  switch (result.type) {
    case 'done':
      return;
    case 'missing':
      throw new HuifangError('NOT_FOUND');
    case 'taken':
      throw new HuifangError('ALREADY_TAKEN', [ownerView(result.owner, colleagues).name]);
    case 'not_owner':
      throw new HuifangError('NOT_OWNER', result.owner === null ? [] : [ownerView(result.owner, colleagues).name]);
    case 'opted_out':
      throw new HuifangError('OPTED_OUT');
    case 'unreachable':
      throw new HuifangError('UNREACHABLE');
    case 'bot_is_asking':
      throw new HuifangError('BOT_IS_ASKING');
    case 'no_slip':
      throw new HuifangError('NO_SLIP');
  }
}
