import { createHash } from 'node:crypto';
import fc from 'fast-check';
import pino from 'pino';
import { beforeEach, describe, expect, test } from 'vitest';
import { AS_SYSTEM, SYSTEM_ACTOR } from '../../../src/domain/actor.js';
import { replaceAt } from '../../../src/features/privacy/replace-at.js';
import { appendAudits, type NewAuditEntry } from '../../../src/platform/audit/append-audit.js';
import { blankValues } from '../../../src/platform/audit/blank-values.js';
import type { ValuePath } from '../../../src/platform/audit/leaves.js';
import { createSealer } from '../../../src/platform/audit/sealer.js';
import { verifyChain } from '../../../src/platform/audit/verify-chain.js';
import { newId } from '../../../src/platform/db/ids.js';
import type { Tx } from '../../../src/platform/db/open.js';
import { asRep, makeLead } from '../../support/factories.js';
import { testDatabase } from '../../support/test-file.js';
import { findings } from './findings.js';

const db = await testDatabase();

const ctx = { db, actor: SYSTEM_ACTOR, now: new Date('2026-03-01T09:00:00Z'), requestId: null };
const seal = () => createSealer({ db, log: pino({ level: 'silent' }) }).catchUp();

type Content = Pick<NewAuditEntry, 'before' | 'after'>;

let leadId: string;

/** A sealed entry about the lead. */
async function write(content: Content): Promise<string> {
  const entityId = newId();
  const entry = { action: 'updateLead', entity: 'Lead', entityId, leadId, ...content };
  await db.transaction((tx) => appendAudits({ ...ctx, tx }, [entry]));
  await seal();
  return (await db.prisma.auditEntry.findFirstOrThrow({ where: { entityId } })).id;
}

/** Blanks values and tells so in the trail, as an erasure does; `tell: false` keeps it quiet. */
async function erase(
  wanted: readonly { id: string; paths: readonly ValuePath[] }[],
  { tell = true } = {},
): Promise<void> {
  await db.transaction(async (tx) => {
    const blanked = await blankValues(tx, wanted);
    const record = { action: 'eraseDataSubject', entity: 'DataSubject', entityId: newId() };
    if (tell) await appendAudits({ ...ctx, tx }, [{ ...record, after: { blanked, leadIds: [] } }]);
  }, AS_SYSTEM);
  await seal();
}

const entryOf = (id: string) => db.prisma.auditEntry.findUniqueOrThrow({ where: { id } });

const ERIKA = { name: 'Erika', email: 'erika@adler.example', role: null };
const KARL = { name: 'Karl', email: 'karl@adler.example', role: 'Chef' };
const REGISTERED = { companyName: 'Hotel Adler', volume: 1.5, contacts: [ERIKA, KARL] };
const OF_ERIKA: ValuePath[] = ['name', 'email'].map((key) => ['after', 'contacts', 0, key]);

beforeEach(async () => {
  await db.reset();
  ({ id: leadId } = await makeLead(await asRep(db)));
});

test('of an entry only the values that are blanked go, and with each of them what it was salted with', async () => {
  const id = await write({ before: { notes: 'alt' }, after: REGISTERED });
  const salt = String((await entryOf(id)).salt);
  await erase([{ id, paths: OF_ERIKA }]);
  const entry = await entryOf(id);
  const blank = 'pseudonymized';
  expect(entry).toMatchObject({
    before: { notes: 'alt' },
    after: { ...REGISTERED, contacts: [{ name: blank, email: blank, role: null }, KARL] },
    salt: '',
  });
  const leaves = entry.leaves as Record<string, { salt?: string; digest?: string }>;
  const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
  expect(leaves['["after", "contacts", 1, "name"]']).toEqual({
    salt: sha256(`${salt}\n["after", "contacts", 1, "name"]`),
  });
  expect(leaves['["after", "contacts", 0, "name"]']).toEqual({
    digest: sha256(`${sha256(`${salt}\n["after", "contacts", 0, "name"]`)}\n"Erika"`),
  });
  expect(await verifyChain(db)).toMatchObject({ entries: 3, blanked: 1, broken: null });
});

