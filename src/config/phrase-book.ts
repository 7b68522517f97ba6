import type { InLanguages, PhraseBook } from '../bot/phrases/book.ts';
import { REGIONS } from './regions.ts';
import type { HospitalConfig } from './schema.ts';
import { staffHoursInWords } from './staff-hours-words.ts';

const everywhere = (text: string): InLanguages => ({ 'zh-CN': text, 'zh-TW': text, en: text });

/** The wordings of a checked configuration, ready for rendering. */
export function phraseBook(config: HospitalConfig): PhraseBook {
  const { hospital, followup } = config;
  const region = REGIONS[hospital.region];
  return {
    phrases: config.phrases,
    questions: followup.questions,
    grades: followup.grades,
    nameStyle: followup.nameShown,
    hospital: {
      hospital: hospital.name,
      staffNo: everywhere(hospital.staffNo),
      hours: {
        'zh-CN': staffHoursInWords(config.staffHours, 'zh-CN'),
        'zh-TW': staffHoursInWords(config.staffHours, 'zh-TW'),
        en: staffHoursInWords(config.staffHours, 'en'),
      },
      mainPhone: everywhere(hospital.phones.main),
      verifyPhone: everywhere(hospital.phones.verify),
      complaintsPhone: everywhere(hospital.phones.complaints),
      hospitalEmergencyPhone: everywhere(hospital.phones.emergency),
      // The schema asks for both where the region has none.
      emergencyPhone: everywhere(hospital.emergencyPhone ?? region?.emergency ?? ''),
      crisisPhone: everywhere(hospital.crisisPhone ?? region?.crisis ?? ''),
    },
  };
}
