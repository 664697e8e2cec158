import { characterCount } from '../../domain/text/clean.js';
import type { Parsed } from './row-problem.js';

const MOST_TAGS = 50;
const MOST_CHARACTERS = 50;

/**
 * Tags of one cell, with commas, semicolons or bars between them; one that has such a sign itself
 * stands in quotation marks, as `writeTags` writes it. Each tag once.
 */
export function parseTags(text: string): Parsed<string[]> {
  const tags = [...new Set(split(text))];
  if (tags.length > MOST_TAGS) {
    return {
      ok: false,
      code: 'TOO_MANY_TAGS',
      message: `has ${tags.length} tags; at most ${MOST_TAGS} are allowed`,
      params: { max: MOST_TAGS },
    };
  }
  const long = tags.find((tag) => characterCount(tag) > MOST_CHARACTERS);
  if (long === undefined) return { ok: true, value: tags };
  return {
    ok: false,
    code: 'TOO_LONG',
    message: `has a tag of ${characterCount(long)} characters; at most ${MOST_CHARACTERS} are allowed`,
    params: { length: characterCount(long), max: MOST_CHARACTERS },
  };
}

/** The tags as one cell that `parseTags` reads. */
export function writeTags(tags: readonly string[]): string {
  return tags
    .map((tag) => (/[,;|"]/.test(tag) ? `"${tag.replaceAll('"', '""')}"` : tag))
    .join(', ');
}

function split(text: string): string[] {
  const tags: string[] = [];
  let tag = '';
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const letter = text.charAt(at);
    if (quoted && letter === '"' && text.charAt(at + 1) === '"') {
      tag += '"';
      at++;
    } else if (letter === '"' && (quoted || tag.trim() === '')) {
      quoted = !quoted;
    } else if (!quoted && (letter === ',' || letter === ';' || letter === '|')) {
      tags.push(tag.trim());
      tag = '';
    } else {
      tag += letter;
    }
  }
  tags.push(tag.trim());
  return tags.filter((one) => one !== '');
}
