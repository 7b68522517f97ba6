import type { ConversationRecord } from '../../../domain/conversation.ts';
import type { StayFacts } from '../../../domain/patient.ts';
import { maskName } from '../../../registers/masking.ts';
import type { Sight } from '../../../store/store.ts';
import type { EarlierConversation, OtherPatient } from '../../wire/conversation.ts';
import type { ConversationDeps } from './deps.ts';

/** More than that nobody reads. */
const MOST = 20;

type Read = Pick<ConversationDeps, 'store'>;

/** Other talks about the same patient on this address, or with somebody who was not known either; the newest first. */
export async function earlierConversations(
  { store }: Read,
  record: ConversationRecord,
  sight: Sight,
): Promise<readonly EarlierConversation[]> {
  const all = await store.views.ofAddress(record.channel, record.address);
  const patient = record.stay?.patientId;
  const same = all.filter(({ id, stay }) => id !== record.id && stay?.patientId === patient).reverse();
  const shown: EarlierConversation[] = [];
  for (const one of same.slice(0, MOST)) {
    if (!(await store.desk.maySee(one.id, sight))) continue;
    const [last] = await store.views.linesAfter(one.id, one.lastSeq - 1);
    const { id, updatedAt, stay, state, outcome } = one;
    shown.push({ id, at: updatedAt, department: stay?.department ?? null, state, outcome, lastText: last?.text ?? '' });
  }
  return shown;
}

/** Patients whose number this is as well: a warning, never their words. */
export async function otherPatients(
  { store }: Read,
  { channel, address, stay }: ConversationRecord,
  sight: Sight,
): Promise<readonly OtherPatient[]> {
  const [stays, talks] = await Promise.all([
    store.directory.staysOf(channel, address),
    store.views.ofAddress(channel, address),
  ]);
  const conversations = new Map<string, string>();
  for (const talk of talks) if (talk.stay !== null) conversations.set(talk.stay.patientId, talk.id);
  const known = [
    ...stays.map(({ facts }) => facts),
    ...talks.flatMap((talk) => (talk.stay === null ? [] : [talk.stay])),
  ];
  const others = new Map<string, StayFacts>();
  for (const facts of known)
    if (facts.patientId !== stay?.patientId && !others.has(facts.patientId)) others.set(facts.patientId, facts);
  return Promise.all(
    [...others.values()].slice(0, MOST).map(async ({ patientId, patientName, department, dischargedOn }) => {
      const talk = conversations.get(patientId);
      const seen = talk !== undefined && (await store.desk.maySee(talk, sight));
      return { name: maskName(patientName), department, dischargedOn, conversationId: seen ? talk : null };
    }),
  );
}
