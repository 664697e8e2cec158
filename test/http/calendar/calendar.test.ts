import ICAL from 'ical.js';
import { beforeEach, describe, expect, test } from 'vitest';
import { contentLine } from '../../../src/domain/ical/lines.js';
import { timeZoneComponent } from '../../../src/domain/ical/time-zone.js';
import { type ApiUser, globalId } from '../../support/api.js';
import { mutate, outcomeOf } from '../../support/mutate.js';
import { testApi } from '../../support/test-file.js';

const api = await testApi({ env: { PUBLIC_URL: 'https://leads.example' } });
let agent: ApiUser;
let nth = 0;
let leadId: string;
let company: string;

beforeEach(async () => {
  api.clock.set('2026-03-01T09:00:00Z');
  nth++;
  agent = await api.user('REP', { name: `Agent${nth}` });
  await api.db.prisma.user.update({ where: { id: agent.id }, data: { locale: 'de' } });
  company = `Hôtel Größe; „Post“, Nebenhaus ${nth}`;
  const input = { companyName: company, city: 'Ulm' };
  expect(outcomeOf(await mutate(api, agent, 'registerLead', input))).toBe('DONE');
  const lead = await api.db.prisma.lead.findFirstOrThrow({ where: { ownerId: agent.id } });
  leadId = lead.id;
});

interface Made {
  readonly path: string;
  readonly url: string;
  readonly calendarFeed: { readonly id: string; readonly lastUsedAt: string | null };
}

async function create(as: ApiUser, input: object = {}): Promise<Made> {
  const { createCalendarFeed } = await api.query<{ createCalendarFeed: Made }, object>(
    as,
    `mutation ($input: CreateCalendarFeedInput!) { createCalendarFeed(input: $input) {
      ... on UserError { message }
      ... on CreateCalendarFeedPayload { path url calendarFeed { id name customerNames lastUsedAt revokedAt } }
    } }`,
    { input: { name: 'Telefon', ...input } },
  );
  return createCalendarFeed;
}

function fetchFeed(path: string, headers: Record<string, string> = {}, method = 'GET') {
  return api.app.fetch(new Request(`http://localhost${path}`, { method, headers }));
}

/** As a strict parser reads it: what is no iCalendar throws. */
async function entriesOf(path: string) {
  const text = await (await fetchFeed(path)).text();
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  const calendar = new ICAL.Component(ICAL.parse(text));
  expect(calendar.getFirstPropertyValue('version')).toBe('2.0');
  const zones = calendar.getAllSubcomponents('vtimezone').map((zone) => new ICAL.Timezone(zone));
  const entries = calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component, { strictExceptions: true });
    const { uid, summary, sequence, startDate } = event;
    const named = component.getFirstProperty('dtstart')?.getParameter('tzid');
    const zone = zones.find(({ tzid }) => tzid === named);
    if (zone) startDate.zone = zone;
    return {
      uid,
      summary,
      sequence,
      allDay: startDate.isDate,
      start: startDate.toString(),
      utc: zone ? startDate.convertToZone(ICAL.Timezone.utcTimezone).toString() : null,
      status: component.getFirstPropertyValue('status'),
      url: component.getFirstPropertyValue('url'),
    };
  });
  return { text, calendar, entries };
}

