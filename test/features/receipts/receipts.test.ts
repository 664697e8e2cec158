import { beforeAll, describe, expect, test } from 'vitest';
import { verifyDocument } from '../../../src/domain/receipts/verify-document.js';
import type { ApiUser } from '../../support/api.js';
import { testApi } from '../../support/test-file.js';

const api = await testApi({ started: true });

const offline = { verifyTimestamp: () => Promise.reject(new Error('There is no stamp.')) };

interface Told {
  readonly id: string;
  readonly kind: string;
  readonly state: string;
  readonly document: string | null;
}

const RECEIPT = '{ id kind state document }';
const REGISTER = `mutation ($company: String!, $reason: String) {
  registerLead(input: { companyName: $company, city: "Ulm", postalCode: "89073", overrideReason: $reason }) {
    ... on RegisterLeadPayload { lead { id } receipt ${RECEIPT} }
    ... on ConflictError { message receipt { id kind state lead { id } document } }
  }
}`;

interface Registered {
  readonly registerLead: {
    readonly lead?: { readonly id: string };
    readonly message?: string;
    readonly receipt: Told;
  };
}

async function register(as: ApiUser, company: string, reason: string | null = null) {
  const { registerLead } = await api.query<Registered, object>(as, REGISTER, { company, reason });
  return registerLead;
}

async function receiptOf(as: ApiUser, id: string): Promise<Told | null> {
  const query = `query ($id: ID!) { receipt(id: $id) ${RECEIPT} }`;
  return (await api.query<{ receipt: Told | null }, object>(as, query, { id })).receipt;
}

async function sealed(as: ApiUser, { id }: { id: string }) {
  await api.app.receipts.seal();
  const receipt = await receiptOf(as, id);
  if (!receipt?.document) throw new Error(`The receipt ${id} has no document.`);
  return { ...receipt, document: receipt.document };
}

const verify = (document: string) => verifyDocument(document, offline);

let anna: ApiUser;
let bob: ApiUser;
beforeAll(async () => {
  anna = await api.user('REP', { name: 'Anna', territory: 'SOUTH' });
  bob = await api.user('REP', { name: 'Bob', territory: 'NORTH' });
});

describe('the receipt of a registration', () => {
  test('is provisional in the payload, and sealed by the next checkpoint', async () => {
    const { receipt } = await register(anna, 'Hotel Adler');
    expect(receipt).toMatchObject({
      kind: 'LEAD_REGISTERED',
      state: 'PROVISIONAL',
      document: null,
    });
    const { state, document } = await sealed(anna, receipt);
    expect(state).toBe('SEALED');
    const { verdict, disclosed, receipt: read } = await verify(document);
    expect(verdict).toBe('SEALED');
    expect(disclosed).toEqual({
      companyName: 'Hotel Adler',
      city: 'Ulm',
      postalCode: '89073',
      country: 'DE',
      ownerName: 'Anna',
      actorName: 'Anna',
    });
    expect(read?.first).toEqual({ rule: 1, resembled: false });
    expect(read?.facts).toMatchObject({
      kind: 'LEAD_REGISTERED',
      at: new Date('2026-03-01T09:00:00Z'),
      atLocal: '2026-03-01T10:00:00.000+01:00[Europe/Berlin]',
      ownerId: anna.id,
      policy: { version: 1 },
    });
  });

  test('names the position of its event', async () => {
    const { receipt } = await register(anna, 'Gasthof Krone');
    const { document } = await sealed(anna, receipt);
    const { receipt: read } = await verify(document);
    const id = read?.facts.id ?? '';
    const event = await api.db.prisma.domainEvent.findUniqueOrThrow({ where: { id } });
    expect(read?.facts.position).toBe(Number(event.position));
  });

  test('says when the company resembled a protected one', async () => {
    await register(anna, 'Hotel zum Goldenen Hirschen');
    const other = await register(
      anna,
      'Hotel zum Goldnen Hirschen',
      'Another house of another family',
    );
    const { document } = await sealed(anna, other.receipt);
    expect((await verify(document)).receipt?.first).toEqual({ rule: 1, resembled: true });
  });

  test('names the company as it was, also when it is renamed before the receipt is signed', async () => {
    const { receipt, lead } = await register(anna, 'Pension Rose');
    const id =
      Buffer.from(lead?.id ?? '', 'base64')
        .toString()
        .split(':')[1] ?? '';
    await api.db.prisma.lead.update({ where: { id }, data: { companyName: 'Pension Nelke' } });
    const { document } = await sealed(anna, receipt);
    expect((await verify(document)).disclosed.companyName).toBe('Pension Rose');
  });
});

