import { builder } from './builder.js';

/** An enum whose codes stand in one list of the domain; each is described. */
export function codeType<Code extends string>(
  name: string,
  description: string,
  codes: Readonly<Record<Code, string>>,
) {
  const values = Object.fromEntries(
    Object.entries<string>(codes).map(([code, meaning]) => [code, { description: meaning }]),
  ) as Record<Code, { description: string }>;
  return builder.enumType(name, { description, values });
}

export const OrderDirection = codeType('OrderDirection', 'Direction of a sort order.', {
  ASC: 'Smallest, earliest or alphabetically first.',
  DESC: 'Largest, latest or alphabetically last.',
});
