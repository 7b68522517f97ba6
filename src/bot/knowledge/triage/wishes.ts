import { normalise } from '../../understanding/normalise.ts';
import type { Knowledge } from '../knowledge.types.ts';
import { plainWords } from './canonical.ts';

/** A department that is asked for by name: 想看中医, 挂骨科. Not one that was seen already: 骨科看过了. */
const BEFORE = /(?:想|要|挂|看|找|预约|约|去|来)(?:个|下|一下|一个|你们?的?|看)?$/;
const AFTER =
  /^(?:都|也|已经)?(?:看过|查过|看了|查了|检查|说|让|叫|住|出院|医生说|大夫说|去过|的?(?:医生|主任|大夫)说)/;

/** A name of the hospital's departments and whose it is. */
type Names = readonly (readonly [name: string, department: string])[];

/** The names to look for, once per knowledge file; longer ones first. */
export function namesOf({ departments }: Knowledge, open: ReadonlySet<string>): Names {
  return departments
    .filter(({ id }) => open.has(id))
    .flatMap(({ id, name, aliases }) =>
      [name, ...aliases].map((each) => [plainWords(normalise(each).text), id] as const),
    )
    .filter(([name]) => name.length >= 2 && !/^\d+$/.test(name))
    .sort(([a], [b]) => b.length - a.length);
}

/** The departments that a message asks for by name. */
export function wishesOf(names: Names, text: string): ReadonlySet<string> {
  const wished = new Set<string>();
  let rest = text;
  for (const [name, id] of names) {
    const at = rest.indexOf(name);
    if (at < 0) continue;
    if (BEFORE.test(rest.slice(0, at)) && !AFTER.test(rest.slice(at + name.length))) wished.add(id);
    // 神经外科 is not 外科 as well; a name under two departments is both.
    if (!names.some(([other, of]) => other === name && of !== id)) rest = rest.replace(name, '\n');
  }
  return wished;
}
