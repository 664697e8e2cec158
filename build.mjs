// Transpiles src/ file by file into dist/, or the folder beside it that is named. Types are checked by `npm run typecheck`, not here.
import { cp, readdir, rm } from 'node:fs/promises';
import { build } from 'esbuild';

const [outdir = 'dist'] = process.argv.slice(2);
const entries = await readdir('src', { recursive: true });
await rm(outdir, { recursive: true, force: true });
await build({
  entryPoints: entries.filter((file) => file.endsWith('.ts')).map((file) => `src/${file}`),
  outdir,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  sourcemap: true,
  logLevel: 'warning',
});
for (const file of entries.filter((name) => /\.(hbs|graphql|css|html|svg|csv)$/.test(name))) {
  await cp(`src/${file}`, `${outdir}/${file}`);
}
