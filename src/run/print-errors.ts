import { writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { CONFLICT_REASONS } from '../domain/conflict-reasons.js';
import { ERROR_CODES } from '../domain/error-codes.js';

const INTRO = `# What errors say to programs

Written by \`npm run docs\` from \`src/domain/error-codes.ts\` and \`src/domain/conflict-reasons.ts\`.

A mutation returns what its caller can do something about: \`ValidationError\`, \`ConflictError\`,
\`ForbiddenError\` and \`NotFoundError\`, each a \`UserError\` with \`code\` and \`message\`. Everything else is
thrown, and stands in \`errors\`. Messages are for people and may change; a program branches on
\`extensions.code\`, which every error has, over HTTP, SSE and WebSocket, and on \`reason\` of a conflict.
More codes and reasons may be added.
`;

/** docs/errors.md as it should be. */
export function errorsPage(): string {
  return [
    INTRO,
    '## Codes\n',
    ...table('code', ERROR_CODES),
    '\n## Reasons of a conflict\n',
    '`ConflictError.reason`; `extensions.reason` where the conflict is thrown.\n',
    ...table('reason', CONFLICT_REASONS),
    '',
  ].join('\n');
}

function table(head: string, meanings: Readonly<Record<string, string>>): string[] {
  const rows = Object.entries(meanings).map(([word, meaning]) => `| \`${word}\` | ${meaning} |`);
  return [`| ${head} | meaning |`, '|---|---|', ...rows];
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await writeFile('docs/errors.md', errorsPage());
}
