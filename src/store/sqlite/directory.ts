import type { DirectoryStore, StaffRow, StayRow } from '../store.ts';
import type { Database } from './database.ts';
import { number, numberOrNull, text, textOrNull } from './database.ts';
import type { PatientRows } from './patients.ts';
import { reading } from './reading.ts';
import { decodeStay, encodeStay, STAY_COLUMNS } from './stays.ts';
import type { Writer } from './writer.ts';

/** The patient a stay belongs to, as stored. */
interface Patient {
  readonly no: number;
  readonly id: string;
  readonly deceased: boolean;
  readonly isNew: boolean;
}

/** The port's directory. */
export function directoryStore(db: Database, writer: Writer, patients: PatientRows): DirectoryStore {
  const rows = new DirectoryRows(db, patients);
  return {
    addStays: (stays) =>
      writer.run(() => ({ added: stays.reduce((count, stay) => count + Number(rows.add(stay)), 0) })),
    findPatients: (recordNos) => reading(() => rows.find(recordNos)),
    markDeceased: (recordNos, at) =>
      writer.run(() => {
        for (const recordNo of recordNos) rows.deceased(recordNo, at);
      }),
    staff: () => reading(() => rows.staff()),
    stay: (stayId) => reading(() => rows.stay(stayId)),
    staysOf: (channel, address) => reading(() => rows.staysOf(channel, address)),
  };
}

class DirectoryRows {
  private readonly sql;
  private readonly patients: PatientRows;

  constructor(db: Database, patients: PatientRows) {
    this.sql = prepareAll(db);
    this.patients = patients;
  }

  /** True if the stay is new. */
  add(stay: StayRow): boolean {
    const patient = this.patientOf(stay);
    const day = stay.facts.dischargedOn;
    if (!patient.isNew && this.sql.stay.get(patient.no, day) !== undefined) return false;
    let { followUp, cancelReason } = stay;
    if (!patient.isNew) {
      this.sql.supersede.run(patient.no, day);
      this.sql.withdrawEarlier.run(patient.no, day);
      if (followUp === 'planned' && patient.deceased) [followUp, cancelReason] = ['cancelled', 'deceased'];
      else if (followUp === 'planned' && this.sql.laterStay.get(patient.no, day) !== undefined) {
        [followUp, cancelReason] = ['cancelled', 'readmitted'];
      }
    }
    const { channel, address, followUpAt } = stay;
    const json = encodeStay(stay, patient.id);
    this.sql.addStay.run(
      stay.facts.stayId,
      patient.no,
      day,
      channel,
      address,
      followUp,
      followUpAt,
      cancelReason,
      json,
    );
    this.noteStaff(stay);
    return true;
  }

  staff(): readonly StaffRow[] {
    return this.sql.staff.all().map((row) => ({
      name: text(row, 0),
      role: text(row, 1) as StaffRow['role'],
      department: text(row, 2),
    }));
  }

  stay(stayId: string): StayRow | undefined {
    const row = this.sql.stayById.get(stayId);
    return row === undefined ? undefined : decodeStay(row);
  }

  staysOf(channel: string, address: string): readonly StayRow[] {
    return this.sql.staysOf.all(address, channel).map(decodeStay);
  }

  find(recordNos: readonly string[]): Awaited<ReturnType<DirectoryStore['findPatients']>> {
    const found = new Map<
      string,
      { patientId: string; name: string; deceased: boolean; dischargedOn: readonly string[] }
    >();
    for (const recordNo of recordNos) {
      const row = this.sql.patient.get(recordNo);
      if (row === undefined) continue;
      found.set(recordNo, {
        patientId: textOrNull(row, 1) ?? '',
        name: text(row, 2),
        deceased: numberOrNull(row, 3) !== null,
        dischargedOn: this.sql.days.all(number(row, 0)).map((day) => text(day, 0)),
      });
    }
    return found;
  }

