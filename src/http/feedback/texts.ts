import { type Locale, localeOf } from '../../domain/locales.js';
import { wantedLocale } from '../accept-language.js';
export const TEXTS = {
  de: {
    title: 'Wie war unser Muster?',
    lead: 'Ein paar Worte genügen. Was Sie nicht probiert haben, lassen Sie offen.',
    outcome: 'Wie hat es Ihnen gefallen?',
    outcomes: { SUCCESS: 'Gut', MIXED: 'Teils, teils', FAIL: 'Nicht gut' },
    rating: 'Wie viele Sterne geben Sie?',
    ratingHint: '1 Stern: nicht gut, 5 Sterne: sehr gut',
    stars: { one: '1 Stern', many: 'Sterne' },
    none: 'Ohne',
    comment: 'Was sollen wir wissen?',
    name: 'Ihr Name (freiwillig)',
    send: 'Absenden',
    nothingChosen: 'Bitte sagen Sie uns zu mindestens einem Produkt, wie es Ihnen gefallen hat.',
    notTaken: 'Das hat nicht geklappt. Bitte kürzen Sie Ihre Texte und senden Sie noch einmal.',
    asks: 'Es fragt',
    imprint: 'Impressum',
    privacy: 'Datenschutz',
    thanksTitle: 'Vielen Dank!',
    thanks: 'Ihre Rückmeldung ist bei uns angekommen. Sie können diese Seite schließen.',
    unknownTitle: 'Dieser Link gilt nicht',
    unknown:
      'Vielleicht wurde er schon benutzt, ist abgelaufen oder nicht vollständig. Bitte wenden Sie sich an Ihren Ansprechpartner.',
    awayTitle: 'Im Moment nicht erreichbar',
    away: 'Bitte versuchen Sie es in einer Minute noch einmal.',
    failedTitle: 'Das hat nicht geklappt',
    kept: 'Was Sie geschrieben haben, ist auf dieser Seite aufgehoben. Mit der Taste senden Sie es noch einmal.',
    sendAgain: 'Noch einmal senden',
    tooManyTitle: 'Bitte einen Moment',
    tooMany: 'Von hier kamen zu viele Anfragen. Bitte versuchen Sie es in ein paar Minuten wieder.',
  },
  en: {
    title: 'How was our sample?',
    lead: 'A few words are enough. Leave open what you have not tried.',
    outcome: 'How did you like it?',
    outcomes: { SUCCESS: 'Good', MIXED: 'So-so', FAIL: 'Not good' },
    rating: 'How many stars do you give?',
    ratingHint: '1 star: not good, 5 stars: very good',
    stars: { one: '1 star', many: 'stars' },
    none: 'None',
    comment: 'What should we know?',
    name: 'Your name (optional)',
    send: 'Send',
    nothingChosen: 'Please tell us of one product at least how you liked it.',
    notTaken: 'That did not work. Please shorten your texts and send again.',
    asks: 'Asked by',
    imprint: 'Imprint',
    privacy: 'Privacy',
    thanksTitle: 'Thank you!',
    thanks: 'We have received your feedback. You can close this page.',
    unknownTitle: 'This link is not valid',
    unknown:
      'Perhaps it was used already, has expired or is incomplete. Please turn to the person who sent it.',
    awayTitle: 'Not available at the moment',
    away: 'Please try again in a minute.',
    failedTitle: 'That did not work',
    kept: 'What you wrote is kept on this page. The button sends it again.',
    sendAgain: 'Send again',
    tooManyTitle: 'One moment, please',
    tooMany: 'Too many requests came from here. Please try again in a few minutes.',
  },
} as const satisfies Record<Locale, object>;

/** The language that a browser asks for first, of those there are; German if it asks for neither. */
export function languageOf(acceptLanguage: string | null): Locale {
  return localeOf(wantedLocale(acceptLanguage));
}
