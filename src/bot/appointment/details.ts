import type { Named } from '../../domain/appointment.ts';
import { normalise } from '../understanding/normalise.ts';
import type { AskedFor, Details, NamedDoctor } from './appointment.types.ts';
import { type Moment, readDays } from './days.ts';
import { readPersonName } from './person-name.ts';
import { readPhone, withoutPhone } from './phone.ts';
import { givesUp, isCorrection, isEarlier, isWanted, meansAnyDay, readWish } from './wish.ts';

/** Departments and doctors that a text names; several where a word means any of them. */
interface Places {
  readonly departments: readonly Named[];
  readonly doctors: readonly NamedDoctor[];
  readonly shortened: boolean;
  readonly namesOther: boolean;
  /** The words that named them, as in the text: none of them is the patient's name. */
  readonly words: readonly string[];
}

/** Finds departments and doctors in a text. */
export type FindPlaces = (text: string) => Places;

/**
 * The facts of an appointment that a message holds (handbook section 4), in any order and several at once. Pure; nothing is
 * guessed: what is not said is null or empty.
 */
export function readDetails(text: string, asked: AskedFor, moment: Moment, findPlaces: FindPlaces): Details {
  const { text: plain } = normalise(text);
  const { departments, shortened, doctors, namesOther, words } = findPlaces(text);
  const { phone, broken } = readPhone(text.normalize('NFKC'));
  const corrects = isCorrection(plain);
  const name = readPersonName(text, mayBeName(text, asked, corrects), words);
  // 赵国庆 is a person and no holiday.
  const dated = withoutPhone(name === null ? plain : plain.replace(normalise(name).text, ','));
  const { days, stretch, half } = readDays(dated, moment, asked === 'day');
  const placed = departments.length + doctors.length > 0;
  return {
    wish: readWish(plain) ?? (placed && (days.length > 0 || phone !== null) && isWanted(plain) ? 'book' : null),
    givesUp: givesUp(plain),
    earlier: isEarlier(plain),
    departments,
    shortened,
    doctors,
    namesOther,
    days,
    stretch,
    half,
    anyDay: meansAnyDay(dated),
    name,
    phone,
    brokenPhone: broken,
    corrects,
  };
}

/** A bare name answers "whose name?"; beside the summary it puts right the one that stands there. */
function mayBeName(text: string, asked: AskedFor, corrects: boolean): boolean {
  return asked === 'name' || (asked === 'confirm' && (corrects || NAME_AGAIN.test(text.trim())));
}
/** 刘桂瑛, 是刘桂瑛: three or four characters, and none of a yes or a no. */
const NAME_AGAIN =
  /^(?:就?是)?(?:(?![对行好可以了吧的就这那没错约定谢麻烦辛苦不要改取消])\p{Script=Han}){3,4}[。.!！]?$/u;
