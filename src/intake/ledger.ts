import type { DirectoryStore } from '../store/store.ts';
import type { NoteCode } from './codes.ts';
import { Column, HashIndex, hashPair } from './hash-index.ts';
import { isDamaged } from './name.ts';
import type { KnownOfRow, RowReading } from './row.types.ts';

/** What the store knows of one record number. */
export type StoredPatient =
  Awaited<ReturnType<DirectoryStore['findPatients']>> extends ReadonlyMap<string, infer T> ? T : never;

/** Facts about a patient, bits. */
const DECEASED = 1;
const SEVERAL_NAMES = 2;
const SEVERAL_STAYS = 4;
const REJECTED = 8;
const IMPORTED = 16;
const MINOR = 32;
const DAMAGED = 64;
/** Facts about a phone. */
const SHARED = 1;
const COUNTED = 2;

/** Where the latest imported stay of a patient is counted. */
const STANDINGS = ['none', 'within7', 'due', 'windowPassed'] as const;
export type Standing = (typeof STANDINGS)[number];

/** `20261118` of `2026-11-18`: sorts like the date. */
function dayNumber(date: string): number {
  return Number(date.replaceAll('-', ''));
}

/**
 * What one import remembers of all rows of a file: a survey of the whole file first, then what was imported so far.
 * Texts are not kept, so that a file of half a million rows needs about 50 MB.
 */
export class Ledger {
  readonly #patients = new HashIndex();
  readonly #facts = new Column();
  readonly #surveyedName = new Column();
  readonly #surveyedDay = new Column();
  readonly #name = new Column();
  readonly #latest = new Column();
  readonly #standing = new Column();
  readonly #stays = new HashIndex();
  readonly #phones = new HashIndex();
  readonly #phoneOwner = new Column();
  readonly #phoneFacts = new Column();
  readonly #deceased: string[] = [];

  /** Record numbers with a death, each once. */
  get deceased(): readonly string[] {
    return this.#deceased;
  }

  /** First pass: what a row tells about other rows. */
  survey(row: RowReading): void {
    if (row.recordNo === '') return;
    const patient = this.#patients.add(row.recordNo);
    if (row.disposition === 'deceased') {
      if (!this.#facts.has(patient, DECEASED)) this.#deceased.push(row.recordNo);
      this.#facts.mark(patient, DECEASED);
      return;
    }
    if (row.rejection !== null || row.disposition === 'transferred') return;
    const day = dayNumber(row.dischargedOn);
    const surveyed = this.#surveyedDay.get(patient);
    if (surveyed === 0) this.#surveyedDay.set(patient, day);
    else if (surveyed !== day) this.#facts.mark(patient, SEVERAL_STAYS);
    this.#surveyName(patient, row.name);
    const phone = this.#phones.add(row.phone);
    const owner = this.#phoneOwner.get(phone) - 1;
    if (owner < 0) this.#phoneOwner.set(phone, patient + 1);
    else if (owner !== patient) this.#phoneFacts.mark(phone, SHARED);
  }

  #surveyName(patient: number, name: string): void {
    if (isDamaged(name)) return;
    const [hash] = hashPair(name);
    const known = this.#surveyedName.get(patient);
    if (known === 0) this.#surveyedName.set(patient, hash);
    else if (known !== (hash | 0)) this.#facts.mark(patient, SEVERAL_NAMES);
  }

  /** Second pass: what is known about a row before it is decided. */
  known(row: RowReading, stored: StoredPatient | undefined): KnownOfRow {
    const patient = row.recordNo === '' ? -1 : this.#patients.find(row.recordNo);
    const facts = patient < 0 ? 0 : this.#facts.get(patient);
    return {
      deceased: (facts & DECEASED) !== 0 || stored?.deceased === true,
      conflict: this.#otherName(row, patient) || (stored !== undefined && differ(stored.name, row.name)),
      duplicate: this.#stays.find(stayKey(row)) >= 0 || stored?.dischargedOn.includes(row.dischargedOn) === true,
      notes: this.#notes(row, facts, stored),
    };
  }

  /** A row was rejected; a later one with the same record number corrects it. */
  rejected(row: RowReading): void {
    if (row.recordNo !== '') this.#facts.mark(this.#patients.add(row.recordNo), REJECTED);
  }

  /** True if a later stay of the same patient is known: this one is kept, but not followed up. */
  superseded(row: RowReading, stored: StoredPatient | undefined): boolean {
    const patient = this.#patients.find(row.recordNo);
    const later = patient >= 0 && this.#latest.get(patient) > dayNumber(row.dischargedOn);
    return later || stored?.dischargedOn.some((date) => date > row.dischargedOn) === true;
  }

  /** Records an imported stay; says what is new in it, and which standing of an earlier stay it replaces. */
  imported(
    row: RowReading,
    standing: Standing,
  ): { newPatient: boolean; newMinor: boolean; newPhone: boolean; replaced: Standing } {
    const patient = this.#keep(row);
    const newPatient = !this.#facts.has(patient, IMPORTED);
    const newMinor = row.minor && !this.#facts.has(patient, MINOR);
    this.#facts.mark(patient, row.minor ? IMPORTED | MINOR : IMPORTED);
    const phone = this.#phones.add(row.phone);
    const newPhone = !this.#phoneFacts.has(phone, COUNTED);
    this.#phoneFacts.mark(phone, COUNTED);
    const replaced = standing === 'none' ? 'none' : this.#stand(patient, standing);
    return { newPatient, newMinor, newPhone, replaced };
  }

  /** Records a stay that is kept without follow-up (a transfer); an earlier stay is not followed up any more. */
  keptOnly(row: RowReading): Standing {
    return this.#stand(this.#keep(row), 'none');
  }

  #stand(patient: number, standing: Standing): Standing {
    const replaced = STANDINGS[this.#standing.get(patient)] ?? 'none';
    this.#standing.set(patient, STANDINGS.indexOf(standing));
    return replaced;
  }

  #keep(row: RowReading): number {
    const patient = this.#patients.add(row.recordNo);
    this.#stays.add(stayKey(row));
    this.#name.set(patient, hashPair(row.name)[0]);
    if (isDamaged(row.name)) this.#facts.mark(patient, DAMAGED);
    this.#latest.set(patient, Math.max(this.#latest.get(patient), dayNumber(row.dischargedOn)));
    return patient;
  }

  #otherName(row: RowReading, patient: number): boolean {
    if (patient < 0 || this.#latest.get(patient) === 0) return false;
    if (this.#facts.has(patient, DAMAGED) || isDamaged(row.name)) return false;
    return this.#name.get(patient) !== (hashPair(row.name)[0] | 0);
  }

  #notes(row: RowReading, facts: number, stored: StoredPatient | undefined): readonly NoteCode[] {
    const notes: NoteCode[] = [];
    if ((facts & REJECTED) !== 0) notes.push('corrected');
    if ((facts & SEVERAL_STAYS) !== 0 || (stored?.dischargedOn.length ?? 0) > 0) notes.push('readmission');
    if ((facts & SEVERAL_NAMES) !== 0) notes.push('record_no_conflict');
    const phone = row.phone === '' ? -1 : this.#phones.find(row.phone);
    if (phone >= 0 && this.#phoneFacts.has(phone, SHARED)) notes.push('shared_phone');
    return notes;
  }
}

/** A name of which a character was lost may be the same as any other. */
function differ(one: string, other: string): boolean {
  return one !== '' && one !== other && !isDamaged(one) && !isDamaged(other);
}

function stayKey(row: RowReading): string {
  return `${row.recordNo}\n${row.dischargedOn}`;
}
