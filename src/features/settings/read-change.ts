import type { z } from 'zod';
import { changePolicy, type PolicyChange } from '../../domain/change-policy.js';
import { type FieldProblem, ValidationError } from '../../domain/errors.js';
import type { ProtectionPolicy } from '../../domain/policy.js';
import { policyProblems } from '../../domain/policy-problems.js';
import { cleanLine } from '../../domain/text/clean.js';
import { quote } from '../../platform/input/quote.js';
import { allowedValues } from '../../platform/settings/allowed-values.js';
import type { POLICY_SETTINGS } from '../../platform/settings/policy-settings.js';
import {
  KNOWN_SETTINGS,
  type KnownSetting,
  SETTINGS,
  type SettingKey,
} from '../../platform/settings/registry.js';
import { unfitText } from '../../platform/verbs/parse-input.js';

/** The longest value that is taken, as JSON. */
export const MAX_VALUE_LENGTH = 10_000;

/** The change, as it comes in. */
export interface GivenChange {
  readonly key: string;
  readonly businessType?: string | null | undefined;
  /** As JSON. */
  readonly value: string;
}

/** A value that its setting allows, of a plain key or of a part of the protection policy. */
export type SettingChange =
  | { readonly kind: 'PLAIN'; readonly key: SettingKey; readonly value: unknown }
  | ({ readonly kind: 'POLICY'; readonly key: string } & PolicyChange);

/** A change that is allowed by itself, or what is wrong with it. */
export type ReadChange = { readonly change: SettingChange } | { readonly problems: FieldProblem[] };

/**
 * Reads a change. What it does together with the other parts of the policy, `changedPolicy` judges. Without a value only the
 * rest is judged.
 */
export function readChange(given: Omit<GivenChange, 'value'> & { value?: string }): ReadChange {
  const { key } = given;
  const known = KNOWN_SETTINGS.find((one) => one.key === key);
  if (!known) return refused('key', noSetting(key));
  const businessType = cleanLine(given.businessType ?? '') || null;
  if (businessType !== null && known.scope !== 'BUSINESS_TYPE') {
    return refused(
      'businessType',
      `${quote(businessType)} given, but ${key} is one for all leads: allowed is nothing`,
    );
  }
  if (given.value === undefined) return { problems: [] };
  const value = parsedValue(known, given.value, businessType !== null);
  if ('problem' in value) return refused('value', value.problem);
  if (isPlain(key)) return { change: { kind: 'PLAIN', key, value: value.read } };
  const part = key.slice('protection.'.length) as keyof typeof POLICY_SETTINGS;
  return { change: { kind: 'POLICY', key, part, businessType, value: value.read } };
}

/** The message for an unknown key. */
export function noSetting(key: string): string {
  return `${quote(key)} is no setting, allowed is a key that the query \`settings\` lists`;
}

function isPlain(key: string): key is SettingKey {
  return Object.hasOwn(SETTINGS, key);
}

function refused(path: string, message: string): { problems: FieldProblem[] } {
  return { problems: [{ path, message }] };
}

function parsedValue(
  { schema }: Pick<KnownSetting, 'schema'>,
  text: string,
  mayBeNull: boolean,
): { read: unknown } | { problem: string } {
  const allowed = `allowed is ${allowedValues(schema)}${mayBeNull ? ', or null for what counts for all' : ''}`;
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { problem: `${quote(text)} is no JSON, ${allowed}, as JSON` };
  }
  if (mayBeNull && json === null) return { read: null };
  const parsed = schema.safeParse(json);
  if (!parsed.success)
    return { problem: `${quote(json)} given, ${allowed}${detail(parsed.error)}` };
  const unfit = unfitTextIn(parsed.data);
  return unfit === null ? { read: parsed.data } : { problem: unfit };
}

/** The place of the fault within a list or an object. */
function detail({ issues: [first] }: z.ZodError): string {
  if (!first || (first.path.length === 0 && first.code !== 'custom')) return '';
  const message = first.code === 'invalid_key' ? first.issues[0]?.message : first.message;
  return ` (${[...first.path.map(String), message].join(': ')})`;
}

/** The database takes any JSON but this. */
function unfitTextIn(value: unknown): string | null {
  if (typeof value === 'string') return unfitText(value);
  if (typeof value !== 'object' || value === null) return null;
  const texts = Object.entries(value).flat();
  return texts.map(unfitTextIn).find((found) => found !== null) ?? null;
}

/** The policy with all changes made. @throws ValidationError if it could not be used */
export function changedPolicy(
  policy: ProtectionPolicy,
  changes: readonly PolicyChange[],
  path: string,
): ProtectionPolicy {
  const changed = changes.reduce(changePolicy, policy);
  const problems = policyProblems(changed);
  if (problems.length === 0) return changed;
  throw new ValidationError(
    problems.map((problem) => ({
      path,
      message: `protection.${problem.path}: ${problem.message}`,
    })),
  );
}
