import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { dirname, normalize } from 'node:path/posix';
import { describe, expect, test } from 'vitest';

// A document that names a file or a heading is checked against what is there, so that moving a file moves its links.

/** Documents whose `src/…` in backticks has to exist too. A change log tells of files as they were. */
const NAMES_FILES = /^(?:README|CONTRIBUTING|SECURITY)\.md$|^docs\//;

/** Folders at the top of the project that text in backticks is taken to name a file in. */
const NAMED_FILE = /^(?:src|test|docs|prisma|bench|scripts|deploy|\.ci|\.github)\/[\w./-]*$/;

interface Project {
  /** Every file that git knows or would add. */
  readonly files: ReadonlySet<string>;
  /** The text of a Markdown file. */
  readonly read: (file: string) => Promise<string>;
}

describe('the Markdown files of the project', () => {
  const project: Project = {
    files: new Set(
      execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
        encoding: 'utf8',
      })
        .trim()
        .split('\n'),
    ),
    read: (file) => readFile(file, 'utf8'),
  };

  test('link to files and headings that exist', async () => {
    const documents = [...project.files].filter((file) => file.endsWith('.md'));
    expect(documents).toContain('docs/decisions/0001-one-dialect.md');
    const problems = await Promise.all(documents.map((file) => problemsOf(project, file)));
    expect(problems.flat()).toEqual([]);
  });

  test('are all reached from the README', async () => {
    const linked = withoutListings(await project.read('README.md')).flatMap(targetsIn);
    const pages = [...project.files].filter((file) => /^docs\/[^/]+\.md$/.test(file));
    expect(pages.filter((file) => !linked.includes(file))).toEqual([]);
  });
});

describe('the check of Markdown files', () => {
  const texts: Record<string, string> = {
    'README.md': [
      '# Top',
      '[a heading](docs/a.md#über-a--b), [the second of a name](docs/a.md#twice-1), [here](#top)',
      '[a folder](docs), [a page](https://example.com/none), [a file](src/a.ts) `src/a.ts:12` `docs/`',
      '```',
      '[in a listing](none.md)',
      '```',
      '`[in code](none.md)`, `src/<noun>/<verb>.ts`, `npm test -- src/*.ts`',
      '[moved](src/b.ts) ![picture](docs/b.png)',
      '[renamed](docs/a.md#gone)',
      '[no place in code](src/a.ts#a)',
      '`src/b.ts`, and in `npx vitest run test/b.test.ts`',
      '[defined below][there]',
      '',
      '[there]: docs/none.md "None"',
    ].join('\n'),
    'docs/a.md': '# A\n## Über `a` & *b*\n## Twice\n## Twice\n[up](../src/a.ts) [out](../../x.md)',
    'CHANGELOG.md': 'Once there was `src/b.ts`.',
  };
  const project: Project = {
    files: new Set([...Object.keys(texts), 'src/a.ts']),
    read: async (file) => texts[file] ?? '',
  };

  test('tells dead links, anchors and names with their lines', async () => {
    expect(await problemsOf(project, 'README.md')).toEqual([
      'README.md:8 src/b.ts is no file',
      'README.md:8 docs/b.png is no file',
      'README.md:9 docs/a.md has no heading #gone',
      'README.md:10 src/a.ts has no heading #a',
      'README.md:11 src/b.ts is no file',
      'README.md:11 test/b.test.ts is no file',
      'README.md:14 docs/none.md is no file',
    ]);
    expect(await problemsOf(project, 'docs/a.md')).toEqual(['docs/a.md:5 ../x.md is no file']);
    expect(await problemsOf(project, 'CHANGELOG.md')).toEqual([]);
  });
});

/** Every link of a document that leads nowhere, and every file that it names and that is not there. */
async function problemsOf({ files, read }: Project, document: string): Promise<string[]> {
  const folders = new Set([...files].flatMap(foldersOf));
  const exists = (path: string) => files.has(path) || folders.has(path.replace(/\/$/, ''));
  const problems: string[] = [];
  for (const [index, line] of withoutListings(await read(document)).entries()) {
    const say = (what: string) => problems.push(`${document}:${index + 1} ${what}`);
    for (const target of targetsIn(line)) {
      if (/^[a-z][a-z+.-]*:/i.test(target)) continue;
      const [path = '', anchor] = target.split('#');
      const file = path ? normalize(`${dirname(document)}/${decodeURI(path)}`) : document;
      if (!exists(file)) say(`${file} is no file`);
      else if (anchor !== undefined) {
        const anchors = file.endsWith('.md') ? anchorsOf(await read(file)) : new Set();
        if (!anchors.has(decodeURIComponent(anchor))) say(`${file} has no heading #${anchor}`);
      }
    }
    if (!NAMES_FILES.test(document)) continue;
    for (const name of namesIn(line)) if (!exists(name)) say(`${name} is no file`);
  }
  return problems;
}

function foldersOf(file: string): string[] {
  const parts = file.split('/').slice(0, -1);
  return parts.map((_part, index) => parts.slice(0, index + 1).join('/'));
}

/** The lines of a document, those of listings blank. */
function withoutListings(text: string): string[] {
  let inListing = false;
  return text.split('\n').map((line) => {
    const isFence = /^\s*(?:```|~~~)/.test(line);
    if (isFence) inListing = !inListing;
    return isFence || inListing ? '' : line;
  });
}

/** Where the links, pictures and definitions of a line lead. */
function targetsIn(line: string): string[] {
  const text = line.replace(/`[^`]*`/g, '');
  const inline = [...text.matchAll(/\]\(\s*<?([^\s)>]+)/g)];
  const defined = [...text.matchAll(/^\[[^\]]+\]:\s*<?([^\s>]+)/g)];
  const html = [...text.matchAll(/\s(?:href|src)="([^"]+)"/g)];
  return [...inline, ...defined, ...html].flatMap(([, target]) => target ?? []);
}

/** The files that a line names in backticks, without the line in the file. */
function namesIn(line: string): string[] {
  return [...line.matchAll(/`([^`]*)`/g)]
    .flatMap(([, code = '']) => code.split(/[\s,()]+/))
    .map((word) => word.replace(/:\d+$/, ''))
    .filter((word) => NAMED_FILE.test(word));
}

/** The anchors that GitHub gives to the headings of a document. */
function anchorsOf(text: string): Set<string> {
  const anchors = new Set<string>();
  for (const line of withoutListings(text)) {
    const [, heading] = /^#{1,6}\s+(.+)$/.exec(line) ?? [];
    if (heading === undefined) continue;
    const anchor = heading
      .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replace(/\s/g, '-');
    let unique = anchor;
    for (let nth = 1; anchors.has(unique); nth += 1) unique = `${anchor}-${nth}`;
    anchors.add(unique);
  }
  return anchors;
}
