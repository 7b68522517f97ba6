import type { CampaignStore, DueFollowUp, EnrolledContact } from '../store.ts';
import type { Database } from './database.ts';
import { number, numberOrNull, text, textOrNull } from './database.ts';
import { reading } from './reading.ts';
import { asChannel, CONTACT_COLUMNS, decodeContact } from './rows.ts';
import { decodeStay, flag, STAY_COLUMNS } from './stays.ts';
import type { Writer } from './writer.ts';

/** Columns that stand after STAY_COLUMNS in the list of what is due. */
const DECEASED = 7;
const WRONG_NUMBER = 8;
const BUSY = 9;
const CONTACT = 10;
const PATIENT = 17;
const PASSED_OVER = 18;
/** Where the contact begins in a row of an enrolled messenger. */
const ENROLLED_CONTACT = 4;

/** A value inside a conversation's record; a damaged record has none, and does not stop the others. */
function inRecord(path: string): string {
  return `CASE WHEN json_valid(c.record) THEN c.record ->> '$.${path}' END`;
}

/** A follow-up or a person of the staff has the contact whose conversation is `c`. */
const IS_BUSY = `c.state IS NOT NULL AND (c.state = 'with_staff' OR c.state <> 'closed' AND ifnull(${inRecord('flow')}, '') NOT IN ('consultation', 'inquiry'))`;
const CONTACT_OF = CONTACT_COLUMNS.split(', ')
  .map((column) => `k.${column}`)
  .join(', ');

/** The messengers tied to a patient, the newest first. */
function enrolledOf(db: Database): (patient: number, passedOver: string | null) => readonly EnrolledContact[] {
  const all = db.prepare(`
    SELECT e.channel, e.address, ${IS_BUSY},
      EXISTS (SELECT 1 FROM wrong_numbers w WHERE w.patient = e.patient AND w.address = e.address AND w.channel = e.channel),
      ${CONTACT_OF}
    FROM enrolments e LEFT JOIN contacts k ON k.address = e.address AND k.channel = e.channel
    LEFT JOIN conversations c ON c.id = k.conversation_id
    WHERE e.patient = ? ORDER BY e.at DESC, e.channel, e.address`);
  return (patient, passedOver) =>
    all.all(patient).map((row) => ({
      channel: asChannel(text(row, 0)),
      address: text(row, 1),
      busy: flag(row, 2),
      usable: !flag(row, 3) && text(row, 0) !== passedOver,
      contact: row[ENROLLED_CONTACT] === null ? null : decodeContact(row, ENROLLED_CONTACT),
    }));
}

/** The port's campaign. */
export function campaignStore(db: Database, writer: Writer): CampaignStore {
  const enrolled = enrolledOf(db);
  const due = db.prepare(`
    SELECT ${STAY_COLUMNS}, p.deceased_at IS NOT NULL,
      EXISTS (SELECT 1 FROM wrong_numbers w WHERE w.patient = s.patient AND w.address = s.address AND w.channel = s.channel),
      ${IS_BUSY}, ${CONTACT_OF}, s.patient, s.passed_over
    FROM stays s JOIN patients p ON p.no = s.patient
    LEFT JOIN contacts k ON k.address = s.address AND k.channel = s.channel
    LEFT JOIN conversations c ON c.id = k.conversation_id
    WHERE s.follow_up = 'planned' AND s.follow_up_at <= ? ORDER BY s.follow_up_at, s.no LIMIT ?`);
  const next = db.prepare("SELECT min(follow_up_at) FROM stays WHERE follow_up = 'planned'");
  const postpone = db.prepare("UPDATE stays SET follow_up_at = ? WHERE id = ? AND follow_up = 'planned'");
  const cancel = db.prepare(
    "UPDATE stays SET follow_up = 'cancelled', cancel_reason = ? WHERE id = ? AND follow_up = 'planned'",
  );
  const withdrawing = db.prepare(`
    SELECT c.id, s.cancel_reason, c.no FROM stays s
    JOIN conversations c ON c.address = s.address AND c.channel = s.channel AND ${inRecord('stay.stayId')} = s.id
    WHERE s.follow_up = 'withdrawing'
    UNION ALL
    SELECT c.id, s.cancel_reason, c.no FROM stays s JOIN enrolments e ON e.patient = s.patient AND e.channel IS NOT s.passed_over
    JOIN conversations c ON c.address = e.address AND c.channel = e.channel AND ${inRecord('stay.stayId')} = s.id
    WHERE s.follow_up = 'withdrawing' ORDER BY 3 LIMIT ?`);
  const gauges = db.prepare("SELECT name, count FROM gauges WHERE name LIKE 'followUp.%' AND count > 0 ORDER BY name");
  return {
    due: (now, limit) =>
      reading(() =>
        due.all(now, limit).map(
          (row): DueFollowUp => ({
            stay: decodeStay(row),
            contact: row[CONTACT] === null ? null : decodeContact(row, CONTACT),
            contactBusy: flag(row, BUSY),
            patientDeceased: flag(row, DECEASED),
            wrongNumber: flag(row, WRONG_NUMBER),
            enrolled: enrolled(number(row, PATIENT), textOrNull(row, PASSED_OVER)),
          }),
        ),
      ),
    nextDue: () => reading(() => numberOrNull(next.get() ?? [null], 0) ?? undefined),
    postpone: (stayId, until) =>
      writer.run(() => {
        postpone.run(until, stayId);
      }),
    cancel: (stayId, reason) =>
      writer.run(() => {
        cancel.run(reason, stayId);
      }),
    toWithdraw: (limit) =>
      reading(() =>
        withdrawing.all(limit).map((row) => ({
          conversationId: text(row, 0),
          why: text(row, 1) === 'deceased' ? ('deceased' as const) : ('readmitted' as const),
        })),
      ),
    counts: () =>
      reading(() =>
        Object.fromEntries(gauges.all().map((row) => [text(row, 0).slice('followUp.'.length), number(row, 1)])),
      ),
  };
}
