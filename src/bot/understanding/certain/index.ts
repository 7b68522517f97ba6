import { ACT, type Finding } from '../../../domain/finding.ts';
import type { RulesReading } from '../model/rules-reading.types.ts';
import { sameMatter } from '../taught/read-taught.ts';
import { readAllContent } from './all-content.ts';
import { readAnnounced } from './announced.ts';
import { readAskedRole } from './asked-role.ts';
import { readBareScore } from './bare-score.ts';
import type { Certain, ReadCertain } from './certain.types.ts';
import { readEnglishQuestion } from './english-question.ts';
import { readFalseCaller } from './false-caller.ts';
import { readGradeNoPraise } from './grade-no-praise.ts';
import { readInHospital } from './in-hospital.ts';
import { readInfantFever } from './infant-fever.ts';
import { readKin } from './kin.ts';
import { readMedicineTaken } from './medicine-taken.ts';
import { readNoMore } from './no-more.ts';
import { readNoReason } from './no-reason.ts';
import { readNoWish } from './no-wish.ts';
import { readOnlyDone } from './only-done.ts';
import { readOptOutBlame } from './opt-out-blame.ts';
import { readOwnTreatment } from './own-treatment.ts';
import { readPartingWords } from './parting-words.ts';
import { readPlainWish } from './plain-wish.ts';
import { readReportedQuestion } from './reported-question.ts';
import { readReworded } from './reworded.ts';
import { readSaidTwice } from './said-twice.ts';
import { readSameAs } from './same-as.ts';
import { readSlowService } from './slow-service.ts';
import { readStillSame } from './still-same.ts';
import { readToldEnough } from './told-enough.ts';
import { readTwoPeople } from './two-people.ts';
import { readWastedMoney } from './wasted-money.ts';
import { readWholeWard } from './whole-ward.ts';
import { readWishGround } from './wish-ground.ts';
import { readWrongdoing } from './wrongdoing.ts';

const READERS: readonly ReadCertain[] = [
  readReworded,
  readBareScore,
  readSameAs,
  readStillSame,
  readAllContent,
  readWholeWard,
  readReportedQuestion,
  readSlowService,
  readOnlyDone,
  readSaidTwice,
  readWrongdoing,
  readWastedMoney,
  readTwoPeople,
  readInHospital,
  readMedicineTaken,
  readPartingWords,
  readNoMore,
  readGradeNoPraise,
  readOptOutBlame,
  readPlainWish,
  readEnglishQuestion,
  readNoWish,
  readWishGround,
  readAskedRole,
  readAnnounced,
  readNoReason,
  readToldEnough,
  readKin,
  readFalseCaller,
  readOwnTreatment,
  readInfantFever,
];

/**
 * Puts right what rules and model together read wrong, where the words leave no doubt. The model is told what the rules see, so a
 * new rule among them would mean a new model and new thresholds; these readers come after it, and it stays as it is.
 */
export function withCertain(weighed: readonly Finding[], reading: RulesReading): readonly Finding[] {
  return READERS.reduce((found, read) => {
    const certain = read(reading, found);
    return certain === null ? found : merged(found, certain);
  }, weighed);
}

/** What was read as surely before stays as it was read. */
function merged(found: readonly Finding[], { adds, drops }: Certain): readonly Finding[] {
  const kept = found.filter((finding) => !drops(finding));
  const fresh = adds.filter((one) => !kept.some((other) => sameMatter(one, other) && other.confidence >= least(one)));
  return [...kept.filter((other) => !fresh.some((one) => sameMatter(one, other))), ...fresh];
}

/** A doubtful reading never takes the place of another. */
function least({ confidence }: Finding): number {
  return Math.min(confidence, ACT);
}