const text = fc.string({ unit: 'grapheme' }).filter((drawn) => !/\0|\p{Cs}/u.test(drawn));
const key = fc
  .oneof(text, fc.constantFrom('a.b', '0', '"', ']', '\n', 'name'))
  .filter((drawn) => drawn !== '__proto__');
const { json } = fc.letrec<{ json: unknown }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 3 },
    text,
    text,
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.constantFrom(null, true, [], {}),
    fc.array(tie('json'), { maxLength: 3 }),
    fc.dictionary(key, tie('json'), { maxKeys: 4 }),
  ),
}));
const content = fc.dictionary(key, json, { maxKeys: 5 }) as fc.Arbitrary<
  NonNullable<Content['after']>
>;

/** Where texts stand. */
function textsIn(value: unknown, path: ValuePath): ValuePath[] {
  if (typeof value === 'string') return [path];
  if (Array.isArray(value)) return value.flatMap((one, nth) => textsIn(one, [...path, nth]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) => textsIn(one, [...path, name]));
}

test('whatever an entry says and whichever of its values go in however many erasures, the rest stays and is proved', async () => {
  await fc.assert(
    fc.asyncProperty(content, content, fc.infiniteStream(fc.nat(2)), async (was, is, draws) => {
      const said = JSON.parse(JSON.stringify({ before: was, after: is })) as Content;
      const id = await write(said);
      const drawn = textsIn(said, []).map((path) => ({ path, when: draws.next().value }));
      const pathsOf = (when: number) => drawn.flatMap((at) => (at.when === when ? [at.path] : []));
      await erase([{ id, paths: pathsOf(0) }]);
      await erase([{ id, paths: pathsOf(1) }]);
      const { before, after } = await entryOf(id);
      const gone = [...pathsOf(0), ...pathsOf(1)];
      expect({ before, after }).toEqual(replaceAt(said, gone, 'pseudonymized'));
      expect((await verifyChain(db)).broken).toBeNull();
      const [left] = pathsOf(2);
      if (!left) return;
      const forged = JSON.stringify(replaceAt(said, [...gone, left], 'pseudonymized'));
      expect(
        await findings(
          db,
          (tx) => tx.$executeRaw`
            UPDATE audit_entry SET before = ${forged}::jsonb -> 'before', after = ${forged}::jsonb -> 'after'
            WHERE id = ${id}::uuid`,
        ),
      ).toMatchObject({ what: `before or after of entry ${id} was changed` });
    }),
    { numRuns: 25 },
  );
});

