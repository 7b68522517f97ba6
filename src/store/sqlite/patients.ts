import type { ConversationRecord } from '../../domain/conversation.ts';
import type { FollowUpCancelReason, TurnCommit } from '../store.ts';
import type { Database } from './database.ts';
import { number } from './database.ts';

/** What turns and imports write about patients and their planned stays. */
export class PatientRows {
  private readonly sql;

  constructor(db: Database) {
    this.sql = prepareAll(db);
  }

  /** The marks of a turn, and the new state of its stay. */
  mark(turn: TurnCommit): void {
    const { stay, channel, address } = turn.record;
    if (stay === null) return;
    if (turn.followUp === 'planned')
      this.sql.putBack.run(turn.at, turn.keepsChannel === true ? null : channel, stay.stayId);
    else if (turn.followUp !== null) this.sql.setFollowUp.run(turn.followUp, stay.stayId);
    for (const mark of turn.patientMarks) {
      if (mark === 'readmitted') {
        this.sql.readmitted.run(stay.stayId);
        continue;
      }
      const patient = this.numberOf(stay.patientId, stay.patientName);
      if (mark === 'deceased') {
        this.deceased(patient, turn.at);
      } else {
        this.sql.addWrongNumber.run(patient, address, channel, turn.at);
        this.sql.cancelAddress.run(patient, address, channel);
      }
    }
  }

  /** Undoes what a closing at that instant wrote, and nothing that was known before it: what it cancelled is planned again. */
  takeBack({ stay, address, channel }: ConversationRecord, at: number): void {
    if (stay === null) return;
    const patient = this.numberOf(stay.patientId, stay.patientName);
    if (this.sql.revive.run(patient, at) > 0) this.sql.planAgain.run(patient, 'deceased');
    if (this.sql.rightNumber.run(patient, address, channel, at) > 0)
      this.sql.planAddressAgain.run(patient, address, channel);
  }

  /** True if the follow-up may not begin any more: the list brought a death or a readmission since it was found due. */
  isStale({ stay }: Pick<ConversationRecord, 'stay'>): boolean {
    if (stay === null) return false;
    return this.sql.notPlanned.get(stay.stayId) !== undefined || this.sql.isDead.get(stay.patientId) !== undefined;
  }

  /** Nothing of a patient who died stays planned. */
  deceased(patient: number, at: number): void {
    this.sql.setDeceased.run(at, patient);
    this.cancelPlanned(patient, 'deceased');
  }

  cancelPlanned(patient: number, reason: FollowUpCancelReason): void {
    this.sql.cancelPatient.run(reason, patient);
  }

  /** A conversation may concern a patient that no import has brought: remembered by id alone. */
  private numberOf(patientId: string, name: string): number {
    const row = this.sql.byId.get(patientId) ?? this.sql.addById.get(patientId, name);
    return number(row ?? [], 0);
  }
}

function prepareAll(db: Database) {
  return {
    byId: db.prepare('SELECT no FROM patients WHERE id = ?'),
    addById: db.prepare('INSERT INTO patients (id, name) VALUES (?, ?) RETURNING no'),
    notPlanned: db.prepare(
      `SELECT 1 FROM stays s JOIN patients p ON p.no = s.patient
       WHERE s.id = ? AND (s.follow_up <> 'planned' OR p.deceased_at IS NOT NULL)`,
    ),
    isDead: db.prepare('SELECT 1 FROM patients WHERE id = ? AND deceased_at IS NOT NULL'),
    setDeceased: db.prepare('UPDATE patients SET deceased_at = ifnull(deceased_at, ?) WHERE no = ?'),
    revive: db.prepare('UPDATE patients SET deceased_at = NULL WHERE no = ? AND deceased_at = ?'),
    planAgain: db.prepare(
      "UPDATE stays SET follow_up = 'planned', cancel_reason = NULL WHERE patient = ? AND follow_up = 'cancelled' AND cancel_reason = ?",
    ),
    rightNumber: db.prepare('DELETE FROM wrong_numbers WHERE patient = ? AND address = ? AND channel = ? AND at = ?'),
    planAddressAgain: db.prepare(
      `UPDATE stays SET follow_up = 'planned', cancel_reason = NULL
       WHERE patient = ? AND address = ? AND channel = ? AND follow_up = 'cancelled' AND cancel_reason = 'wrong_number'`,
    ),
    cancelPatient: db.prepare(
      "UPDATE stays SET follow_up = 'cancelled', cancel_reason = ? WHERE patient = ? AND follow_up = 'planned'",
    ),
    readmitted: db.prepare("UPDATE stays SET follow_up = 'cancelled', cancel_reason = 'readmitted' WHERE id = ?"),
    addWrongNumber: db.prepare('INSERT OR IGNORE INTO wrong_numbers VALUES (?, ?, ?, ?)'),
    cancelAddress: db.prepare(
      `UPDATE stays SET follow_up = 'cancelled', cancel_reason = 'wrong_number'
       WHERE patient = ? AND address = ? AND channel = ? AND follow_up = 'planned'`,
    ),
    // Only an open one: what the list took back meanwhile stays taken back.
    putBack: db.prepare(
      "UPDATE stays SET follow_up = 'planned', follow_up_at = ?, passed_over = ifnull(?, passed_over) WHERE id = ? AND follow_up = 'open'",
    ),
    setFollowUp: db.prepare(
      "UPDATE stays SET follow_up = ?1, cancel_reason = CASE ?1 WHEN 'open' THEN NULL ELSE cancel_reason END WHERE id = ?2",
    ),
  };
}
