import type { z } from 'zod';

/** A setting: its meaning, its allowed values, and its default. */
export interface SettingDefinition<Schema extends z.ZodType = z.ZodType> {
  /** Names the unit where there is one. */
  readonly description: string;
  readonly schema: Schema;
  readonly defaultValue: z.output<Schema>;
}

/** Holds the default to the type that the schema allows. */
export function defineSetting<Schema extends z.ZodType>(
  definition: SettingDefinition<Schema>,
): SettingDefinition<Schema> {
  return definition;
}
