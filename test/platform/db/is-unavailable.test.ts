import { DriverAdapterError } from '@prisma/driver-adapter-utils';
import { expect, test } from 'vitest';
import { ConflictError, LeadwardenError } from '../../../src/domain/errors.js';
import { isUnavailable, orUnavailable } from '../../../src/platform/db/is-unavailable.js';

const coded = (code: string, message = 'said') => Object.assign(new Error(message), { code });
const fromServer = (code: string) =>
  new DriverAdapterError({
    kind: 'postgres',
    code,
    severity: 'ERROR',
    message: 'said',
    originalCode: code,
    detail: undefined,
    column: undefined,
    hint: undefined,
  });

test.each([
  ['a refused connection', coded('ECONNREFUSED')],
  ['a name that cannot be looked up', coded('EAI_AGAIN')],
  ['a transaction that went with its connection', coded('P2028')],
  ['a server that starts', fromServer('57P03')],
  ['a session ended by the server', fromServer('57P01')],
  ['a transaction that was idle for too long', fromServer('25P03')],
  ['a full disk', fromServer('53100')],
  ['a pool without a free connection', coded('P2024')],
  ['a connection that broke', new Error('Connection terminated unexpectedly')],
  ['what Prisma wraps', new Error('failed', { cause: fromServer('57P01') })],
])('%s is nobody’s fault', (_what, error) => {
  expect(isUnavailable(error)).toBe(true);
  expect(() => orUnavailable(error)).toThrow(LeadwardenError);
});

test.each([
  ['a violated constraint', fromServer('23505')],
  ['a statement that took too long', fromServer('57014')],
  ['a conflict', new ConflictError('taken', 'COMPANY_PROTECTED')],
  ['a mistake of ours', new TypeError('x is not a function')],
])('%s is told as it is', (_what, error) => {
  expect(isUnavailable(error)).toBe(false);
  expect(() => orUnavailable(error)).toThrow(error);
});
