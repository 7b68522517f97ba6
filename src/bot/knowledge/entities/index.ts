import { endsOf, type Normalised, normalise, spanOf } from '../../understanding/normalise.ts';
import type { Department, Knowledge, Price } from '../knowledge.types.ts';
import { calledDoctors, type DoctorIndex, indexDoctors } from './doctors.ts';
import type { Candidate, Entities, EntityKind, Mention } from './entities.types.ts';
import { HOSPITAL_WORDS, HOURS_WORDS, NOT_MEANT, PRICE_WORDS } from './lay.lists.ts';
import { SPECIALTIES } from './specialties.lists.ts';
import { apart, type Hit, plainWord, WordCollector, type WordIndex, wordsIn } from './words.ts';

export type { Entities, Mention } from './entities.types.ts';

/** Everything of a knowledge base under the words people have for it; built once a knowledge base. */
export interface EntityIndex {
  readonly words: WordIndex;
  readonly doctors: DoctorIndex;
  /** English names of departments by their id, as far as the table of specialties has them. */
  readonly english: ReadonlyMap<string, string>;
}

/** Of a longer message the beginning and the end are read. */
const HEAD = 500;
const TAIL = 200;
/** What may follow a department without its 科 (皮肤医生, 消化内门诊). */
const AFTER_SHORT = ['医生', '大夫', '主任', '专家', '门诊', '的号', '病房', '病区'];

/** Gathers the words; about 10 ms for a hospital. Pure. */
export function indexEntities(knowledge: Knowledge): EntityIndex {
  const words = new WordCollector();
  const english = new Map<string, string>();
  for (const word of NOT_MEANT) words.shield(word);
  for (const place of [...knowledge.departments, ...knowledge.offices])
    if (place.building !== '') words.shield(place.building);
  for (const department of knowledge.departments) addDepartment(words, department, english);
  for (const doctor of knowledge.doctors) words.add(doctor.name, 'doctor', { id: doctor.id, via: 'name' });
  for (const { id, name, aliases, handles } of knowledge.offices) {
    words.add(name, 'office', { id, via: 'name' });
    for (const alias of aliases) words.add(alias, 'office', { id, via: 'alias' });
    for (const handle of handles) words.add(handle, 'office', { id, via: 'handle' });
  }
  for (const price of knowledge.prices) addPrice(words, price);
  addGroups(words, 'price', PRICE_WORDS, knowledge.prices.map(namesOfPrice));
  for (const { id, label } of knowledge.hospital.hours) words.add(bare(label), 'hours', { id, via: 'name' });
  addGroups(
    words,
    'hours',
    HOURS_WORDS,
    knowledge.hospital.hours.map(({ id, label }) => ({ id, names: [plainWord(label)] })),
  );
  const { name, nameEn, shortNames } = knowledge.hospital;
  for (const word of [name, nameEn, ...shortNames, ...HOSPITAL_WORDS])
    words.add(word, 'hospital', { id: 'hospital', via: 'name' });
  return { words: words.build(), doctors: indexDoctors(knowledge.doctors), english };
}

function addDepartment(words: WordCollector, { id, name, aliases }: Department, english: Map<string, string>): void {
  words.add(name, 'department', { id, via: 'name' });
  for (const alias of aliases) words.add(alias, 'department', { id, via: 'alias' });
  const all = [name, ...aliases].map(plainWord);
  if (name.endsWith('医学科')) words.add(name.replace('医学科', '科'), 'department', { id, via: 'alias' });
  for (const written of all) {
    if (!written.endsWith('科')) continue;
    const rest = written.slice(0, -1);
    if (rest.length >= 3 && /[内外]$/.test(rest)) words.add(rest, 'department', { id, via: 'short' });
    if (rest.length >= 2) for (const after of AFTER_SHORT) words.add(rest + after, 'department', { id, via: 'short' });
  }
  addSpecialties(words, id, all, english);
}

