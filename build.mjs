// Transpiles src/ file by file into dist/, or the folder beside it that is named. Types are checked by `npm run typecheck`, not here.
import { createHash } from 'node:crypto';
import { cp, readdir, readFile, rm } from 'node:fs/promises';
import { build } from 'esbuild';

const [outdir = 'dist'] = process.argv.slice(2);
const entries = await readdir('src', { recursive: true });
// Which build it is: the same for the same sources, wherever they are built.
const hash = createHash('sha256');
for (const file of entries.filter((name) => /\.\w+$/.test(name)).sort()) {
  hash.update(await readFile(`src/${file}`));
}
const buildId = hash.digest('hex').slice(0, 12);
await rm(outdir, { recursive: true, force: true });
await build({
  entryPoints: entries.filter((file) => file.endsWith('.ts')).map((file) => `src/${file}`),
  outdir,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  sourcemap: true,
  define: { LEADWARDEN_BUILD_ID: JSON.stringify(buildId) },
  logLevel: 'warning',
});
for (const file of entries.filter((name) => /\.(hbs|graphql|css|html|svg|csv)$/.test(name))) {
  await cp(`src/${file}`, `${outdir}/${file}`);
}
