/**
 * Emergency numbers follow the hospital's region, never the reader's language: 119 is the fire brigade in the mainland
 * and the ambulance in Taiwan. `OTHER` has none: the hospital must state both.
 */
export const REGIONS = {
  CN: { emergency: '120', crisis: '12356' },
  TW: { emergency: '119', crisis: '1925' },
  HK: { emergency: '999', crisis: '23892222' },
  US: { emergency: '911', crisis: '988' },
  OTHER: undefined,
} as const;

export type Region = keyof typeof REGIONS;

export const REGION_CODES = ['CN', 'TW', 'HK', 'US', 'OTHER'] as const satisfies readonly Region[];
