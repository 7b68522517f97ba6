import { isAbout, namesOf } from '../../registers/naming.ts';
import { maySee } from '../../registers/staff.ts';
import type { Store } from '../../store/store.ts';
import type { Subject } from './announce.ts';
import { alarmSightOf, sightOf } from './conversations/sight.ts';
import type { SignedIn } from './endpoint.ts';
import { mayKnow } from './work/task.ts';

/**
 * Whether somebody may see what news are about, by the rules of the inbox, of the registers and of the tasks. `alarm`: a conversation has
 * become urgent. The alarm names nobody and must reach whoever can help, so only the full name in a complaint keeps it from them: a
 * surname with a title is shared by several.
 */
export type LiveSight = (who: SignedIn, about: Subject, alarm?: boolean) => Promise<boolean>;

export function liveSight({ desk, work, registers }: Pick<Store, 'desk' | 'work' | 'registers'>): LiveSight {
  return async (who, about, alarm = false) => {
    if (seesAll(who)) return true;
    if ('conversation' in about) return desk.maySee(about.conversation, alarm ? alarmSightOf(who) : sightOf(who));
    if ('entry' in about) {
      const entry = await registers.find(about.entry);
      return entry !== undefined && maySee(entry, who);
    }
    if ('entriesOf' in about) {
      const entries = await registers.ofConversation(about.entriesOf);
      return entries.some((entry) => maySee(entry, who)) && !entries.some((entry) => isAbout(entry, who));
    }
    const task = await work.find(about.work);
    return task !== undefined && mayKnow({ desk, registers }, who, task.task);
  };
}

/** Nothing is kept from them but what their role lacks anyway: most of those who listen. */
function seesAll(who: SignedIn): boolean {
  return who.role !== 'head' && who.role !== 'desk' && namesOf(who).length === 0;
}
