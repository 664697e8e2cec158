import { writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { CONFLICT_REASONS } from '../domain/conflict-reasons.js';
import { ERROR_CODES } from '../domain/error-codes.js';

const INTRO = `# Errors

Written by \`npm run docs\` from \`src/domain/error-codes.ts\` and \`src/domain/conflict-reasons.ts\`.

A mutation returns the errors that its caller can act on: \`ValidationError\`, \`ConflictError\`,
\`ForbiddenError\` and \`NotFoundError\`, each a \`UserError\` with \`code\` and \`message\`. All other errors are
thrown, and are in \`errors\`. Messages are for people and may change; a program branches on \`extensions.code\`,
which every error has, over HTTP, SSE and WebSocket, and on \`reason\` of a conflict. More codes and reasons may be
added.
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
