import { foldText, foldUmlauts } from './fold.js';

/** Words that are written short, and long; both are found by either. */
const SHORT_WORDS: Readonly<Record<string, string>> = { st: 'sankt', str: 'strasse' };

/**
 * The text that searches for a lead run on: folded, umlauts written out or left out, short words written out. Stored; a
 * change of it needs a new {@link MATCHING_VERSION}.
 */
export function searchText(lead: { companyName: string; city: string }): string {
  return foldedWords(`${lead.companyName} ${lead.city}`)
    .map((word) => SHORT_WORDS[word] ?? word)
    .join(' ');
}

/**
 * The words of a query, each as the texts one of which {@link searchText} contains; free of LIKE wildcards. A short word
 * may also be the beginning of another one that is still being typed.
 */
export function searchWords(query: string): string[][] {
  return [...new Set(foldedWords(query))].map((word) => {
    const long = SHORT_WORDS[word];
    return long === undefined ? [word] : [word, long];
  });
}

function foldedWords(text: string): string[] {
  return foldText(text).split(' ').filter(Boolean).map(foldUmlauts);
}
