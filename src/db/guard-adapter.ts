import type { SqlDriverAdapterFactory } from '@prisma/driver-adapter-utils';

export function guardAdapter(
  factory: SqlDriverAdapterFactory,
  _onStatement: (sql: string) => void,
): SqlDriverAdapterFactory {
  return factory;
}