describe('a refusal', () => {
  test('yields a receipt that says nothing about the other lead', async () => {
    await register(anna, 'Kantine Nord');
    const refused = await register(bob, 'Kantine Nord');
    expect(refused.message).toBe('This company is under protection already.');
    expect(refused.receipt).toMatchObject({ kind: 'REGISTRATION_REFUSED', lead: null });
    const { document } = await sealed(bob, refused.receipt);
    const { verdict, disclosed, receipt } = await verify(document);
    expect(verdict).toBe('SEALED');
    expect(disclosed).toMatchObject({ companyName: 'Kantine Nord', ownerName: 'Bob' });
    expect(receipt?.facts).toMatchObject({
      leadId: null,
      ownerId: bob.id,
      facts: { by: 'registerLead', verdict: 'PROTECTED' },
    });
    expect(receipt?.first).toBeNull();
    expect(document).not.toContain(anna.id);
    expect(JSON.stringify([receipt, disclosed])).not.toContain('Anna');
  });

  test('is hidden from other agents and from managers of other territories', async () => {
    const refused = await register(bob, 'Kantine Nord');
    const north = await api.user('MANAGER', { name: 'North', territory: 'NORTH' });
    const south = await api.user('MANAGER', { name: 'South', territory: 'SOUTH' });
    const { id } = refused.receipt;
    expect(await receiptOf(anna, id)).toBeNull();
    expect(await receiptOf(south, id)).toBeNull();
    expect(await receiptOf(north, id)).toMatchObject({ kind: 'REGISTRATION_REFUSED' });
    const events = `query { eventLog(types: [REGISTRATION_REFUSED], first: 100) { edges { node { payload } } } }`;
    type Log = { eventLog: { edges: object[] } };
    expect((await api.query<Log, object>(south, events)).eventLog.edges).toEqual([]);
    expect((await api.query<Log, object>(anna, events)).eventLog.edges).toEqual([]);
    expect((await api.query<Log, object>(north, events)).eventLog.edges[0]).toEqual({
      node: { payload: { by: 'registerLead', verdict: 'PROTECTED' } },
    });
  });
});

describe('other verbs', () => {
  test('yield receipts as well, which their agent keeps when the lead has gone', async () => {
    const { lead } = await register(anna, 'Catering Sonne');
    const leadId = lead?.id;
    const payloads = `... on ConflictError { message }`;
    const start = await api.query<Record<string, { receipt: Told; hold: { id: string } }>, object>(
      anna,
      `mutation ($leadId: ID!) { startHold(input: { leadId: $leadId, reason: SAMPLE_DELAY }) {
         ... on StartHoldPayload { hold { id } receipt ${RECEIPT} } ${payloads} } }`,
      { leadId },
    );
    expect(start.startHold?.receipt.kind).toBe('HOLD_STARTED');
    api.clock.advance({ minutes: 1 });
    const end = await api.query<Record<string, { receipt: Told }>, object>(
      anna,
      `mutation ($holdId: ID!) { endHold(input: { holdId: $holdId }) {
         ... on EndHoldPayload { receipt ${RECEIPT} } ${payloads} } }`,
      { holdId: start.startHold?.hold.id },
    );
    expect(end.endHold?.receipt ?? null).toMatchObject({ kind: 'HOLD_ENDED' });
    const release = await api.query<Record<string, { receipt: Told }>, object>(
      anna,
      `mutation ($leadId: ID!) { releaseLead(input: { leadId: $leadId }) {
         ... on ReleaseLeadPayload { receipt ${RECEIPT} } ${payloads} } }`,
      { leadId },
    );
    expect(release.releaseLead?.receipt.kind).toBe('LEAD_RELEASED');
    const claim = await api.query<Record<string, { receipt: Told }>, object>(
      bob,
      `mutation ($leadId: ID!) { claimLead(input: { leadId: $leadId }) {
         ... on ClaimLeadPayload { receipt ${RECEIPT} } ${payloads} } }`,
      { leadId },
    );
    expect(claim.claimLead?.receipt.kind).toBe('LEAD_CLAIMED');
    const mine = `query ($leadId: ID!) { receipts(filter: { leadId: $leadId }) { edges { node { kind } } } }`;
    const kinds = async (as: ApiUser) =>
      (
        await api.query<{ receipts: { edges: { node: { kind: string } }[] } }, object>(as, mine, {
          leadId,
        })
      ).receipts.edges.map(({ node }) => node.kind);
    expect((await kinds(anna)).sort()).toEqual([
      'HOLD_ENDED',
      'HOLD_STARTED',
      'LEAD_REGISTERED',
      'LEAD_RELEASED',
    ]);
    expect(await kinds(bob)).toEqual(['LEAD_CLAIMED']);
    const nested = `query ($id: ID!) { lead(id: $id) { receipts { edges { node { kind } } } } }`;
    expect(await api.query(bob, nested, { id: leadId })).toEqual({
      lead: { receipts: { edges: [{ node: { kind: 'LEAD_CLAIMED' } }] } },
    });
  });
});

