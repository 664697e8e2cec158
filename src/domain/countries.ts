import { isSupportedCountry } from 'libphonenumber-js/min';

/** Whether two capital letters are the code of a country or a territory with telephones: ISO 3166 alpha-2. */
export function isCountry(code: string): boolean {
  return isSupportedCountry(code);
}
