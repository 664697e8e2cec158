// Derives src/domain/holidays/public-holidays.ts from the package named below. Run by hand: node scripts/derive-holidays.mjs
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const SOURCE = 'date-holidays@3.37.0';
const COUNTRIES = ['DE', 'AT', 'CH'];
const FIRST_YEAR = 2000;
const LAST_YEAR = 2100;
const DAY_MS = 86_400_000;

const folder = await mkdtemp(join(tmpdir(), 'holidays-'));
execFileSync('npm', ['install', '--prefix', folder, '--no-save', SOURCE], { stdio: 'ignore' });
const Holidays = createRequire(join(folder, 'index.js'))('date-holidays');

/** Every country, state and part of a state that has public holidays of its own. */
function regions() {
  const all = new Holidays();
  return COUNTRIES.flatMap((country) => [
    [country],
    ...Object.keys(all.getStates(country)).flatMap((state) => [
      [country, state],
      ...Object.keys(all.getRegions(country, state) ?? {}).map((part) => [country, state, part]),
    ]),
  ]);
}

/** The days of each public holiday, as `YYYY-MM-DD`, by its German name. */
function daysOf(region) {
  const calendar = new Holidays(...region, { languages: 'de' });
  const days = new Map();
  for (let year = FIRST_YEAR; year <= LAST_YEAR; year++) {
    for (const { date, name, type } of calendar.getHolidays(year)) {
      if (type !== 'public') continue;
      days.set(name, [...(days.get(name) ?? []), date.slice(0, 10)]);
    }
  }
  return days;
}

function easterOf(year) {
  const { date } = new Holidays('DE', 'BB')
    .getHolidays(year)
    .find(({ name }) => name === 'Ostersonntag');
  return Date.parse(`${date.slice(0, 10)}T00:00Z`);
}
const easters = new Map();
for (let year = FIRST_YEAR; year <= LAST_YEAR; year++) easters.set(year, easterOf(year));

/** The shortest rule that gives the same days: a date of the year, days from Easter Sunday, or the days themselves. */
function ruleOf(days) {
  const years = days.map((day) => Number(day.slice(0, 4)));
  const from = years[0] === FIRST_YEAR ? '' : years[0];
  const to = years.at(-1) === LAST_YEAR ? '' : years.at(-1);
  const span = from === '' && to === '' ? '' : ` ${from}..${to}`;
  const gapless = years.every((year, nth) => year === years[0] + nth);
  const dates = new Set(days.map((day) => day.slice(5)));
  if (gapless && dates.size === 1) return `${[...dates][0]}${span}`;
  const offsets = new Set(
    days.map((day, nth) => (Date.parse(`${day}T00:00Z`) - easters.get(years[nth])) / DAY_MS),
  );
  if (gapless && offsets.size === 1) {
    const [offset] = offsets;
    return `easter${offset < 0 ? offset : `+${offset}`}${span}`;
  }
  return days.join(' ');
}

const lines = regions().flatMap((region) =>
  [...daysOf(region)].map(([name, days]) => [region.join('-'), `${name}|${ruleOf(days)}`]),
);
const byRule = new Map();
for (const [region, rule] of lines) byRule.set(rule, [...(byRule.get(rule) ?? []), region]);
const table = [...byRule].map(([rule, found]) => `${rule}|${found.join(' ')}`).sort();
await rm(folder, { recursive: true });
await writeFile(
  new URL('../src/domain/holidays/public-holidays.ts', import.meta.url),
  `// Derived by scripts/derive-holidays.mjs from ${SOURCE} (https://www.npmjs.com/package/date-holidays), © commenthol and
// contributors, Creative Commons Attribution-ShareAlike 3.0 (https://creativecommons.org/licenses/by-sa/3.0/).

/**
 * One holiday a line: its German name, its rule, the regions that keep it. A rule is a date of every year (\`10-03\`), days from Easter
 * Sunday (\`easter+39\`), either with the years in which it holds (\`10-31 2018..\`), or the days themselves.
 */
export const PUBLIC_HOLIDAYS = \`${table.join('\n')}\`;
`,
);
