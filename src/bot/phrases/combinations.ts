import type { PhraseKey } from './registry.ts';

/**
 * Acknowledgements in the order in which a message opens with them (src/flows/shared/acks.ts). One message holds at most
 * two, from different groups; a question or another ending may follow.
 */
const ACK_GROUPS: readonly (readonly PhraseKey[])[] = [
  ['condolenceAck', 'notClear', 'unreadable'],
  ['misunderstood', 'corrected'],
  ['thanksFamily'],
  ['backFromStaff', 'unsettledNoted'],
  ['willCheck', 'answer'],
  ['complaintRecorded', 'complaintAdded'],
  ['praiseThanks'],
  ['suggestionThanks'],
  ['scamAnswer', 'botIdentity', 'whoWeAre'],
  ['complaintStatus'],
  ['alreadySurveyed'],
  ['abuseCalm'],
  ['apologyAccepted'],
];

/** Of a consultation: each fits by itself; beside an acknowledgement it may be a third segment. */
const CONSULTATION: readonly PhraseKey[] = [
  'suggestDepartment',
  'suggestDepartments',
  'suggestDirectly',
  'askDescribe',
  'offerDeclined',
  'offerAgain',
  'appointmentStatus',
  'askAgainOrPerson',
  'helpAgain',
  'chooseEntry',
  'chooseDepartment',
  'chooseDoctor',
  'whichDepartment',
  'whichDoctor',
  'whichItem',
  'whichMatter',
  'askPlace',
  'askDay',
  'dayClosed',
  'dayHoliday',
  'dayPast',
  'dayFar',
  'dayPick',
  'noOpenDay',
  'notBookable',
  'askName',
  'askPhone',
  'phoneBroken',
  'confirmAppointment',
  'confirmChange',
  'confirmAgain',
  'askWhatToChange',
  'appointmentNoted',
  'appointmentChanged',
  'appointmentCancelled',
  'bookingDropped',
  'changeDropped',
  'whichAppointment',
  'nothingBooked',
  'willCheckAskNumber',
  'willCheckThisNumber',
  'callbackNoted',
  'appointmentConfirmed',
  'appointmentMoved',
  'appointmentRefused',
  'callbackDone',
  'callbackMissed',
  'noNumber',
  'askNumberForStaff',
];

/** Messages and questions that never follow an acknowledgement, or fit beside one only by themselves: first words, goodbyes to strangers, safety texts. */
export const STANDS_ALONE: readonly PhraseKey[] = [
  'opening',
  'openingParent',
  'optedIn',
  'unknownContact',
  'enrolled',
  'enrolmentInvalid',
  'complaintResult',
  'settledThanks',
  'emergency',
  'emergencyCheck',
  'emergencyLater',
  'selfHarm',
  'selfHarmCheck',
  ...CONSULTATION,
];

/** Never beside another acknowledgement. */
const MEETS_NONE: readonly PhraseKey[] = ['unsettledNoted'];

/**
 * Long ones: where another acknowledgement beside them bursts the message, `render` leaves the weaker of the two out. An
 * answer of the knowledge base has no limit here.
 */
const MAKE_ROOM: readonly PhraseKey[] = ['scamAnswer', 'botIdentity', 'answer'];

/** Every pair of acknowledgements that one message can open with and that must fit whatever follows. */
export function meetingAcks(): readonly (readonly [PhraseKey, PhraseKey])[] {
  const groups = ACK_GROUPS.map((group) => group.filter((key) => ![...MAKE_ROOM, ...MEETS_NONE].includes(key)));
  return groups.flatMap((group, index) => {
    const later = groups.slice(index + 1).flat();
    return group.flatMap((first) => later.map((second) => [first, second] as const));
  });
}
