import type { Finding, FindingKind } from '../../../domain/finding.ts';
import { spanOf } from '../normalise.ts';
import { concernsOf } from '../readers/opinions.ts';
import { guarded } from '../sieve/guarded.ts';
import { blame } from './blame.ts';
import type { ReadCertain } from './certain.types.ts';

/** 我问句报销咋弄: asked of somebody else, and told. */
const ASKED =
  '(?:我|俺|咱|家属|家里人)(?:们)?[^,。!?;]{0,8}?(?<![想要请来问])(?:问|打听|咨询)(?:了|过)?(?:一)?(?:句|下|声|嘴|遍)?';
const SLIGHTED =
  '(?<!没有?|从不|也不)(?:摔|甩|扔|丢过来|吼|瞪|白(?:了)?(?:我|一)?眼|翻(?:脸|(?:了)?个?白眼)|(?:理都|理也|根本|都)?不(?:带)?(?:搭)?理|不耐烦|爱[答搭]不理|骂|训|呛|凶|(?:转身|扭头|直接|掉头)(?:就)?走|挂(?:了|断)(?:我)?(?:的)?电话|装(?:没|作)|(?:叫|让|喊)(?:我|俺)(?:们)?自己(?:看|查|找|去|想|问|弄)|嫌我|说我(?:烦|啰嗦)|(?:头|眼皮?)(?:都|也)(?:不|没)抬|正眼(?:都|也)(?:不|没)|推来推去|踢皮球)';
const REPORTED = guarded(new RegExp(`${ASKED}[^。!?;]{0,30}?${SLIGHTED}`));

/** After it, something is asked of us all the same. */
const ASKS_US = /[?吗]|多少|怎么|咋|哪|什么时候|能不能|可不可以|几[点天号]/;

/** How a medicine is taken was asked there; who tells of an ailment besides may still need to know. */
const MEDICINE = /药[^,。!?;]{0,4}(?:怎么|咋|几|多少|饭前|饭后)|(?:怎么|咋)(?:吃|服|喝|用|抹|打)/;
const ILL = /[疼痛血肿烧晕吐喘痒疹闷抖]|胸|过敏|难受|吃错|多吃|漏|中毒|反应/;

const TAKEN_FOR: ReadonlySet<FindingKind> = new Set([
  'hospital_question',
  'appointment',
  'not_understood',
  'off_topic',
]);

/** 俺问句报销咋弄，他把单子一摔: who tells how a question of theirs was met asks nothing of us; that is a complaint (situation 9). */
export const readReportedQuestion: ReadCertain = (reading) => {
  const { n, parts } = reading;
  const hit = REPORTED.exec(n);
  if (hit === null) return null;
  const end = hit.index + hit[0].length;
  if (ASKS_US.test(n.text.slice(end))) return null;
  const part = parts.find((one) => one.start < end && one.end >= end);
  if (part === undefined) return null;
  const told = parts.filter((one) => one.start <= part.start);
  const adds = blame(reading, { part, things: concernsOf(n, told), evidence: 'certain.reported_question' });
  const till = spanOf(n, 0, end)[1];
  const from = spanOf(n, hit.index, end)[0];
  const ofMedicine = MEDICINE.test(hit[0]) && !ILL.test(n.text);
  const isMistaken = (one: Finding): boolean =>
    TAKEN_FOR.has(one.kind) || (one.kind === 'medical_question' && ofMedicine && one.span[0] >= from);
  return { adds, drops: (one) => isMistaken(one) && one.span[0] < till };
};
