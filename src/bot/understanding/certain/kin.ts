import type { Finding } from '../../../domain/finding.ts';
import type { RulesReading } from '../model/rules-reading.types.ts';
import { spanOf } from '../normalise.ts';
import { whole } from '../readers/patterns.ts';
import { guarded } from '../sieve/guarded.ts';
import type { ReadCertain } from './certain.types.ts';

const IM = '(?:^|[,。!;、~\\s]|是的|对|嗯|喂)(?:我|俺|咱|这里|这边)(?:就)?是';
const END = '(?=[,。!;、~☺\\s啊呀哈嘛哩嘞呢]|你|恁|问|说|有|正|在|方便|$)';
/** How children, and those who bring one to hospital, call themselves in dialect and in short. */
const OF_PATIENT = guarded(
  new RegExp(
    `${IM}(?:他|病人|患者|老人家?|俺[爹娘]|我[爸妈])(?:的|家|屋头?)?((?:大|小|老|幺|独)?(?:儿|娃儿?|妮儿?|丫头|崽|囡囡?|妹崽|伢子?|囝|仔|姑娘|老汉儿?|婆娘|堂客|屋里人|当家的|娃[他]?[爸妈爹娘]))${END}`,
  ),
);
const OF_CHILD = guarded(
  new RegExp(`${IM}((?:宝|娃|孩)(?:子|儿|宝)?(?:他)?(?:爸|爹|奶奶?|爷爷?|姥姥|外婆)|宝爸|奶爸)${END}`),
);
const MOTHER = guarded(new RegExp(`${IM}((?:宝|娃|孩)(?:子|儿|宝)?(?:他)?[妈娘]|宝妈)${END}`));
/** Where the patient is the mother, and where the child. */
const MATERNITY = /产|obstet|maternity/i;
const CHILDRENS = /儿|小儿|幼|NICU|PICU|pediatric|paediatric|neonat/i;

/** 俺是他儿, 我是宝爸: a relative, and no word that the readers of names know (situation 4). */
export const readKin: ReadCertain = (reading, found) => {
  if (isPatient(reading))
    return { adds: [whole(reading.n, 'self', 0.85, 'certain.kin')], drops: ({ kind }) => kind === 'relative' };
  if (reading.context.closed || found.some(({ kind }) => KNOWN.has(kind))) return null;
  const hit = kinIn(reading);
  return hit === null ? null : { adds: [hit], drops: ({ kind }) => kind === 'self' };
};

/** 我是宝妈, of somebody who has given birth here. */
function isPatient({ n, context }: RulesReading): boolean {
  if (context.closed || !MATERNITY.test(context.roster.stay?.department ?? '')) return false;
  return MOTHER.test(n);
}

const KNOWN: ReadonlySet<Finding['kind']> = new Set(['relative', 'unaware_relative', 'wrong_number']);

function kinIn({ n, context }: RulesReading): Finding | null {
  const ofChild = CHILDRENS.test(context.roster.stay?.department ?? '');
  const hit = OF_PATIENT.exec(n) ?? OF_CHILD.exec(n) ?? (ofChild ? MOTHER.exec(n) : null);
  const relation = hit?.[1];
  if (hit === null || relation === undefined) return null;
  const end = hit.index + hit[0].length;
  const written = n.original.slice(...spanOf(n, end - relation.length, end));
  const span = spanOf(n, hit.index, end);
  return { kind: 'relative', relation: written, span, confidence: 0.85, evidence: 'certain.kin' };
}
