import { z } from 'zod';
import { ValidationError } from './errors.js';

/**
 * What comes in, as the schema makes it.
 * @throws ValidationError that names every problem with its path
 */
export function parseInput<Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
): z.output<Schema> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  throw new ValidationError(
    parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })),
  );
}

function text() {
  return z.string().refine((given) => unfitText(given) === null, {
    error: ({ input }) => unfitText(String(input)) ?? 'is no text',
  });
}

/** A text that must say something. */
export function requiredText(maxLength: number) {
  return text()
    .trim()
    .min(1, 'is empty, allowed is a text')
    .max(maxLength, `is too long, allowed are up to ${maxLength} characters`);
}

/** A text that may be missing; a blank one is a missing one. */
export function optionalText(maxLength: number) {
  return text()
    .trim()
    .max(maxLength, `is too long, allowed are up to ${maxLength} characters`)
    .nullish()
    .transform((text) => text || null);
}

/** A text that may be changed: left out keeps it, null or blank empties it. */
export function changedText(maxLength: number) {
  return text()
    .trim()
    .max(maxLength, `is too long, allowed are up to ${maxLength} characters`)
    .nullish()
    .transform((text) => (text === undefined ? undefined : text || null));
}

/** The id of something that exists. */
export const idInput = z.uuid();

/** No lead, hold or deadline lies outside: an instant that does is a slip of the pen. */
const EARLIEST = new Date('2000-01-01T00:00:00Z');
const LATEST = new Date('2100-01-01T00:00:00Z');

/** An instant that can be meant. */
export const instantInput = z.date().refine((at) => at >= EARLIEST && at < LATEST, {
  error: ({ input }) =>
    `${(input as Date).toISOString()} given, allowed is from ${EARLIEST.toISOString()} to before ${LATEST.toISOString()}`,
});

/** With the same key and input a verb answers again what it answered before. */
export const idempotencyKeyInput = text()
  .min(1, 'is empty, allowed are 1 to 200 characters')
  .max(200, 'is too long, allowed are 1 to 200 characters')
  .nullish();

/** What keeps a text from being stored, whatever it says; null if nothing does. */
export function unfitText(text: string): string | null {
  const nul = text.indexOf('\0');
  if (nul >= 0) return `has the character U+0000 at ${nul}, which no text may have`;
  const half = text.search(/\p{Surrogate}/u);
  if (half < 0) return null;
  const code = text.charCodeAt(half).toString(16).toUpperCase();
  return `has half a character (U+${code}) at ${half}, allowed are whole ones`;
}
