import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type GraphQLInputObjectType, getNamedType, isInputObjectType } from 'graphql';
import { beforeAll, expect, test } from 'vitest';
import { schema } from '../../../src/api/schema.js';
import { registerLead } from '../../../src/features/registration/register-lead.js';
import { updateLead } from '../../../src/features/registration/update-lead.js';
import type { ApiUser } from '../../support/api.js';
import { contextFor } from '../../support/factories.js';
import { testApi } from '../../support/test-file.js';

const api = await testApi();
let anna: ApiUser;

beforeAll(async () => {
  anna = await api.user('REP', { name: 'Anna' });
});

const inputs = Object.values(schema.getMutationType()?.getFields() ?? {}).map(({ name, args }) => {
  const given = args.find(({ name }) => name === 'input');
  const type = given && getNamedType(given.type);
  if (!isInputObjectType(type)) throw new Error(`${name} takes no input.`);
  return [name, type] as [string, GraphQLInputObjectType];
});

test.each(inputs)('%s refuses a field that it does not know', async (name, type) => {
  const query = `mutation ($input: ${type.name}!) { ${name}(input: $input) { __typename } }`;
  const { data, errors } = await api.execute(anna, query, { input: { becomeAdmin: true } });
  expect(data).toBeUndefined();
  expect(errors?.some(({ message }) => message.includes('"becomeAdmin" is not defined'))).toBe(
    true,
  );
});

test('a verb takes only what it knows from whoever calls it', async () => {
  const actor = { ...anna, role: 'REP', name: 'Anna', territory: null, scopes: null } as const;
  const ctx = contextFor(api.db, actor, api.clock.now());
  const smuggled = {
    id: crypto.randomUUID(),
    status: 'CONVERTED',
    expiresAt: new Date(0),
    hack: 1,
  };
  const { leadId } = await registerLead(ctx, { companyName: 'Hotel A', city: 'Ulm', ...smuggled });
  const { version } = await api.db.prisma.lead.findUniqueOrThrow({ where: { id: leadId } });
  const change = { leadId, expectedVersion: version, city: 'Bonn' };
  await updateLead(ctx, { ...change, ...smuggled, ownerId: smuggled.id } as typeof change);
  const lead = await api.db.prisma.lead.findUniqueOrThrow({ where: { id: leadId } });
  expect(lead).toMatchObject({ status: 'ACTIVE', city: 'Bonn', ownerId: anna.id });
  expect(lead.expiresAt).not.toEqual(smuggled.expiresAt);
  expect(leadId).not.toBe(smuggled.id);
});

test('no schema of an input lets unknown keys through', () => {
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.includes('generated'))
    .map((file) => [file, readFileSync(join('src', file), 'utf8')] as const);
  const loose = sources.filter(([, text]) =>
    /looseObject|\.loose\(|\.passthrough\(|\.catchall\(/.test(text),
  );
  expect(loose.map(([file]) => file)).toEqual([]);
});
