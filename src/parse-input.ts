import { z } from 'zod';
import { cleanLine, cleanParagraphs, isLongerThan } from './domain/text/clean.js';
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

type Clean = (text: string) => string;

/** A text as it is meant: cleaned by the one cleaning, which files and forms pass too. */
function cleaned(clean: Clean, maxLength: number) {
  return z
    .string()
    .refine((given) => unfitText(given) === null, {
      error: ({ input }) => unfitText(String(input)) ?? 'is no text',
      abort: true,
    })
    .transform(clean)
    .refine((text) => !isLongerThan(text, maxLength), {
      error: `is too long, allowed are up to ${maxLength} characters`,
    });
}

function required(clean: Clean, maxLength: number) {
  return cleaned(clean, maxLength).refine((text) => text !== '', {
    error: 'is empty, allowed is a text',
  });
}

function optional(clean: Clean, maxLength: number) {
  return cleaned(clean, maxLength)
    .nullish()
    .transform((text) => text || null);
}

function changed(clean: Clean, maxLength: number) {
  return cleaned(clean, maxLength)
    .nullish()
    .transform((text) => (text === undefined ? undefined : text || null));
}

/** A text of one line that must say something: a name, a city. */
export const requiredLine = (maxLength: number) => required(cleanLine, maxLength);
/** A text of one line that may be missing; a blank one is a missing one. */
export const optionalLine = (maxLength: number) => optional(cleanLine, maxLength);
/** A text of one line that may be changed: left out keeps it, null or blank empties it. */
export const changedLine = (maxLength: number) => changed(cleanLine, maxLength);

/** As {@link requiredLine}, with line breaks: a reason, a note. */
export const requiredText = (maxLength: number) => required(cleanParagraphs, maxLength);
/** As {@link optionalLine}, with line breaks. */
export const optionalText = (maxLength: number) => optional(cleanParagraphs, maxLength);
/** As {@link changedLine}, with line breaks. */
export const changedText = (maxLength: number) => changed(cleanParagraphs, maxLength);

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
export const idempotencyKeyInput = z
  .string()
  .refine((given) => unfitText(given) === null, {
    error: ({ input }) => unfitText(String(input)) ?? 'is no text',
  })
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
