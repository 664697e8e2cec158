import { expect, test } from 'vitest';
import { announceAbsence } from '../../../src/features/absences/announce-absence.js';
import { cancelAbsence } from '../../../src/features/absences/cancel-absence.js';
import { loadActor } from '../../../src/features/sign-in/load-actor.js';
import { testApi } from '../../support/test-file.js';

const api = await testApi();

test('a user’s absences are those to come and the one that runs, the next first; not what is over or was called off', async () => {
  const [anna, bert] = [
    await api.user('REP', { name: 'Anna' }),
    await api.user('REP', { name: 'Bert' }),
  ];
  const days = async (from: number, to: number) => {
    const at = (day: number) => new Date(api.clock.now().getTime() + day * 86_400_000);
    const ctx = {
      db: api.db,
      actor: await loadActor(api.db, anna.email),
      now: api.clock.now(),
      requestId: null,
    };
    const absence = { deputyId: bert.id, startsAt: at(from), endsAt: at(to) };
    return { ctx, ...absence, ...(await announceAbsence(ctx, absence)) };
  };
  await days(0, 1);
  api.clock.advance({ days: 1 });
  const next = await days(20, 21);
  const calledOff = await days(5, 6);
  await cancelAbsence(calledOff.ctx, { absenceId: calledOff.absenceId });
  const running = await days(0, 2);
  const query = '{ me { absences { startsAt cancelledAt deputy { name } } } }';
  const seen = [running, next].map(({ startsAt }) => ({
    startsAt: startsAt.toISOString(),
    cancelledAt: null,
    deputy: { name: 'Bert' },
  }));
  expect(await api.execute(anna, query)).toMatchObject({ data: { me: { absences: seen } } });
});
