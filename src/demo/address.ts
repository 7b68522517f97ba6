import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { HuifangError } from '../domain/errors.ts';

function countryOf(region: string | undefined): CountryCode | undefined {
  return region !== undefined && isSupportedCountry(region) ? region : undefined;
}

/** E.164 of a number as people type it; throws BAD_REQUEST, without repeating the number. `region`: ISO country of national numbers. */
export function handsetAddress(typed: string, region: string | undefined): string {
  const country = countryOf(region);
  const parsed = parsePhoneNumberFromString(typed, country === undefined ? {} : { defaultCountry: country });
  if (parsed?.isPossible() === true && parsed.ext === undefined) return parsed.number;
  throw new HuifangError('BAD_REQUEST', [
    'address: not a telephone number — allowed: a number with its country code, such as +8613900001234',
  ]);
}
