import { z } from 'zod';
import { type FieldProblem, ValidationError } from '../../domain/errors.js';
import { cleanLine, cleanParagraphs, isLongerThan } from '../../domain/text/clean.js';
import type { VerbContext } from './context.js';

/** The valid fields of an input: a field that is wrong in itself is missing. */
type Given<Schema extends z.ZodType> = Partial<z.output<Schema>>;

/** Rules that the schema cannot express: those that need the instant, the actor, or several fields. */
export interface Rules<Schema extends z.ZodType> {
  /** Judged whenever the input is parsed. */
  readonly rules?: (given: Given<Schema>) => readonly FieldProblem[];
  /**
   * Judged by the verb itself, later: only when it makes something, because a request may be repeated after an
   * instant has passed. Here they are reported together with the other faults.
   */
  readonly laterRules?: (given: Given<Schema>) => readonly FieldProblem[];
}

/**
 * The input as the schema parses it. All faults are reported at once: those that the API found before the verb
 * (`inputProblems`), those of the schema, and those of the rules for the fields that are right in themselves.
 * @throws ValidationError that names every problem with its path
 */
export function parseInput<Schema extends z.ZodObject>(
  { inputProblems = [] }: Pick<VerbContext, 'inputProblems'>,
  schema: Schema,
  input: unknown,
  { rules = () => [], laterRules = () => [] }: Rules<Schema> = {},
): z.output<Schema> {
  const parsed = schema.safeParse(input);
  const found = (parsed.error?.issues ?? []).map(({ path, message }) => ({
    path: path.join('.'),
    message,
  }));
  const wrong = withoutRepeats(inputProblems, found);
  const given = rightFields(schema, input, parsed.data, wrong);
  const broken = withoutRepeats(wrong, rules(given));
  const later = withoutRepeats(broken, laterRules(given)).slice(broken.length);
  if (broken.length === 0 && later.length < 2 && parsed.success) return parsed.data;
  throw new ValidationError([...broken, ...later]);
}

/** The problems that an assertion throws; none if it holds. */
export function problemsIn(assert: () => void): readonly FieldProblem[] {
  try {
    assert();
    return [];
  } catch (error) {
    if (error instanceof ValidationError) return error.problems;
    throw error;
  }
}

/** The first fault of a field is enough. */
function withoutRepeats(
  first: readonly FieldProblem[],
  more: readonly FieldProblem[],
): FieldProblem[] {
  return [...first, ...more.filter(({ path }) => !first.some((known) => known.path === path))];
}

function rightFields<Schema extends z.ZodObject>(
  { shape }: Schema,
  input: unknown,
  parsed: z.output<Schema> | undefined,
  wrong: readonly FieldProblem[],
): Given<Schema> {
  const wrongFields = new Set(wrong.map(({ path }) => path.split('.')[0]));
  const right = Object.entries(shape).filter(([field]) => !wrongFields.has(field));
  const values = right.map(([field, type]) => [
    field,
    parsed
      ? (parsed as Record<string, unknown>)[field]
      : (type as z.ZodType).safeParse((input as Record<string, unknown>)[field]).data,
  ]);
  return Object.fromEntries(values) as Given<Schema>;
}

type Clean = (text: string) => string;

/** A text after the one cleaning that files and forms pass too. */
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

/** A plausible instant. */
export const instantInput = z.date().refine((at) => at >= EARLIEST && at < LATEST, {
  error: ({ input }) =>
    `${(input as Date).toISOString()} given, allowed is from ${EARLIEST.toISOString()} to before ${LATEST.toISOString()}`,
});

/** With the same key and input a verb repeats its former answer. */
export const idempotencyKeyInput = z
  .string()
  .refine((given) => unfitText(given) === null, {
    error: ({ input }) => unfitText(String(input)) ?? 'is no text',
  })
  .min(1, 'is empty, allowed are 1 to 200 characters')
  .max(200, 'is too long, allowed are 1 to 200 characters')
  .nullish();

/** The reason for which a text cannot be stored at all; null if it can. */
export function unfitText(text: string): string | null {
  const nul = text.indexOf('\0');
  if (nul >= 0) return `has the character U+0000 at ${nul}, which no text may have`;
  const half = text.search(/\p{Surrogate}/u);
  if (half < 0) return null;
  const code = text.charCodeAt(half).toString(16).toUpperCase();
  return `has half a character (U+${code}) at ${half}, allowed are whole ones`;
}
