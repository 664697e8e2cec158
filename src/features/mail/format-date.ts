import type { Locale } from '../../domain/locales.js';

/** How dates are written in a language. */
const STYLES = {
  de: { tag: 'de-DE', afterDay: '.', afterTime: ' Uhr' },
  en: { tag: 'en-GB', afterDay: '', afterTime: '' },
} as const satisfies Record<Locale, object>;

/** `Dienstag, 3. März 2026` or `Tuesday, 3 March 2026`. */
export function formatDate(at: Date, locale: Locale, timeZone: string): string {
  const { weekday, day, month, year } = partsOf(at, locale, timeZone);
  return `${weekday}, ${day}${STYLES[locale].afterDay} ${month} ${year}`;
}

/** `Dienstag, 3. März 2026, 10:00 Uhr (MEZ)` or `Tuesday, 3 March 2026, 10:00 (CET)`. */
export function formatDateTime(at: Date, locale: Locale, timeZone: string): string {
  const { hour, minute, timeZoneName } = partsOf(at, locale, timeZone);
  return `${formatDate(at, locale, timeZone)}, ${hour}:${minute}${STYLES[locale].afterTime} (${timeZoneName})`;
}

type Parts = Partial<Record<Intl.DateTimeFormatPartTypes, string>>;

/** Put together by hand above, because what ICU puts between the parts changes with its version. */
function partsOf(at: Date, locale: Locale, timeZone: string): Parts {
  const format = new Intl.DateTimeFormat(STYLES[locale].tag, {
    timeZone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
  });
  return Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
}
