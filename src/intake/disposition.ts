import { comparable, type IntakeRules, isOneOf } from './rules.ts';

/** What 出院方式 means for the follow-up. `unlisted` is a code outside the national list: staff should look at it. */
export type Disposition = 'home' | 'transferred' | 'deceased' | 'missing' | 'unlisted';

/** National code list: 1 医嘱离院, 2 医嘱转院, 3 医嘱转社区/乡镇卫生院, 4 非医嘱离院, 5 死亡, 9 其他. */
const NATIONAL_CODE = /^[1-59]$/;
/** Any wording of a death counts, also one that the configuration does not list: this error is the worst there is. */
const DEATH = /死亡|去世|病故|身故|已故|亡故|过世/;
const NO_DEATH = /[非未无]死亡/;

/** Reads 出院方式 by the configured spellings; a code may stand before the words (`5死亡`). `cell` is trimmed. */
export function readDisposition(cell: string, rules: IntakeRules['dispositions']): Disposition {
  const value = comparable(cell);
  if (value === '') return 'missing';
  const words = value.replace(/^\d+[.、:-]?(?=\D)/, '');
  if (isOneOf(value, rules.deceased) || isOneOf(words, rules.deceased)) return 'deceased';
  if (DEATH.test(words) && !NO_DEATH.test(words)) return 'deceased';
  if (isOneOf(value, rules.transferred) || isOneOf(words, rules.transferred)) return 'transferred';
  return /^[\da-z]{1,3}$/.test(value) && !NATIONAL_CODE.test(value) ? 'unlisted' : 'home';
}
