import {
  AFTER_BIRTH,
  ENGLISH_CHILD,
  FEMALE,
  GROWN,
  MALE,
  MANY_TROUBLES,
  NOT_PREGNANT,
  OFFSPRING,
  OLD,
  ONLY_MENTIONED,
  PREGNANT,
  SURE_CHILD,
  UNWANTED,
} from './persons.lists.ts';

/** What a message tells of the patient, as far as it decides about the department. */
export interface Patient {
  /** Under 14, and the one who is ill. */
  readonly child: boolean;
  /** Expecting, and wanting it. */
  readonly pregnant: boolean;
  readonly unwanted: boolean;
  readonly afterBirth: boolean;
  readonly old: boolean;
  /** An old person with several troubles, many medicines, falls, bedsores. */
  readonly frail: boolean;
  readonly female: boolean;
  readonly male: boolean;
}

const any = (words: string, flags = ''): RegExp => new RegExp(`(?:${words})`, flags);
const MENTIONED = any(ONLY_MENTIONED, 'g');
const [CHILD, ENGLISH, YOUNG, ADULT] = [any(SURE_CHILD), any(ENGLISH_CHILD), any(OFFSPRING), any(GROWN)];
const [EXPECTING, NOT_EXPECTING, NOT_WANTED] = [any(PREGNANT), any(NOT_PREGNANT, 'g'), any(UNWANTED)];
const [BORN, AGED, MANY] = [any(AFTER_BIRTH), any(OLD), any(MANY_TROUBLES)];
const [WOMAN, MAN] = [any(FEMALE), any(MALE)];
/** The child was ill first, or stands by: it is the writer who is now. */
const MYSELF = /我(?:也|自己|倒下|反而|却)|(?:传|过)(?:染)?给我/;
const YEARS = /(\d{1,3}|[零一二两三四五六七八九十]{1,3})(?:周|虚)? ?(?:岁|years? old|year-old|yo\b)/g;
const MONTHS_OLD =
  /(?:\d{1,2}|[一二两三四五六七八九十]{1,2})个?月(?:大|的娃|的宝|宝宝|婴)|满月|刚出生|刚生下来|生下来[^,]{0,3}天|出生[^,]{0,4}天/;
/** From this age on the physicians of adults see the patient. */
const GROWN_UP = 15;

/** Reads the patient out of a normalised message. */
export function patientOf(text: string): Patient {
  const ages = agesIn(text);
  const oldest = Math.max(...ages, -1);
  const born = BORN.test(text);
  const expecting = EXPECTING.test(text.replace(NOT_EXPECTING, ' '));
  const unwanted = NOT_WANTED.test(text);
  const child = isChild(text, oldest) && !(expecting && oldest === -1);
  const old = !child && (AGED.test(text) || oldest >= 70);
  return {
    child,
    pregnant: expecting && !unwanted && !child,
    unwanted: unwanted && !child,
    afterBirth: born && !child,
    old,
    frail: old && MANY.test(text),
    female: WOMAN.test(text) || expecting || born,
    male: MAN.test(text),
  };
}

/** Age decides; else a word for a small child does, or an offspring that nothing says is grown up. */
function isChild(text: string, oldest: number): boolean {
  if (oldest >= 0) return oldest < GROWN_UP && !/[疼痛病]了?\d+岁/.test(text);
  if (MYSELF.test(text)) return false;
  const rest = text.replace(MENTIONED, ' ');
  if (MONTHS_OLD.test(rest)) return true;
  if (CHILD.test(rest) || ENGLISH.test(rest)) return !ADULT.test(rest);
  return YOUNG.test(rest) && !ADULT.test(rest);
}

function agesIn(text: string): readonly number[] {
  return [...text.matchAll(YEARS)].map(([, figure = '']) => ageOf(figure));
}

const DIGITS = '零一二三四五六七八九';

/** 七, 十二, 六十五, 12 as a number. */
function ageOf(figure: string): number {
  if (/^\d/.test(figure)) return Number(figure);
  const [tens = '', ones = ''] = figure.includes('十') ? figure.split('十') : ['', figure];
  const ten = figure.includes('十') ? Math.max(digit(tens), tens === '' ? 1 : 0) : 0;
  return ten * 10 + digit(ones);
}

function digit(character: string): number {
  return character === '两' ? 2 : Math.max(DIGITS.indexOf(character.slice(0, 1) || '零'), 0);
}

/** What of it the model is told beside the words. */
export function signsOf(patient: Patient): readonly string[] {
  const told: readonly (readonly [boolean, string])[] = [
    [patient.child, 'child'],
    [patient.pregnant, 'pregnant'],
    [patient.afterBirth, 'after-birth'],
    [patient.old, 'old'],
    [patient.frail, 'frail'],
    [patient.male && !patient.female, 'male'],
    [patient.female && !patient.male, 'female'],
  ];
  return told.filter(([is]) => is).map(([, sign]) => sign);
}
