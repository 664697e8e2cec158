import { setImmediate as breathe } from 'node:timers/promises';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Tx } from '../../../src/platform/db/open.js';
import { createSequencer } from '../../../src/platform/events/sequencer.js';
import { createMemoryWakeUp } from '../../../src/platform/events/wake-up-memory.js';
import { testDatabase } from '../../support/test-file.js';
import { append, commitNumbered, makeEventLead, NEVER_MS, quiet, range } from './event-setup.js';

const db = await testDatabase();
beforeEach(() => db.reset());

function sequencer(pollMs = NEVER_MS) {
  const wakeUp = createMemoryWakeUp();
  const announced: number[] = [];
  const next: ((position: number) => void)[] = [];
  wakeUp.onHint((position) => {
    announced.push(position);
    for (const resolve of next.splice(0)) resolve(position);
  });
  return {
    ...createSequencer({ db, wakeUp, log: quiet, pollMs }),
    announced,
    announcement: () => new Promise<number>((resolve) => next.push(resolve)),
  };
}

async function stampedRows() {
  const rows = await db.prisma.domainEvent.findMany({ orderBy: { position: 'asc' } });
  return rows.map((row) => ({
    ...row,
    position: row.position === null ? null : Number(row.position),
  }));
}

/** Between the event and the commit, where transactions overtake each other. */
async function dawdle(tx: Tx): Promise<void> {
  if (db.kind === 'postgres') await tx.$executeRaw`SELECT pg_sleep(random() * 0.01)`;
  else for (let turn = Math.random() * 5; turn > 0; turn -= 1) await breathe();
}

describe('positions', () => {
  test('are contiguous under 16 writers and 3 sequencers; no event is lost or doubled, each lead keeps its order', async () => {
    const WRITERS = 16;
    const EACH = 25;
    const leads = await Promise.all(range(1, 4).map(() => makeEventLead(db)));
    const sequencers = [sequencer(1), sequencer(2), sequencer(3)];
    for (const each of sequencers) each.start();
    const counters = new Map<string, number>();

    await Promise.all(
      range(1, WRITERS).map(async (writer) => {
        for (const nth of range(1, EACH)) {
          const lead = leads[(writer + nth) % leads.length] ?? expect.fail('no lead');
          await db.transaction(async (tx) => {
            await tx.$queryRaw`SELECT id FROM lead WHERE id = ${lead.id}::uuid FOR UPDATE`;
            const n = (counters.get(lead.id) ?? 0) + 1;
            counters.set(lead.id, n);
            await append(tx, [{ lead, payload: { n, writer, nth } }]);
            await dawdle(tx);
          });
          sequencers[nth % sequencers.length]?.kick();
        }
      }),
    );
    await sequencers[0]?.catchUp();
    await Promise.all(sequencers.map((each) => each.stop()));

    const rows = await stampedRows();
    expect(rows.map(({ position }) => position)).toEqual(range(1, WRITERS * EACH));
    for (const lead of leads) {
      const ofLead = rows.filter(({ leadId }) => leadId === lead.id);
      expect(ofLead.map(({ payload }) => (payload as { n: number }).n)).toEqual(
        range(1, counters.get(lead.id) ?? 0),
      );
    }
    const log = await db.prisma.eventLog.findUniqueOrThrow({ where: { id: 1 } });
    expect(log.lastPosition).toBe(BigInt(WRITERS * EACH));
  });

  test('reach over several batches in one pass, and the highest is announced after its commit', async () => {
    await commitNumbered(db, 1, 2_300);
    const one = sequencer();
    await one.catchUp();
    await one.stop();
    const rows = await stampedRows();
    expect(rows.map(({ payload }) => payload)).toEqual(range(1, 2_300).map((n) => ({ n })));
    expect(rows.map(({ position }) => position)).toEqual(range(1, 2_300));
    expect(one.announced.at(-1)).toBe(2_300);
  });

  test('continue where another process stopped', async () => {
    await commitNumbered(db, 1, 3);
    await sequencer().catchUp();
    await commitNumbered(db, 4, 5);
    await sequencer().catchUp();
    expect((await stampedRows()).map(({ position }) => position)).toEqual([1, 2, 3, 4, 5]);
  });

  test('are not drawn when there is nothing to number', async () => {
    const idle = sequencer();
    await idle.catchUp();
    await idle.catchUp();
    const log = await db.prisma.eventLog.findUniqueOrThrow({ where: { id: 1 } });
    expect([log.lastPosition, idle.announced]).toEqual([0n, []]);
  });
});

describe('a sequencer', () => {
  test('numbers at start what was committed before', async () => {
    await commitNumbered(db, 1, 3);
    const one = sequencer();
    const announcement = one.announcement();
    one.start();
    expect(await announcement).toBe(3);
    await one.stop();
  });

  test('finds by its timer what nobody kicked it for', async () => {
    const one = sequencer(5);
    one.start();
    await one.catchUp();
    const announcement = one.announcement();
    await commitNumbered(db, 1, 1);
    expect(await announcement).toBe(1);
    await one.stop();
  });

  test('makes few passes of many kicks', async () => {
    const one = sequencer();
    one.start();
    await one.catchUp();
    await commitNumbered(db, 1, 1);
    let statements = 0;
    const stopCounting = db.onQuery(() => {
      statements += 1;
    });
    for (let kick = 0; kick < 1_000; kick += 1) one.kick();
    await one.catchUp();
    stopCounting();
    await one.stop();
    expect(statements).toBeGreaterThan(0);
    expect(statements).toBeLessThan(15);
  });

  test('outlives failures of the database', async () => {
    const failures: unknown[] = [];
    const wakeUp = createMemoryWakeUp();
    let broken = true;
    const flaky = {
      ...db,
      queryAs: ((...asked) =>
        broken
          ? Promise.reject(new Error('connection reset'))
          : db.queryAs(...asked)) as typeof db.queryAs,
    };
    const log = Object.assign(Object.create(quiet), {
      error: (about: { err: Error }) => {
        failures.push(about.err.message);
        if (failures.length === 2) broken = false;
      },
    });
    const numbered = new Promise((resolve) => wakeUp.onHint(resolve));
    await commitNumbered(db, 1, 1);
    const one = createSequencer({ db: flaky, wakeUp, log, pollMs: 1 });
    one.start();
    expect(await numbered).toBe(1);
    await one.stop();
    expect(failures).toEqual(['connection reset', 'connection reset']);
  });

  test('does not wait for a slow announcement', async () => {
    const arrived: number[] = [];
    let release = () => {};
    const wakeUp = {
      ...createMemoryWakeUp(),
      announce(position: number) {
        arrived.push(position);
        return new Promise<void>((resolve) => {
          release = resolve;
        });
      },
    };
    const one = createSequencer({ db, wakeUp, log: quiet, pollMs: NEVER_MS });
    for (const n of [1, 2, 3]) {
      await commitNumbered(db, n, n);
      await one.catchUp();
    }
    expect(arrived).toEqual([1]);
    release();
    await breathe();
    expect(arrived).toEqual([1, 3]);
    release();
    await one.stop();
  });
});
