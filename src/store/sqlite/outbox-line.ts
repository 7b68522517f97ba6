import { messageId } from '../../domain/message.ts';
import type { OutboxLine } from '../store.ts';
import type { Row } from './database.ts';
import { number, numberOrNull, text, textOrNull } from './database.ts';
import { asChannel, parseJson } from './rows.ts';

/** Column `phase` of the outbox. */
export const Phase = { urgent: 0, pending: 1, sending: 2, uncertain: 3 } as const;

/** Column `proactive` of the outbox. A pause holds `yes` alone; all else that is proactive holds for both. */
export const Proactive = { no: 0, yes: 1, repeatOfAnswer: 2 } as const;

/**
 * Somebody of the patient's contacts opted out: by SMS it holds for the messenger too, and the other way round. Asked for what we begin
 * ourselves only; who writes to us is answered where they write.
 */
const optedOutAt = (
  addresses: string,
): string => `(SELECT n.opted_out_at FROM patients p JOIN ${addresses} a ON a.patient = p.no
    JOIN contacts n ON n.address = a.address AND n.channel = a.channel AND n.opted_out_at IS NOT NULL
    WHERE p.id = c.record ->> '$.stay.patientId' LIMIT 1)`;
const PERSON_OPTED_OUT = `CASE WHEN o.proactive <> 0 AND json_valid(c.record)
    THEN ifnull(${optedOutAt('stays')}, ${optedOutAt('enrolments')}) END`;

/** One outbox line with all a worker needs, by conversation number and seq. */
export const LINE_COLUMNS = `
  SELECT c.id, o.seq, c.channel, c.address, m.text, m.options, o.urgent, o.proactive, o.confirms_opt_out, o.not_before,
    o.expires_at, o.fence, c.fence, ifnull(k.opted_out_at, ${PERSON_OPTED_OUT}), o.attempts, o.first_tried_at, m.provider_id, m.at, m.author, c.last_seq
  FROM outbox o JOIN conversations c ON c.no = o.conversation JOIN messages m ON m.no = o.message
  LEFT JOIN contacts k ON k.address = c.address AND k.channel = c.channel
  WHERE o.conversation = ? AND o.seq = ?`;

/** Reads LINE_COLUMNS. */
export function decodeLine(row: Row): OutboxLine {
  const conversationId = text(row, 0);
  const seq = number(row, 1);
  return {
    id: messageId(conversationId, seq),
    conversationId,
    seq,
    channel: asChannel(text(row, 2)),
    address: text(row, 3),
    text: text(row, 4),
    options: parseJson(textOrNull(row, 5) ?? '[]', conversationId) as readonly string[],
    mark: {
      urgent: number(row, 6) === 1,
      proactive: number(row, 7) !== Proactive.no,
      ...(number(row, 7) === Proactive.repeatOfAnswer ? { repeatsAnswer: true as const } : {}),
      confirmsOptOut: number(row, 8) === 1,
      notBefore: number(row, 9),
      expiresAt: number(row, 10),
    },
    fence: number(row, 11),
    currentFence: number(row, 12),
    optedOut: numberOrNull(row, 13) !== null,
    attempts: number(row, 14),
    firstTriedAt: numberOrNull(row, 15),
    providerId: textOrNull(row, 16),
    createdAt: number(row, 17),
    byStaff: text(row, 18) === 'staff',
    overtaken: number(row, 19) > seq,
  };
}
