// Transpiles src/ file by file into dist/. Types are checked by `npm run typecheck`, not here.
import { cp, readdir, rm } from 'node:fs/promises';
import { build } from 'esbuild';

const entries = await readdir('src', { recursive: true });
await rm('dist', { recursive: true, force: true });
await build({
  entryPoints: entries.filter((file) => file.endsWith('.ts')).map((file) => `src/${file}`),
  outdir: 'dist',
  format: 'esm',
  platform: 'node',
  target: 'node20',
  sourcemap: true,
  logLevel: 'warning',
});
for (const file of entries.filter((name) => /\.(hbs|graphql|css|html|svg)$/.test(name))) {
  await cp(`src/${file}`, `dist/${file}`);
}
