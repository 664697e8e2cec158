import type { Candidate, Company, Evidence } from '../domain/judge-conflict.js';
import { searchText, shareOf, trigrams } from '../domain/matching.js';
import { CANDIDATE_SIMILARITY } from './find-candidates.js';
import { keyTexts, type MatchKeys } from './match-keys.js';

interface Written {
  readonly company: Company & { readonly id: string };
  readonly keys: ReadonlySet<string>;
  readonly looksLike: ReadonlySet<string>;
}

/** Finds among the leads of one batch what `findCandidates` finds among those that were written before. */
export function createBatchCandidates() {
  const written: Written[] = [];
  return {
    find(company: Company, keys: MatchKeys): Candidate[] {
      const texts = keyTexts(keys);
      const looksLike = trigrams(searchText(company));
      return written.flatMap((other) => {
        const evidence: Evidence[] = texts
          .filter((text) => other.keys.has(text))
          .map((text) => evidenceOf(text));
        if (shareOf(looksLike, other.looksLike) >= CANDIDATE_SIMILARITY) {
          evidence.push('RESEMBLANCE');
        }
        if (evidence.length === 0) return [];
        return [{ ...other.company, status: 'ACTIVE', evidence, buried: false }];
      });
    },
    add(id: string, company: Company, keys: MatchKeys): void {
      written.push({
        company: { ...companyOf(company), id },
        keys: new Set(keyTexts(keys)),
        looksLike: trigrams(searchText(company)),
      });
    },
  };
}

function companyOf({ companyName, city, country, postalCode }: Company): Company {
  return { companyName, city, country, postalCode };
}

function evidenceOf(keyText: string): Evidence {
  if (keyText.startsWith('email ')) return 'EMAIL';
  if (keyText.startsWith('phone ')) return 'PHONE';
  return keyText.startsWith('domain ') ? 'WEBSITE' : 'COMPANY';
}
