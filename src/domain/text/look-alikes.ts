/** Latin letters, each followed by letters of other scripts that look like it in lower or upper case. */
const LIKE_LATIN = [
  'aаαɑ',
  'bвβ',
  'cсϲ',
  'dԁ',
  'eеε',
  'gɡց',
  'hнһηհ',
  'iіιɩ',
  'jјϳȷ',
  'kкκ',
  'lӏ',
  'mмμ',
  'nνոп',
  'oоοօ',
  'pрρ',
  'qԛզ',
  'sѕ',
  'tтτ',
  'uսυ',
  'vѵ',
  'wԝ',
  'xхχ',
  'yуүγ',
  'zζ',
] as const;

/**
 * Which Latin letter a letter of another script is read as. A letter has one entry whatever its case, so that a word
 * of that script still folds alike in lower and upper case.
 */
export const LOOK_ALIKES: ReadonlyMap<string, string> = new Map([
  ...LIKE_LATIN.flatMap(([latin = '', ...others]) =>
    others.map((other): [string, string] => [other, latin]),
  ),
  ['ӕ', 'ae'],
  // JavaScript writes a sigma that ends a word differently.
  ['ς', 'σ'],
]);