describe('a calendar', () => {
  test('has the deadlines of its user as days, without names, and says as of when', async () => {
    const { path, url } = await create(agent);
    expect(url).toBe(`https://leads.example${path}`);
    const { text, calendar, entries } = await entriesOf(path);
    const link = `https://leads.example/leads/${encodeURIComponent(globalId('Lead', leadId))}`;
    const common = { allDay: true, sequence: 0, status: 'CONFIRMED', url: link, utc: null };
    expect(entries).toEqual([
      {
        ...common,
        uid: `warning-due-${leadId}@leadwarden`,
        summary: 'Warnung wird fällig',
        start: '2026-04-23',
      },
      {
        ...common,
        uid: `progress-due-${leadId}@leadwarden`,
        summary: 'Fortschritt fällig',
        start: '2026-04-30',
      },
      {
        ...common,
        uid: `protection-ends-${leadId}@leadwarden`,
        summary: 'Schutz läuft ab',
        start: '2026-09-01',
      },
    ]);
    expect(calendar.getFirstPropertyValue('description')).toBe(
      'Stand: Sonntag, 1. März 2026, 10:00 Uhr (MEZ)',
    );
    expect(text).not.toContain('Post');
  });

  test('names companies if its user wants that', async () => {
    const { path } = await create(agent, { customerNames: true });
    const { entries } = await entriesOf(path);
    expect(entries[1]?.summary).toBe(`Fortschritt fällig: ${company}, Ulm`);
  });

  test('has follow-ups at their time in the zone of the policy, in summer too', async () => {
    const { path } = await create(agent);
    const dueAt = '2026-07-06T12:30:00Z';
    const input = { leadId: globalId('Lead', leadId), dueAt, note: 'geheim' };
    expect(outcomeOf(await mutate(api, agent, 'scheduleFollowUp', input))).toBe('DONE');
    const { text, entries } = await entriesOf(path);
    expect(entries.find(({ uid }) => uid.startsWith('follow-up-'))).toMatchObject({
      summary: 'Wiedervorlage',
      allDay: false,
      start: '2026-07-06T14:30:00',
      utc: '2026-07-06T12:30:00Z',
    });
    expect(text).toContain('DTSTART;TZID=Europe/Berlin:20260706T143000');
    expect(text).not.toContain('geheim');
  });

  test('a date that moves keeps its UID and gets the next number; one that goes is cancelled', async () => {
    const { path } = await create(agent, { customerNames: true });
    const before = await entriesOf(path);
    api.clock.advance({ days: 2 });
    agent = { ...agent, token: (await api.app.issuer?.sign(agent.email, api.clock.now())) ?? '' };
    const id = globalId('Lead', leadId);
    await mutate(api, agent, 'logActivity', { leadId: id, kind: 'QUALIFIED_CALL' });
    const moved = await entriesOf(path);
    const numbers = (read: typeof before) =>
      Object.fromEntries(read.entries.map(({ uid, sequence }) => [uid, sequence]));
    expect(numbers(before)).not.toEqual(numbers(moved));
    expect(
      moved.entries.map(({ uid, sequence }) => [uid.split(`-${leadId}`)[0], sequence]),
    ).toEqual([
      ['warning-due', 1],
      ['progress-due', 1],
      ['protection-ends', 0],
    ]);
    await mutate(api, agent, 'releaseLead', { leadId: id });
    const off = await entriesOf(path);
    expect(off.entries.map(({ status, sequence }) => [status, sequence])).toEqual([
      ['CANCELLED', 2],
      ['CANCELLED', 2],
      ['CANCELLED', 1],
    ]);
    expect(off.text).not.toContain('Post');
    api.clock.advance({ days: 61 });
    expect((await entriesOf(path)).entries).toEqual([]);
  });

  test('of a manager has the dates of their territory, and nobody else’s', async () => {
    await api.db.prisma.lead.update({ where: { id: leadId }, data: { territory: `T${nth}` } });
    const manager = await api.user('MANAGER', { name: `Manager${nth}`, territory: `T${nth}` });
    const { path } = await create(manager);
    expect((await entriesOf(path)).entries).toHaveLength(3);
    const stranger = await api.user('REP', { name: `Stranger${nth}` });
    expect((await entriesOf((await create(stranger)).path)).entries).toEqual([]);
  });
});

