import { readFile } from 'node:fs/promises';
import { type Command, Option } from 'commander';
import type { Locale } from '../../domain/locales.js';
import { describeVerification } from '../../domain/receipts/describe-verification.js';
import type { Verification } from '../../domain/receipts/verify-document.js';
import { CommandError, messageOf } from './command-error.js';
import { say } from './say.js';
import type { Shell } from './shell.js';

interface VerifyOptions {
  readonly checkpoint?: string;
  readonly fingerprint?: string[];
  readonly language: Locale;
}

/** Verifies a file by itself: no database, no server and no network. */
export function verifyCommand(command: Command, shell: Shell): void {
  command
    .argument('<file>', 'a receipt (.json), or a proof that one checkpoint continues another')
    .option('--checkpoint <file>', 'a checkpoint that was kept, such as a mailed one')
    .option(
      '--fingerprint <hex...>',
      'fingerprint of a key that is trusted, such as from a printed receipt; may be repeated',
    )
    .addOption(
      new Option('--language <language>', 'of what is said').choices(['en', 'de']).default('en'),
    )
    .action(async (file: string, options: VerifyOptions) => {
      const [{ verifyDocument }, { verifyTimestamp }] = await Promise.all([
        import('../../domain/receipts/verify-document.js'),
        import('../../domain/receipts/timestamp.js'),
      ]);
      const text = await contentOf(file);
      const kept = options.checkpoint === undefined ? null : await contentOf(options.checkpoint);
      const trusted = options.fingerprint?.map(keyIdOf) ?? null;
      const verification = await verifyDocument(text, {
        checkpoint: kept,
        trustedKeys: trusted,
        verifyTimestamp,
      });
      for (const line of linesOf(verification, options.language)) say(shell, line);
      if (verification.verdict !== 'FAILED') return;
      throw new CommandError(`${JSON.stringify(file)} is not valid.`);
    });
}

async function contentOf(file: string): Promise<string> {
  try {
    // Bytes that are no UTF-8 must not pass as something else.
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await readFile(file));
  } catch (error) {
    throw new CommandError(`The file ${JSON.stringify(file)} cannot be read: ${messageOf(error)}`);
  }
}

/** The id of a key by its fingerprint, however it is grouped. */
function keyIdOf(fingerprint: string): string {
  const hex = fingerprint.replace(/[\s:]/g, '').toLowerCase();
  if (/^[\da-f]{64}$/.test(hex)) return Buffer.from(hex, 'hex').toString('base64url');
  throw new CommandError(
    `${JSON.stringify(fingerprint)} is no fingerprint, allowed are 64 hexadecimal digits.`,
  );
}

function linesOf(verification: Verification, locale: Locale): string[] {
  const { title, verdict, facts, checks, notProvedTitle, notProved } = describeVerification(
    verification,
    locale,
  );
  return [
    verdict,
    '',
    ...(facts.length > 0 ? [title] : []),
    ...facts.map(({ label, value }) => `${label}: ${value}`),
    '',
    ...checks.map(({ label, told, why }) => `${label}: ${told}${why === null ? '' : ` (${why})`}`),
    '',
    `${notProvedTitle}:`,
    ...notProved.map((line) => `- ${line}`),
  ];
}
