import type { Patient } from './persons.ts';
import type { Reading } from './reading.ts';

/** Organs whose own department sees children first; all else of a child goes to paediatrics first. */
const CHILDREN_TOO: ReadonlySet<string> = new Set([
  'ophthalmology',
  'dental',
  'orthopaedics',
  'ent',
  'emergency',
  'vaccination',
  'checkup',
  'psychiatry',
  'rehabilitation',
  'tcm',
  'neurosurgery',
]);
/** Never for children, and for nobody who is not old. */
const NOT_FOR_CHILDREN: readonly string[] = [
  'geriatrics',
  'obstetrics',
  'reproduction',
  'andrology',
  'general-practice',
  'checkup',
];
/** A child's cough and sore throat are for paediatrics; ears, noses and tonsils need the instruments of the other. */
const EAR_NOSE = /耳|鼻|腺样体|扁桃体|鱼刺|听力|听不|打呼噜|\b(?:ear|nose|hear|tonsil)/;
/** Two of them in one child are tics, and no matter of the eye or the throat. */
const TICS = /[挤眨]眼|耸肩|耸鼻|清嗓|甩头|摇头|扭脖|歪嘴|咧嘴|做鬼脸|抽动|吭吭|干咳/g;
/** An organ's margin from which on it stands before paediatrics. */
const ORGAN_CLEAR = -0.15;
/** How far the one named second stays behind. */
const STEP = 0.25;
const NEVER = -5;
const TCM_WORDS =
  /中医|中药|针灸|扎针|扎[扎银]|拔罐|火罐|艾灸|推拿|汤药|膏方|三[伏九]贴|把脉|号脉|调理|调养|刮痧|按摩|草药|tcm|chinese medicine|acupuncture|cupping|herbal|湿气|气血|虚|上火/;

type Margins = Map<string, number>;

/** What is known of the patient, put into the margins of the specialties. */
export function adjusted(
  margins: ReadonlyMap<string, number>,
  { patient, text }: Reading,
): ReadonlyMap<string, number> {
  const changed: Margins = new Map(margins);
  if (!patient.frail) lower(changed, 'geriatrics', patient.old ? 0.3 : 1);
  if (!TCM_WORDS.test(text)) lower(changed, 'tcm', 0.5);
  bySex(changed, patient);
  if (patient.child) forChild(changed, text);
  else forGrownUp(changed, patient);
  return changed;
}

function lower(margins: Margins, name: string, by: number): void {
  margins.set(name, (margins.get(name) ?? -1) - by);
}

function bySex(margins: Margins, { male, female }: Patient): void {
  if (male && !female) for (const name of ['gynaecology', 'obstetrics']) lower(margins, name, 0.6);
  if (female && !male) lower(margins, 'andrology', 1.5);
}

/** Paediatrics first with the organ's department behind it, or the other way round. */
function forChild(margins: Margins, text: string): void {
  for (const name of NOT_FOR_CHILDREN) lower(margins, name, 1.2);
  const [organ, margin] = best(margins, ['paediatrics', 'trouble']);
  const tics = new Set(text.match(TICS)).size > 1;
  const organFirst =
    !tics && CHILDREN_TOO.has(organ) && margin >= ORGAN_CLEAR && (organ !== 'ent' || EAR_NOSE.test(text));
  const child = Math.max(margins.get('paediatrics') ?? -1, organFirst ? margin - STEP : Math.max(margin + STEP, 0));
  margins.set('paediatrics', organFirst ? Math.min(child, margin - STEP) : child);
}

function forGrownUp(margins: Margins, { pregnant, unwanted, afterBirth }: Patient): void {
  lower(margins, 'paediatrics', 0.8);
  const [, margin] = best(margins, ['obstetrics', 'trouble']);
  const obstetrics = margins.get('obstetrics') ?? -1;
  if (pregnant) margins.set('obstetrics', Math.max(obstetrics, margin + STEP, 0));
  else if (unwanted) margins.set('gynaecology', Math.max(margins.get('gynaecology') ?? -1, obstetrics + STEP));
  else if (afterBirth) margins.set('obstetrics', obstetrics + STEP);
  else if (obstetrics < 0) margins.set('obstetrics', Math.max(obstetrics - STEP, NEVER));
}

function best(margins: Margins, except: readonly string[]): readonly [string, number] {
  let found: readonly [string, number] = ['', -2];
  for (const [name, margin] of margins) if (margin > found[1] && !except.includes(name)) found = [name, margin];
  return found;
}