describe('its address', () => {
  test('is asked again for nothing while nothing has changed', async () => {
    const { path } = await create(agent);
    const first = await fetchFeed(path);
    const etag = first.headers.get('etag') ?? '';
    const modified = first.headers.get('last-modified') ?? '';
    expect(first.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(first.headers.get('cache-control')).toBe('private, no-cache');
    api.clock.advance({ hours: 1 });
    const answers = [
      await fetchFeed(path, { 'if-none-match': etag }),
      await fetchFeed(path, { 'if-modified-since': modified }),
      await fetchFeed(path, { 'if-none-match': '"other"', 'if-modified-since': modified }),
      await fetchFeed(path, {}, 'HEAD'),
    ];
    expect(answers.map(({ status }) => status)).toEqual([304, 304, 200, 200]);
    expect(await answers[3]?.text()).toBe('');
    const feeds = await api.query<{ calendarFeeds: object[] }, object>(
      agent,
      '{ calendarFeeds { name customerNames lastUsedAt revokedAt user { name } } }',
    );
    expect(feeds.calendarFeeds).toEqual([
      {
        name: 'Telefon',
        customerNames: false,
        lastUsedAt: '2026-03-01T10:00:00.000Z',
        revokedAt: null,
        user: { name: `Agent${nth}` },
      },
    ]);
  });

  test('is a secret: stored hashed, in no log, and told once', async () => {
    const { path } = await create(agent);
    await fetchFeed(path);
    const secret = path.slice('/calendar/'.length, -'.ics'.length);
    expect(secret).toMatch(/^[\w-]{43}$/);
    expect(api.logged.join()).not.toContain(secret);
    const rows = await api.db.query<{ row: string }>(
      'SELECT row_to_json(f)::text AS row FROM calendar_feed f UNION ALL SELECT row_to_json(a)::text FROM audit_entry a',
    );
    expect(rows.map(({ row }) => row).join()).not.toContain(secret);
  });

  test('that is unknown, malformed, revoked or of somebody who left has one and the same answer', async () => {
    const { path, calendarFeed } = await create(agent);
    const gone = await api.user('REP', { name: `Gone${nth}` });
    const theirs = await create(gone);
    await api.db.prisma.user.update({ where: { id: gone.id }, data: { active: false } });
    const stranger = await api.user('REP', { name: `Other${nth}` });
    const input = { calendarFeedId: calendarFeed.id };
    expect(outcomeOf(await mutate(api, stranger, 'revokeCalendarFeed', input))).toBe('NOT_FOUND');
    expect((await fetchFeed(path)).status).toBe(200);
    expect(outcomeOf(await mutate(api, agent, 'revokeCalendarFeed', input))).toBe('DONE');
    const paths = [path, theirs.path, `/calendar/${'x'.repeat(43)}.ics`, '/calendar/abc'];
    const answers = await Promise.all(
      paths.map(async (one) => {
        const response = await fetchFeed(one);
        return [response.status, await response.text()];
      }),
    );
    expect(new Set(answers.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(answers[0]?.[0]).toBe(404);
  });

  test('there are ten of a user, and no more', async () => {
    for (let n = 0; n < 10; n++) await create(agent, { name: `Nr. ${n}` });
    expect(await create(agent, { name: 'Nr. 11' })).toEqual({
      message: expect.stringContaining('so viele Kalender'),
    });
  });
});

test('lines are folded between characters, at 75 octets at most', () => {
  const text = `SUMMARY:${'ä🏨x'.repeat(40)}`;
  const folded = contentLine(text);
  expect(folded.replaceAll('\r\n ', '').trimEnd()).toBe(text);
  for (const line of folded.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
});

test.each([
  'UTC',
  'Europe/Berlin',
  'America/St_Johns',
  'Asia/Kolkata',
])('the zone %s is one that a parser computes with', (name) => {
  const text = timeZoneComponent(
    name,
    new Date('2026-01-01T00:00:00Z'),
    new Date('2027-01-01T00:00:00Z'),
  );
  const zone = new ICAL.Timezone(new ICAL.Component(ICAL.parse(text)));
  for (const at of ['2026-02-01T12:00:00Z', '2026-07-01T12:00:00Z']) {
    const format = { timeZone: name, dateStyle: 'short', timeStyle: 'medium' } as const;
    const wall = new Intl.DateTimeFormat('sv-SE', format).format(new Date(at)).replace(' ', 'T');
    expect(
      ICAL.Time.fromJSDate(new Date(at), true).convertToZone(zone).toString().slice(0, 19),
    ).toBe(wall);
  }
});
