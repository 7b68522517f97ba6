import type { FindingKind } from '../../../domain/finding.ts';
import { KIN } from '../people.lists.ts';
import { guarded } from '../sieve/guarded.ts';
import type { ReadCertain } from './certain.types.ts';
import { isGuess } from './guess.ts';

/** What one waits for, and that it did not come. */
const AWAITED =
  '(?:呼叫(?:铃|器|钟|按钮)?|按铃|铃响?|按(?:了|按钮)|(?:叫|喊)(?:人|护士|护理|(?=不到人))|排队|等候|候诊|挂号|缴费|取药|窗口|电梯|结算|护士|护理|换药|call bell|buzzer|call button|queue)';
const LATE =
  '(?:慢|偏?久|迟|(?:时间|偏|过|太|较)长|半天|才(?:来|到|有)|不(?:及时|应|到人|来)|没(?:人|有人|反应|有反应|回应|声)|无(?:人|应|回应|反应)|等(?:十|二十|半|几|好|很|一会|一两)|ignored|nobody|no one|slow|forever)';
const SLOW = guarded(new RegExp(`${AWAITED}[^。!?;]{0,12}?${LATE}`));
/** Somebody who is ill, or a body: then what was slow may have cost dearly. */
const ILL =
  /胸|喘|晕|昏|吐|血|疼|痛|呼吸|噎|呛|抽|烧|心|肚|拉|憋|意识|摔|瘫|中毒|过敏|气|醒|迷|倒|抖|汗|麻|嘴|手|脚|腿|生|羊水|孩|宝|娃|婴|肿|救|不行|严重|难受|糖|紫|白|动|死|命|他|病人|\b(?:he|she|him|her|my|pain|bleed|breath|faint|collaps\w*|die|dying|dead)\b/;
const SOMEBODY = new RegExp(KIN);

/** What such words are taken for. */
const TAKEN_FOR: ReadonlySet<FindingKind> = new Set(['emergency', 'medical_question']);
/** 没反应 is the bell here. */
const BY_BELL = 'safety.unconscious';

/** 呼叫铃响应偏慢, 排队时间过长: the service was slow, and nobody is in danger or asks for advice (situation 9). */
export const readSlowService: ReadCertain = ({ n }, found) => {
  const isMistaken = (one: (typeof found)[number]) =>
    TAKEN_FOR.has(one.kind) && (isGuess(one) || one.evidence.startsWith(BY_BELL));
  if (!found.some(isMistaken) || !SLOW.test(n) || ILL.test(n.text) || SOMEBODY.test(n.text)) return null;
  return { adds: [], drops: isMistaken };
};
