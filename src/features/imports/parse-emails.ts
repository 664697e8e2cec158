import { normalizeEmail } from '../../domain/matching/normal-forms.js';
import type { Parsed } from './row-problem.js';

/** The addresses of a cell: `a@b.de; c@d.de`, `Max Huber <m.huber@alpenblick.de>`, `mailto:a@b.de`. Each once. */
export function parseEmails(text: string): Parsed<string[]> {
  const plain = text.replace(/ (?:oder|und|or|and|bzw\.?) /gi, ' ');
  const pieces = plain.split(/[\s;,|/<>()[\]"]+/).filter((piece) => piece.includes('@'));
  const emails: string[] = [];
  for (const piece of pieces) {
    const email = normalizeEmail(piece.replace(/^e?-?mail:/i, ''));
    if (email === null) return invalid();
    if (!emails.includes(email)) emails.push(email);
  }
  return emails.length > 0 ? { ok: true, value: emails } : invalid();
}

function invalid(): Parsed<never> {
  return {
    ok: false,
    code: 'INVALID_EMAIL',
    message: 'is no e-mail address; write one like name@example.com',
  };
}
