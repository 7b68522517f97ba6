import { planFollowUp } from '../bot/campaign/plan.ts';
import type { SendingHours } from '../domain/hours.ts';
import type { StayFacts } from '../domain/patient.ts';
import type { ChannelId } from '../domain/vocabulary.ts';
import type { FollowUpCancelReason, FollowUpState, StayRow } from '../store/store.ts';
import { type NoteCode, STAFF_FLAGS } from './codes.ts';
import { toE164 } from './phone.ts';
import type { RowReading } from './row.types.ts';

/** When and through what the hospital follows up. */
export interface FollowUpSettings {
  /** IANA zone of the hospital. */
  readonly zone: string;
  readonly sendingHours: SendingHours;
  readonly delayDays: number;
  readonly windowDays: number;
  /** Channel of the imported mobile numbers. */
  readonly channel: ChannelId;
}

interface StayParts {
  readonly row: RowReading;
  readonly stayId: string;
  readonly patientId: string;
  readonly notes: readonly NoteCode[];
  readonly now: number;
  /** Why there is no follow-up, as far as the file tells. */
  readonly cancelled: FollowUpCancelReason | null;
}

function factsOf({ row, stayId, patientId }: StayParts): StayFacts {
  return {
    stayId,
    patientId,
    patientName: row.name,
    gender: row.gender,
    ...(row.ageYears === undefined ? {} : { ageYears: row.ageYears }),
    department: row.department,
    ...(row.ward === '' ? {} : { ward: row.ward }),
    ...(row.doctor === '' ? {} : { doctor: row.doctor }),
    ...(row.nurse === '' ? {} : { nurse: row.nurse }),
    dischargedOn: row.dischargedOn,
    minor: row.minor,
  };
}

/** The stay as it is stored, with its follow-up planned unless something speaks against it. */
export function stayOf(parts: StayParts, settings: FollowUpSettings): StayRow {
  const { row, stayId, now } = parts;
  const plan = planFollowUp({ ...settings, dischargedOn: row.dischargedOn, importedAt: now, stayId });
  const cancelReason = parts.cancelled ?? (plan.windowPassed ? 'window_passed' : null);
  const followUp: FollowUpState = cancelReason === null ? 'planned' : 'cancelled';
  return {
    facts: factsOf(parts),
    recordNo: row.recordNo,
    admittedOn: row.admittedOn,
    disposition: row.dispositionText,
    channel: settings.channel,
    address: row.phone === '' ? '' : toE164(row.phone),
    secondPhone: row.secondPhone === null ? null : toE164(row.secondPhone),
    relation: row.relation,
    flags: parts.notes.filter((note) => STAFF_FLAGS.includes(note)),
    followUpAt: followUp === 'planned' && !plan.windowPassed ? plan.followUpAt : null,
    followUp,
    cancelReason,
    windowEnd: plan.windowEnd,
  };
}
