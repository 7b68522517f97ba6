/** A wording that staff should think about, and why. */
interface Flag {
  readonly wording: string;
  readonly reason: string;
  /** UTF-16 offset in the text. */
  readonly start: number;
}

const rule = (reason: string, pattern: RegExp) => ({ reason, pattern });

/**
 * What standards.md section 8 rules out beside the list of the phrase book, for staff a flag and no ban: they may have asked the ward.
 * Both Chinese scripts and English.
 */
const STAFF_FLAGS = [
  rule(
    'dose or change of a medicine',
    /[加减減停换換][药藥量]|[药藥](?:先|就|可以|要|得)?[停加减減換换]|(?:一|每)[天日次]\s*[\d一二三四五六七八九十两兩半]+\s*[片粒颗顆毫支包]|\b\d+ ?mg\b|\b(?:dose|tablets?) (?:a|per|each) day\b/iu,
  ),
  rule(
    'what a result means',
    /(?:[检檢][查验驗]|[化验驗]+[单單]?|片子|报告|報告|[结結]果|指[标標])[^，。！？]{0,8}(?:正常|没事|沒事|[问問][题題]不大|偏高|偏低|良性)/u,
  ),
  rule(
    'no need to come',
    /(?:不用|不需要|不必|没必要|沒必要)(?:再)?(?:来|來|去|[复復][诊診查]|看医|就[医醫诊診]|住院)|no need to (?:come|see|visit)/iu,
  ),
  rule(
    'prognosis',
    /(?:很快|[过過][几幾]天|[马馬]上)(?:就)?(?:会|會|能)?(?:好|[恢]?[复復]|痊)|会好起来|會好起來|\byou will (?:soon )?(?:recover|be fine)/iu,
  ),
  rule(
    'admission of fault',
    /(?:是|都是|[确確][实實]是)(?:我[们們]|[医醫]院|科室)的?(?:[错錯]|[责責]任|[过過][错錯]|[过過]失)|我[们們]?[负負]全[责責]|\bit (?:was|is) our (?:fault|mistake)\b/iu,
  ),
  rule(
    'a waiting time',
    /(?:等|排)[^，。]{0,4}\d+\s*(?:分[钟鐘]|小[时時]|天)|(?:今天|明天|后天|後天|下周|下週|本周|本週)[^，。！？]{0,6}(?:[给給]您)?(?:[答回][复復覆]|[结結]果|解[决決]|[处處]理完)/u,
  ),
  rule(
    'anything of another patient',
    /(?:[别別]的|其他|另[一外][个個位]?|隔壁床?|[邻鄰]床)(?:病人|患者|病友)[^，。！？]{0,8}(?:也|都|就|是|得|做)/u,
  ),
] as const;

/** What of it stands in `text`, by place. */
export function staffFlagsIn(text: string): readonly Flag[] {
  return STAFF_FLAGS.flatMap(({ reason, pattern }) => {
    const match = pattern.exec(text);
    return match === null ? [] : [{ wording: match[0].trim(), reason, start: match.index }];
  });
}

/** Every reason that can be given for a flag of staff alone; the pages have words for each. */
export const STAFF_FLAG_REASONS: readonly string[] = STAFF_FLAGS.map(({ reason }) => reason);
