import { countSegments, type SegmentCount } from '../../../../../channels/segments.ts';
import type { Language } from '../../../../../domain/language.ts';
import { parsed, valueAt } from '../flows/json-text.ts';

/** Where the placeholders that every phrase knows come from. */
const FROM_SETTINGS = {
  hospital: (language: Language) => ['hospital', 'name', language],
  staffNo: () => ['hospital', 'staffNo'],
  mainPhone: () => ['hospital', 'phones', 'main'],
  verifyPhone: () => ['hospital', 'phones', 'verify'],
  complaintsPhone: () => ['hospital', 'phones', 'complaints'],
  hospitalEmergencyPhone: () => ['hospital', 'phones', 'emergency'],
} as const satisfies Record<string, (language: Language) => readonly string[]>;

function isKnown(name: string): name is keyof typeof FROM_SETTINGS {
  return Object.hasOwn(FROM_SETTINGS, name);
}

/** What a wording costs as a text message, with the hospital's own data in its placeholders; others count as they are written. */
export function segmentsOf(wording: string, settings: string, language: Language): SegmentCount {
  const json = wording.includes('{') ? parsed(settings) : null;
  const filled = wording.replace(/\{(\w+)\}/gu, (hole, name: string) => {
    const value = isKnown(name) ? valueAt(json, FROM_SETTINGS[name](language)) : undefined;
    return typeof value === 'string' ? value : hole;
  });
  return countSegments(filled);
}
