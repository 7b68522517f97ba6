import { hashEnrolmentToken, newEnrolmentToken } from '../bot/turn/enrolment-token.ts';
import { DAY } from '../domain/clock.ts';
import type { EnrolmentsIssued, EnrolmentWish } from '../server/internal.ts';
import type { Store } from '../store/store.ts';

/** How long a link of the discharge papers is good: twice the window of the follow-up. */
const LIFE = 60 * DAY;

/** Makes one-time tokens for patients. They leave in the answer and nowhere else; the store keeps their hashes. */
export async function issueEnrolments(
  store: Pick<Store, 'enrolments'>,
  { records, who }: EnrolmentWish,
  now: number,
): Promise<EnrolmentsIssued> {
  const wanted = records === 'planned' ? await store.enrolments.awaiting() : [...new Set(records)];
  const expiresAt = now + LIFE;
  const made = wanted.map((recordNo) => ({ recordNo, token: newEnrolmentToken(), expiresAt }));
  const rows = made.map(({ recordNo, token }) => ({
    recordNo,
    hash: hashEnrolmentToken(token),
    createdAt: now,
    expiresAt,
  }));
  const subject = records === 'planned' ? `planned: ${String(wanted.length)}` : wanted.join(' ');
  const issued = new Set(await store.enrolments.issue(rows, { who, what: 'enrolment.issue', subject }));
  return {
    issued: made.filter(({ recordNo }) => issued.has(recordNo)),
    unknown: wanted.filter((recordNo) => !issued.has(recordNo)),
  };
}
