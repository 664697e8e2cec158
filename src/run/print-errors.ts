import { writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { CONFLICT_REASONS } from '../domain/conflict-reasons.js';
import { ERROR_CODES } from '../domain/error-codes.js';
import type { Locale } from '../domain/locales.js';

const INTRO = `# Errors

Written by \`npm run docs\` from \`src/domain/error-codes.ts\` and \`src/domain/conflict-reasons.ts\`.

A mutation returns the errors that its caller can act on: \`ValidationError\`, \`ConflictError\`,
\`ForbiddenError\` and \`NotFoundError\`, each a \`UserError\` with \`code\` and \`message\`. All other errors are
thrown, and are in \`errors\`. Messages are for people and may change; a program branches on \`extensions.code\`,
which every error has, over HTTP, SSE and WebSocket, and on \`reason\` of a conflict. More codes and reasons may be
added.

Messages are in German or English: by \`Accept-Language\`, else in the language of the signed-in user, else in English, as for programs. An
English message names the values that it is about. A German one says what the code or the reason means, with each
fault of a field; the English one stands beside it as \`detail\`. Routes beside GraphQL answer errors as \`application/problem+json\`
(RFC 9457): \`title\` is the text of the table, \`detail\` the message, and \`code\`, \`reason\`, \`problems\`, \`retryAfter\` and
\`requestId\` are as in \`extensions\`.
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

type Texts = Readonly<Record<string, Readonly<Record<Locale, string>>>>;

function table(head: string, texts: Texts): string[] {
  const rows = Object.entries(texts).map(([word, { en, de }]) => `| \`${word}\` | ${en} | ${de} |`);
  return [`| ${head} | meaning | in German |`, '|---|---|---|', ...rows];
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await writeFile('docs/errors.md', errorsPage());
}