describe('a document', () => {
  test('is refused when any byte of it was changed', async () => {
    const { receipt } = await register(anna, 'Mensa West');
    await register(anna, 'Mensa Ost');
    const { document } = await sealed(anna, receipt);
    expect((await verify(document)).verdict).toBe('SEALED');
    const bytes = Buffer.from(document);
    const believed: string[] = [];
    for (let at = 0; at < bytes.length; at += 1) {
      for (const mask of [0x01, 0x20]) {
        const changed = Buffer.from(bytes);
        changed[at] = (changed[at] ?? 0) ^ mask;
        const { verdict } = await verify(changed.toString());
        if (verdict !== 'FAILED') believed.push(`${at}: ${changed.subarray(at - 20, at + 20)}`);
      }
    }
    expect(believed).toEqual([]);
  });

  test('stays valid when some of its values are withheld, but not with values of another receipt', async () => {
    const { receipt } = await register(anna, 'Bistro Eins');
    const other = await register(anna, 'Bistro Zwei');
    const { document } = await sealed(anna, receipt);
    const { document: second } = await sealed(anna, other.receipt);
    const [one, two] = [JSON.parse(document), JSON.parse(second)];
    const told = (disclosures: string[]) => verify(JSON.stringify({ disclosures, ...rest(one) }));
    const rest = ({ disclosures: _, ...others }: { disclosures: string[] }) => others;
    expect(await told(one.disclosures.slice(1))).toMatchObject({ verdict: 'SEALED' });
    expect(await told([])).toMatchObject({ verdict: 'SEALED', disclosed: {} });
    expect(await told([two.disclosures[0]])).toMatchObject({ verdict: 'FAILED' });
    expect(await told([one.disclosures[0], one.disclosures[0]])).toMatchObject({
      verdict: 'FAILED',
    });
  });
});

describe('the log', () => {
  const SIZES = `query { receiptLog { size checkpoint { size note } keys { kid } } }`;
  interface Log {
    readonly receiptLog: { size: number; checkpoint: { size: number; note: string } };
  }

  test('proves that each checkpoint continues the earlier ones', async () => {
    await register(anna, 'Hotel Alpha');
    await api.app.receipts.seal();
    const { checkpoint } = (await api.query<Log, object>(anna, SIZES)).receiptLog;
    await register(anna, 'Hotel Beta');
    await register(anna, 'Hotel Gamma');
    await api.app.receipts.seal();
    const query = `query ($first: Int!) { receiptConsistency(first: $first) }`;
    const { receiptConsistency: proof } = await api.query<{ receiptConsistency: string }, object>(
      bob,
      query,
      { first: checkpoint.size },
    );
    const kept = { ...offline, checkpoint: checkpoint.note };
    const { verdict, checks } = await verifyDocument(proof, kept);
    expect(verdict).toBe('CONSISTENT');
    expect(checks).toContainEqual({ name: 'KEPT_CHECKPOINT', state: 'OK' });
    for (let at = 0; at < proof.length; at += 1) {
      const code = String.fromCharCode(proof.charCodeAt(at) ^ 1);
      const changed = `${proof.slice(0, at)}${code}${proof.slice(at + 1)}`;
      expect((await verify(changed)).verdict, changed.slice(at - 20, at + 20)).toBe('FAILED');
    }
  });

  test('is sealed by itself when the minutes of the setting have passed', async () => {
    await api.app.receipts.seal();
    await register(anna, 'Hotel Delta');
    await api.app.receipts.catchUp();
    const sizes = async () => (await api.query<Log, object>(anna, SIZES)).receiptLog;
    const before = await sizes();
    expect(before.checkpoint.size).toBeLessThan(before.size);
    api.clock.advance({ minutes: 5 });
    await api.app.receipts.catchUp();
    const after = await sizes();
    expect(after.checkpoint.size).toBe(after.size);
  });

  test('keeps every receipt when two replicas sign at once', async () => {
    for (const nth of [1, 2, 3, 4, 5]) await register(anna, `Wirtshaus ${'abcdefgh'[nth]}tal`);
    await Promise.all([api.app.receipts.catchUp(), api.app.receipts.seal()]);
    const rows = await api.db.prisma.receipt.findMany({ orderBy: { leafIndex: 'asc' } });
    expect(rows.map(({ leafIndex }) => Number(leafIndex))).toEqual(rows.map((_, nth) => nth));
  });
});
