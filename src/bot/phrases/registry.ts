/**
 * Every phrase the bot can say, with the placeholders it must or may (`?`) hold and what it means. The words are in
 * flows.config.json, in each language. `question.<id>.ask` and `question.<id>.simpler` come from the configured questions.
 *
 * A reply is one message made of parts: at most two acknowledgements and one question. Kinds:
 * `message` stands alone · `ack` comes before a question or alone · `ask` ends a message.
 */
export interface PhraseSpec {
  readonly kind: 'message' | 'ack' | 'ask';
  readonly placeholders: readonly string[];
  readonly meaning: string;
}

const message = (meaning: string, ...placeholders: string[]): PhraseSpec => ({
  kind: 'message',
  placeholders,
  meaning,
});
const ack = (meaning: string, ...placeholders: string[]): PhraseSpec => ({ kind: 'ack', placeholders, meaning });
const ask = (meaning: string, ...placeholders: string[]): PhraseSpec => ({ kind: 'ask', placeholders, meaning });

export const PHRASES = {
  // The talk itself
  opening: message(
    'who we are, hospital, staff number; is this NAME or family; is now a good time; about 2 minutes',
    'hospital',
    'staffNo',
    'name',
  ),
  openingAgain: ask('again: is this NAME or family, and is now a good time?', 'name'),
  openingParent: message(
    'the opening where the patient is a minor: the same, and is this a parent of NAME?',
    'hospital',
    'staffNo',
    'name',
  ),
  openingParentAgain: ask('again: is this a parent of NAME, and is now a good time?', 'name'),
  reminder: ack('one friendly reminder that we wrote yesterday', 'hospital'),
  resume: ack('short greeting at the agreed time', 'hospital'),
  askWhen: ask('sorry to disturb; when would suit you?'),
  askWhenAgain: ask('no time understood; when would suit, e.g. tomorrow morning'),
  scheduled: message('confirms the time in words', 'time'),
  scheduledNextDay: message('no time given: we write again next day at the same hour', 'time'),
  thanksFamily: ack('thanks a relative or carer for answering'),
  wrongNumber: message('sorry, goodbye; no patient detail'),
  notReached: message('purpose of the call in one line, thanks', 'hospital'),
  backInHospital: message(
    'the patient is in hospital again: we wish well, ask nothing more now, and are glad of a word whenever they like; nothing of the stay',
  ),
  condolence: message('sorry for the loss; would you still be willing to answer a few questions?'),
  condolenceAck: ack('sorry for the loss (one line, before something else is said)'),
  askConsent: ask('after a death, asked again: would you be willing to answer a few questions?'),
  bereavedGoodbye: message('understanding, take care'),
  // Answers
  noted: ack('a short "good, noted" before the next question'),
  noOpinionNoted: ack('no opinion is fine'),
  askReason: ask('sorry to hear / thanks; what exactly could be better?', 'topic?'),
  askGrade: ask('which of the three grades is meant?', 'topic'),
  confirmGrade: ask('you mean GRADE for TOPIC, right?', 'grade', 'topic'),
  confirmDeceased: ask('soft neutral check of an unclear remark that may mean a death'),
  corrected: ack('corrected as you say'),
  // Opinions
  suggestionThanks: ack('thanks, will be passed on'),
  complaintRecorded: ack(
    'calms, sorry for what fell short, recorded in detail, passed on, the department gets in touch',
  ),
  complaintAdded: ack('sorry; added to what is recorded, passed on; the department gets in touch'),
  complaintAskFacts: ask('sorry; please tell what happened, when, where, who'),
  complaintStatus: ack('recorded; the department contacts you as soon as it has checked; no date'),
  beyondAuthority: message('sorry; cannot be settled here; recorded; the responsible department will contact you'),
  threatRecorded: message('calm; sorry; recorded in detail and reported at once'),
  praiseThanks: ack('thanks for the recognition, will be passed on'),
  // Talk about the talk
  apologyAccepted: ack('not at all, we understand'),
  modest: ack('it is what we should do'),
  whoWeAre: ack('staff of the hospital, working under staff number N', 'hospital', 'staffNo'),
  botIdentity: ack(
    'automatic follow-up service of the hospital, staff number N; people read along and 人工 brings one',
    'hospital',
    'staffNo',
  ),
  scamAnswer: ack(
    'who we are; verify by the published number; we never ask for money or codes',
    'hospital',
    'verifyPhone',
  ),
  notClear: ack('sorry, perhaps we were not clear'),
  misunderstood: ack('sorry, we got that wrong'),
  alreadySurveyed: ack('thanks; we would like to hear whether anything else could be improved'),
  unreadable: ack('sorry, could not read that; please write it again'),
  abuseCalm: ack('calm, no reproach'),
  offTopic: ack('one friendly line'),
  answer: ack('the answer of the knowledge base', 'answer'),
  willCheck: ack('will be checked with the department, somebody will call back'),
  // Endings
  declined: message('thanks, sorry to disturb'),
  optedOut: message('confirms once that nothing more is sent'),
  optedIn: message('welcome back; messages may come again', 'hospital'),
  closing: message('thanks'),
  closingPraise: message('thanks; praise is passed on'),
  closingComplaint: message('thanks; sorry; the complaint is passed on and the department gets in touch'),
  closingSuggestion: message('thanks; the suggestion is passed on'),
  closingBereaved: message('thanks; take care; no recovery wishes'),
  // What staff do
  backFromStaff: ack('a colleague was in touch; we go on with the question that was open'),
  complaintResult: message(
    'what came of the complaint numbered NUMBER: RESULT; is that settled? 1 yes, 2 no',
    'number',
    'result',
  ),
  settledThanks: message('thanks for telling us that it is settled'),
  unsettledNoted: ack('sorry that it is not; recorded; a colleague will get in touch'),
  // Handoffs
  humanSoon: message('a colleague takes over now, working hours HOURS', 'hours'),
  humanLater: message('outside working hours: a colleague takes over at TIME', 'time'),
  emergency: message(
    'automatic service, cannot judge: call 120 now or go to the nearest emergency department, do not wait here; a colleague is alerted',
    'emergencyPhone',
  ),
  emergencyCheck: message('in doubt: the same, and the question whether it is so now', 'emergencyPhone'),
  emergencyLater: message('a red flag while staff have the conversation', 'emergencyPhone'),
  selfHarm: message(
    'you matter; helpline and emergency number; a colleague is alerted',
    'crisisPhone',
    'emergencyPhone',
  ),
  selfHarmCheck: message(
    'gentle question whether they think of harming themselves, with both numbers',
    'crisisPhone',
    'emergencyPhone',
  ),
  medicalQuestion: message(
    'cannot judge by text; recorded; the ward or a specialist will contact you; if it gets worse, come in',
  ),
  abuseHandoff: message('calm; a colleague will contact you'),
  notUnderstood: message('sorry; a colleague will read this and contact you'),
  // People we do not know
  unknownContact: message(
    'the hospital, how we can help, the phone number; nothing about any patient',
    'hospital',
    'mainPhone',
  ),
  // Consultation (handbook section 4)
  suggestDepartment: ask('a trouble: this department sees to it; no diagnosis; shall we book?', 'department'),
  suggestDepartments: ask(
    'a trouble: this department first, others possible; no diagnosis; shall we book?',
    'department',
    'others',
  ),
  suggestDirectly: message('a trouble: go directly to this department, no appointment needed', 'department'),
  askDescribe: ask('a trouble that fits no department surely: what is it, how long, how old is the patient?'),
  offerAgain: ask('shall we book an appointment with that department?', 'department'),
  appointmentStatus: message(
    'the request as it is with the desk; how to change or cancel it',
    'place',
    'day',
    'name',
    'phone',
  ),
  offerDeclined: message('no appointment wanted: fine; ask again any time'),
  askAgainOrPerson: message('sorry, not clear; ask in other words, or 人工 brings a person'),
  helpAgain: message('how we can help: hours, departments, doctors, prices, appointments'),
  chooseEntry: ask('which of these is meant? numbered choices', 'choices'),
  chooseDepartment: ask('which of these departments is meant? numbered choices', 'choices'),
  chooseDoctor: ask('which of these doctors is meant? numbered choices', 'choices'),
  whichDepartment: ask('which department is asked about?'),
  whichDoctor: ask('which doctor is asked about?'),
  whichItem: ask('which examination or service is asked about?'),
  whichMatter: ask('what is it about? e.g. admission, an examination, copies of records'),
  askPlace: ask('which department or doctor for the appointment? a trouble will do'),
  askDay: ask('which day? the next open days of the place', 'place', 'days'),
  dayClosed: ask(
    'closed on that day; open days; the emergency department for what cannot wait',
    'day',
    'place',
    'days',
  ),
  dayHoliday: ask(
    'a public holiday: only duty departments are open, announced beforehand; open days around it',
    'day',
    'place',
    'days',
  ),
  dayPast: ask('that day is over; open days', 'day', 'place', 'days'),
  dayFar: ask('too far ahead; open days', 'place', 'days'),
  dayPick: ask('which of these open days?', 'place', 'days'),
  noOpenDay: ask('no open session of this place is known; another one, or the booking phone', 'place'),
  notBookable: ask('this place takes no appointments; which other one?', 'place'),
  askName: ask('name of the person to be seen?'),
  askPhone: ask('a phone number, so that the desk can confirm'),
  phoneBroken: ask('the number looks incomplete; please once more'),
  confirmAppointment: ask('the whole appointment; is it right?', 'place', 'day', 'name', 'phone'),
  confirmChange: ask('the changed appointment; is it right?', 'place', 'day', 'name', 'phone'),
  confirmAgain: ask('is the appointment above right?'),
  askWhatToChange: ask('what shall be changed?'),
  appointmentNoted: message(
    'the request is with the appointment desk, which will call to confirm; can be changed or cancelled here',
  ),
  appointmentChanged: message('the change is with the appointment desk, which will call to confirm'),
  appointmentCancelled: message('the request is cancelled; which one it was', 'place', 'day', 'name', 'phone?'),
  changeDropped: message('nothing changed; the appointment stays as it was'),
  whichAppointment: ask('several requests are open: which one, by department?'),
  bookingDropped: message('no appointment made; come back any time'),
  nothingBooked: message('no request of theirs is known here; where one calls'),
  willCheckAskNumber: ask('will be checked with the department; a phone number to call back?'),
  willCheckThisNumber: ask('will be checked; may we call this number? 行 will do, or another number', 'phone'),
  callbackNoted: message('a colleague will call this number once it is checked', 'phone'),
  // What staff have settled; sent as a message of theirs
  appointmentConfirmed: message('the desk has booked it: where, when, for whom', 'hospital', 'place', 'time', 'name'),
  appointmentMoved: message(
    'not at that time; this one is free; somebody will call about it',
    'hospital',
    'place',
    'time',
  ),
  appointmentRefused: message('could not be booked, and why; how to get another one', 'hospital', 'place', 'reason'),
  callbackDone: message('what was to be checked, and what came of it', 'hospital', 'found'),
  callbackMissed: message('we called and nobody was there; we call again', 'hospital'),
  noNumber: message('no number: fine; the phone of the hospital'),
  askNumberForStaff: ask('a phone number, so that the colleague can reach them'),
  // Messengers tied by the link of the discharge papers
  enrolled: message('the chat is tied; the hospital writes here from now on; nobody is named', 'hospital'),
  enrolmentInvalid: message('the link was used or is too old; how to get another; the phone number', 'mainPhone'),
} as const satisfies Record<string, PhraseSpec>;

export type PhraseKey = keyof typeof PHRASES;