/** The English names of a department whose names are `all`, its own first. */
function addSpecialties(words: WordCollector, id: string, all: readonly string[], english: Map<string, string>): void {
  const [own = ''] = all;
  const meant = SPECIALTIES.filter(({ zh }) => zh.split('|').some((word) => all.includes(word)));
  const called = meant.find(({ zh }) => zh.split('|').includes(own)) ?? meant[0];
  if (called !== undefined) english.set(id, called.en);
  for (const { en, also } of meant) {
    for (const word of [en, ...also.split('|')]) words.add(word, 'department', { id, via: 'english' });
  }
}

function namesOfPrice({ id, name, aliases }: Price): { readonly id: string; readonly names: readonly string[] } {
  return { id, names: [name, ...aliases].map(plainWord) };
}

/** A name without its remark: 血常规（五分类）. */
function bare(name: string): string {
  return name.replace(/[（(][^）)]*[）)]/g, '');
}

function addPrice(words: WordCollector, { id, name, aliases }: Price): void {
  words.add(bare(name), 'price', { id, via: 'name' });
  for (const alias of aliases) words.add(bare(alias), 'price', { id, via: 'alias' });
  const stem = bare(name).replace(/(?:检查|检测|治疗|费用?|套餐|手术|术)$/, '');
  if (stem.length >= 3) words.add(stem, 'price', { id, via: 'alias' });
}

/** Words of a group for everything whose name holds one of its leading words. */
function addGroups(
  words: WordCollector,
  kind: EntityKind,
  groups: readonly string[],
  named: readonly { readonly id: string; readonly names: readonly string[] }[],
): void {
  for (const group of groups) {
    const [leading = '', others = ''] = group.split('|');
    const heads = leading.split(' ').map(plainWord);
    const meant = named.filter(({ names }) => names.some((name) => heads.some((head) => holds(name, head))));
    for (const { id } of meant)
      for (const word of [...heads, ...others.split(' ')]) words.add(word, kind, { id, via: 'lay' });
  }
}

/** Whether a name holds the leading word of a group: a 副主任 is no 主任, a film of a scan no scan. */
function holds(name: string, head: string): boolean {
  const at = name.indexOf(head);
  const before = name[at - 1] ?? ' ';
  const apart = before !== '副' && !(/[a-z]/.test(before) && /^[a-z]/.test(head));
  return at >= 0 && apart && (!name.endsWith('片子') || head.endsWith('片'));
}

/** What a text names. Longest words win (神经内科 is not 内科 too); a word that may mean several things has all as candidates. */
export function findEntities(index: EntityIndex, text: string): Entities {
  return entitiesIn(index, endsOf(normalise(text), HEAD, TAIL));
}

/** The same for a text that is normalised already. */
export function entitiesIn(index: EntityIndex, n: Normalised): Entities {
  const called = calledDoctors(index.doctors, n.text);
  const hits = apart<Hit>([...wordsIn(index.words, n.text), ...called]);
  const mentions = hits.flatMap((hit) => mentionsOf(index, n, hit, called));
  const of = (kind: EntityKind) => mentions.filter((mention) => mention.kind === kind);
  return {
    departments: of('department'),
    doctors: of('doctor'),
    offices: of('office'),
    prices: of('price'),
    hours: of('hours'),
    hospital: of('hospital'),
  };
}

function mentionsOf(
  index: EntityIndex,
  n: Normalised,
  { word, start, end }: Hit,
  called: readonly (Hit & { readonly candidates: readonly Candidate[] })[],
): readonly Mention[] {
  const place = { word, start, end, span: spanOf(n, start, end) };
  const person = called.find((one) => one.start === start && one.end === end);
  if (person !== undefined) return [{ kind: 'doctor', candidates: person.candidates, ...place }];
  return [...(index.words.meanings.get(word) ?? [])].map(([kind, candidates]) => ({ kind, candidates, ...place }));
}