  deceased(recordNo: string, at: number): void {
    const known = this.sql.patient.get(recordNo);
    const row = known ?? this.sql.rememberRecord.get(recordNo) ?? [];
    const isNews = known !== undefined && numberOrNull(known, 3) === null;
    if (isNews) this.sql.withdrawAll.run(number(row, 0));
    this.patients.deceased(number(row, 0), at);
  }

  private noteStaff({ facts }: StayRow): void {
    const { doctor, nurse, department } = facts;
    if (doctor !== undefined) this.sql.addStaff.run(doctor, 'doctor', department);
    if (nurse !== undefined) this.sql.addStaff.run(nurse, 'nurse', department);
  }

  private patientOf(stay: StayRow): Patient {
    const { patientId, patientName } = stay.facts;
    const row = this.sql.patient.get(stay.recordNo);
    if (row === undefined) return this.addPatient(stay);
    const no = number(row, 0);
    const id = textOrNull(row, 1);
    // Known so far only by a report of death: the import tells who it was.
    if (id === null) this.sql.namePatient.run(patientId, patientName, no);
    return { no, id: id ?? patientId, deceased: numberOrNull(row, 3) !== null, isNew: false };
  }

  private addPatient(stay: StayRow): Patient {
    const { patientId, patientName } = stay.facts;
    const known = this.sql.patientById.get(patientId);
    if (known !== undefined) {
      const no = number(known, 0);
      this.sql.numberPatient.run(stay.recordNo, no);
      return { no, id: patientId, deceased: numberOrNull(known, 1) !== null, isNew: false };
    }
    const added = this.sql.addPatient.get(patientId, stay.recordNo, patientName);
    return { no: number(added ?? [], 0), id: patientId, deceased: false, isNew: true };
  }
}

function prepareAll(db: Database) {
  return {
    stayById: db.prepare(`SELECT ${STAY_COLUMNS} FROM stays s WHERE s.id = ?`),
    staysOf: db.prepare(
      `SELECT ${STAY_COLUMNS} FROM stays s WHERE s.address = ? AND s.channel = ? ORDER BY s.discharged_on DESC, s.no DESC`,
    ),
    patient: db.prepare('SELECT no, id, name, deceased_at FROM patients WHERE record_no = ?'),
    patientById: db.prepare('SELECT no, deceased_at FROM patients WHERE id = ?'),
    addPatient: db.prepare('INSERT INTO patients (id, record_no, name) VALUES (?, ?, ?) RETURNING no'),
    namePatient: db.prepare('UPDATE patients SET id = ?, name = ? WHERE no = ?'),
    numberPatient: db.prepare('UPDATE patients SET record_no = ifnull(record_no, ?) WHERE no = ?'),
    rememberRecord: db.prepare("INSERT INTO patients (record_no, name) VALUES (?, '') RETURNING no"),
    days: db.prepare('SELECT discharged_on FROM stays WHERE patient = ? ORDER BY discharged_on'),
    stay: db.prepare('SELECT 1 FROM stays WHERE patient = ? AND discharged_on = ?'),
    laterStay: db.prepare('SELECT 1 FROM stays WHERE patient = ? AND discharged_on > ? LIMIT 1'),
    supersede: db.prepare(
      `UPDATE stays SET follow_up = 'cancelled', cancel_reason = 'readmitted'
       WHERE patient = ? AND discharged_on < ? AND follow_up = 'planned'`,
    ),
    withdrawEarlier: db.prepare(
      `UPDATE stays SET follow_up = 'withdrawing', cancel_reason = 'readmitted'
       WHERE patient = ? AND discharged_on < ? AND follow_up = 'open'`,
    ),
    withdrawAll: db.prepare(
      "UPDATE stays SET follow_up = 'withdrawing', cancel_reason = 'deceased' WHERE patient = ? AND follow_up = 'open'",
    ),
    addStay: db.prepare(
      `INSERT INTO stays (id, patient, discharged_on, channel, address, follow_up, follow_up_at, cancel_reason, stay)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ),
    addStaff: db.prepare('INSERT OR IGNORE INTO staff VALUES (?, ?, ?)'),
    staff: db.prepare('SELECT name, role, department FROM staff'),
  };
}