describe('somebody who owns the database is found out when they', () => {
  // Position 1 is the lead's, 2 the entry that has lost values, 3 another one, 4 what tells of the erasure.
  beforeEach(async () => {
    const id = await write({ before: { notes: 'alt' }, after: REGISTERED });
    await write({ after: { notes: 'Lachs' } });
    await erase([{ id, paths: OF_ERIKA }]);
    expect((await verifyChain(db)).broken).toBeNull();
  });
  const NAME_OF_ERIKA = '["after", "contacts", 0, "name"]';
  const NAME_OF_KARL = '["after", "contacts", 1, "name"]';
  const set =
    (assignment: string, position = 2) =>
    (tx: Tx) =>
      tx.$executeRawUnsafe(`UPDATE audit_entry SET ${assignment} WHERE position = ${position}`);
  const CHANGED = /^before or after of entry .* was changed$/;

  test.each<[string, (tx: Tx) => Promise<unknown>, number, RegExp]>([
    ['change a value', set(`after = jsonb_set(after, '{contacts,1,name}', '"Eva"')`), 2, CHANGED],
    ['change a number', set(`after = jsonb_set(after, '{volume}', '2.5')`), 2, CHANGED],
    ['write a number anew', set(`after = jsonb_set(after, '{volume}', '1.50')`), 2, CHANGED],
    ['rename a key', set(`after = after - 'volume' || '{"amount": 1.5}'`), 2, CHANGED],
    ['add a key', set(`after = after || '{"more": null}'`), 2, CHANGED],
    ['remove a key', set(`after = after - 'volume'`), 2, CHANGED],
    ['remove one side', set('before = NULL'), 2, CHANGED],
    ['swap the sides', set('before = after, after = before'), 2, CHANGED],
    [
      'turn a list into an object',
      set(`after = after || jsonb_build_object('contacts',
        jsonb_build_object('0', after #> '{contacts,0}', '1', after #> '{contacts,1}'))`),
      2,
      CHANGED,
    ],
    [
      'put words where a value was blanked',
      set(`after = jsonb_set(after, '{contacts,0,name}', '"Eva"')`),
      2,
      CHANGED,
    ],
    [
      'change the digest of a blanked value',
      set(`leaves = jsonb_set(leaves, ARRAY['${NAME_OF_ERIKA}', 'digest'], '"${'0'.repeat(64)}"')`),
      2,
      CHANGED,
    ],
    [
      'change the salt of a value',
      set(`leaves = jsonb_set(leaves, ARRAY['${NAME_OF_KARL}', 'salt'], '"00"')`),
      2,
      CHANGED,
    ],
    ['forget salts and digests', set('leaves = NULL'), 2, CHANGED],
    ['put something else in their place', set('leaves = \'"x"\''), 2, CHANGED],
    ['have it verified by the older digest', set('digest_version = 1, leaves = NULL'), 2, CHANGED],
    ['change the digest of the content', set(`content_digest = repeat('0', 64)`), 2, /the hash/],
    ['change the order of insertion', set('seq = seq + 100'), 2, /does not have the hash/],
    [
      'blank another value of the entry, rightly made but told nowhere',
      (tx) => blankLike(tx, 2, ['after', 'companyName']),
      2,
      /^\["after", "companyName"\] of entry .* was blanked, but no erasure that names it follows$/,
    ],
    [
      'blank a value of another entry',
      (tx) => blankLike(tx, 3, ['after', 'notes']),
      3,
      /^\["after", "notes"\] of entry .* was blanked/,
    ],
    [
      'blank all of an entry of which the erasure names values',
      set('before = NULL, after = NULL, salt = NULL, leaves = NULL'),
      2,
      /was blanked, but no pseudonymisation or erasure of its lead follows/,
    ],
    [
      'make the erasure tell of more',
      set(`after = jsonb_set(after, '{blanked,0,paths,2}', '["after", "companyName"]')`, 4),
      4,
      CHANGED,
    ],
    [
      'delete what tells of the erasure',
      (tx) => tx.$executeRaw`DELETE FROM audit_entry WHERE position = 4`,
      4,
      /missing/,
    ],
    [
      'insert an entry',
      async (tx) => {
        await tx.$executeRaw`UPDATE audit_entry SET position = position + 1 WHERE position >= 4`;
        await tx.$executeRaw`
          INSERT INTO audit_entry (id, occurred_at, action, entity, entity_id, position, hash, hash_version, salt, content_digest)
          SELECT gen_random_uuid(), occurred_at, action, entity, entity_id, 4, hash, 2, 'x', content_digest
          FROM audit_entry WHERE position = 3`;
      },
      4,
      /the hash/,
    ],
  ])('%s', async (_name, crime, position, what) => {
    expect(await findings(db, crime)).toEqual({ position, what: expect.stringMatching(what) });
  });

  /** As the program does it. */
  async function blankLike(tx: Tx, position: number, path: ValuePath): Promise<void> {
    const { id } = await tx.auditEntry.findFirstOrThrow({ where: { position } });
    await blankValues(tx, [{ id, paths: [path] }]);
  }
});

