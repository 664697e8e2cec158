// Transpiles src/ file by file into dist/, or the folder beside it that is named. Types are checked by `npm run typecheck`, not here.
import { createHash } from 'node:crypto';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { build } from 'esbuild';

const [outdir = 'dist'] = process.argv.slice(2);
const entries = await readdir('src', { recursive: true });
// Which build it is: the same for the same sources, wherever they are built.
const hash = createHash('sha256');
for (const file of entries.filter((name) => /\.\w+$/.test(name)).sort()) {
  hash.update(await readFile(`src/${file}`));
}
const buildId = hash.digest('hex').slice(0, 12);

/** Prisma's compiler of queries comes as 4.6 MB of text, which would stay in memory twice, beside what is compiled. */
const compilerAsFile = {
  name: 'compiler-as-file',
  setup({ onLoad }) {
    onLoad({ filter: /generated\/prisma\/internal\/class\.ts$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const inlined =
        /const \{ wasm \} = await import\("(.+)"\)\s+return await decodeBase64AsWasm\(wasm\)/;
      const [statements, name] = inlined.exec(source) ?? [];
      if (name === undefined) throw new Error(`${path} loads its compiler in another way.`);
      const { wasm } = await import(name);
      await mkdir(`${outdir}/db`, { recursive: true });
      await writeFile(`${outdir}/db/query-compiler.wasm`, Buffer.from(wasm, 'base64'));
      const contents = source.replace(
        statements,
        `const { compileWasm } = await import('../../../compile-wasm.js');
        return compileWasm(new URL('../../../query-compiler.wasm', import.meta.url));`,
      );
      return { contents, loader: 'ts' };
    });
  },
};

await rm(outdir, { recursive: true, force: true });
await build({
  entryPoints: entries.filter((file) => file.endsWith('.ts')).map((file) => `src/${file}`),
  outdir,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  sourcemap: true,
  plugins: [compilerAsFile],
  define: { LEADWARDEN_BUILD_ID: JSON.stringify(buildId) },
  logLevel: 'warning',
});
for (const file of entries.filter((name) => /\.(hbs|graphql|css|html|svg|csv)$/.test(name))) {
  await cp(`src/${file}`, `${outdir}/${file}`);
}
