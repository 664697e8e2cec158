import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** Where the page is kept, for people without this program. */
export const VERIFY_PAGE = 'docs/verify.html';

/** The page that verifies receipts without a network: one file, with all that the program verifies by. */
export async function verifyPage(): Promise<string> {
  const at = (name: string) => fileURLToPath(new URL(`./verify-page/${name}`, import.meta.url));
  const { outputFiles } = await build({
    entryPoints: [at('page.ts')],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    charset: 'ascii',
    legalComments: 'eof',
    logLevel: 'silent',
  });
  const script = (outputFiles[0]?.text ?? '').replaceAll('</script', '<\\/script');
  const page = await readFile(at('page.html'), 'utf8');
  const style = /<style>([\s\S]*)<\/style>/.exec(page)?.[1] ?? '';
  return page
    .replace('{script-hash}', () => hashOf(script))
    .replace('{style-hash}', () => hashOf(style))
    .replace('{script}', () => script);
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await writeFile(VERIFY_PAGE, await verifyPage());
}