describe('the database refuses, also to the application,', () => {
  test.each([
    ['to change a value', `after = jsonb_set(after, '{notes}', '"Brot"')`],
    ['to blank a value and keep the salt of all', `after = '{"notes": "pseudonymized"}'`],
    [
      'to blank a value under another digest',
      `after = '{"notes": "pseudonymized"}', salt = '', leaves = '{"[\\"after\\", \\"notes\\"]": {"digest": "0"}}'`,
    ],
    ['to blank the salt alone', `salt = ''`],
    ['to bring salts and digests', `leaves = '{}'`],
  ])('%s', async (_name, assignment) => {
    const id = await write({ after: { notes: 'Lachs' } });
    await expect(
      db.query(`UPDATE audit_entry SET ${assignment} WHERE id = '${id}'`),
    ).rejects.toThrow(/append-only/);
    expect((await verifyChain(db)).broken).toBeNull();
  });

  test('to give back what was blanked, or to blank it again', async () => {
    const id = await write({ after: REGISTERED });
    const whole = await entryOf(id);
    await erase([{ id, paths: OF_ERIKA }]);
    const back = `after = '${JSON.stringify(whole.after)}', salt = '${whole.salt}', leaves = NULL`;
    for (const assignment of [back, 'leaves = leaves']) {
      await expect(
        db.query(`UPDATE audit_entry SET ${assignment} WHERE id = '${id}'`),
      ).rejects.toThrow(/append-only/);
    }
  });

  test('to blank a value of an entry that is about no lead, such as what tells of an erasure', async () => {
    const id = await write({ after: REGISTERED });
    await erase([{ id, paths: OF_ERIKA }]);
    const record = await db.prisma.auditEntry.findFirstOrThrow({
      where: { action: 'eraseDataSubject' },
    });
    await erase([{ id: record.id, paths: [['after', 'blanked', 0, 'id']] }]);
    expect((await entryOf(record.id)).after).toEqual(record.after);
  });
});

describe('beside an older version', () => {
  /** An entry with the digest that an earlier version made. */
  async function writeOld(after: string): Promise<string> {
    const id = newId();
    await db.query(
      `INSERT INTO audit_entry (id, occurred_at, action, entity, entity_id, lead_id, after, salt, content_digest)
       VALUES ($1::uuid, now(), 'updateLead', 'Lead', $2::uuid, $2::uuid, $3::jsonb, 'salt',
         encode(sha256(convert_to('salt' || E'\n' || E'\n' || $3::jsonb::text, 'UTF8')), 'hex'))`,
      [id, leadId, after],
    );
    await seal();
    return id;
  }

  test('entries of before verify as they were written, and lose all of their content', async () => {
    const [id, kept] = [await writeOld('{"notes": "x", "a": 1}'), await writeOld('{"notes": "y"}')];
    expect((await verifyChain(db)).broken).toBeNull();
    await erase([{ id, paths: [['after', 'notes']] }]);
    expect(await entryOf(id)).toMatchObject({ after: null, salt: null, leaves: null });
    expect(await entryOf(kept)).toMatchObject({ after: { notes: 'y' } });
    expect(await verifyChain(db)).toMatchObject({ blanked: 1, broken: null });
  });

  test('such an entry cannot be blanked without being named', async () => {
    const id = await writeOld('{"notes": "x"}');
    await erase([{ id, paths: [['after', 'notes']] }], { tell: false });
    expect((await verifyChain(db)).broken?.what).toMatch(/no pseudonymisation or erasure/);
  });

  test('an erasure by a replica of before blanks as a whole what has lost values, with their salts, and accounts for it by lead', async () => {
    const id = await write({ after: REGISTERED });
    await erase([{ id, paths: OF_ERIKA }]);
    await db.transaction(async (tx) => {
      await tx.$executeRaw`
        UPDATE audit_entry SET before = NULL, after = NULL, salt = NULL WHERE id = ${id}::uuid AND salt IS NOT NULL`;
      const record = { action: 'eraseDataSubject', entity: 'DataSubject', entityId: newId() };
      await appendAudits({ ...ctx, tx }, [{ ...record, after: { leadIds: [leadId] } }]);
    }, AS_SYSTEM);
    await seal();
    expect(await entryOf(id)).toMatchObject({ after: null, salt: null, leaves: null });
    expect(await verifyChain(db)).toMatchObject({ blanked: 1, broken: null });
  });
});
