import { z } from 'zod';

/** The allowed values of a schema, in words. */
export function allowedValues(schema: z.ZodType): string {
  return inWords(z.toJSONSchema(schema));
}

function inWords(schema: z.core.JSONSchema.BaseSchema): string {
  if (schema.title) return schema.title;
  if (schema.anyOf) {
    return schema.anyOf.map((one) => inWords(one as z.core.JSONSchema.BaseSchema)).join(' or ');
  }
  if (schema.enum) return schema.enum.map((code) => `\`${code}\``).join(', ');
  const { minimum, maximum, minLength, maxLength } = schema;
  switch (schema.type) {
    case 'integer':
      return `${minimum} to ${maximum}`;
    case 'number':
      return `a number from ${minimum} to ${maximum}`;
    case 'string': {
      const what = schema.format === 'uri' ? 'an http address' : 'a text';
      return `${what} of ${minLength === undefined ? 'up' : minLength} to ${maxLength} characters`;
    }
    case 'boolean':
      return '`true`, `false`';
    case 'array':
      return `a list of ${inWords(schema.items as z.core.JSONSchema.BaseSchema)}`;
    default:
      return String(schema.type);
  }
}
