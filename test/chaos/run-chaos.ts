import { askingAt, endOfLog } from '../faults/ask.js';
import { type Installation, startServers } from '../faults/installation.js';
import { startSubscriber, type Transport } from '../faults/subscriber.js';
import { startMailServer } from '../features/mail/mail-server.js';
import { positionOf } from '../support/cursors.js';
import { applyFault, endsDispatcher } from './apply-fault.js';
import { checkHistory } from './check-history.js';
import { pause, startCluster } from './cluster.js';
import {
  comeToRest,
  type Follower,
  followingOf,
  type Reader,
  readStored,
  releaseEverything,
} from './come-to-rest.js';
import type { History, Problem } from './history.js';
import { type PlannedFault, planFaults } from './plan-faults.js';
import { startWorkLoad } from './work-load.js';

export interface ChaosOptions {
  readonly seed: number;
  readonly lengthMs: number;
  readonly replicas: number;
  /** Told of each fault as it begins and ends. */
  readonly tell?: (line: string) => void;
}

export interface ChaosReport {
  readonly seed: number;
  readonly faults: readonly string[];
  readonly counts: Readonly<Record<string, number>>;
  readonly problems: readonly Problem[];
  /** What has no place in a history: processes that ended by themselves, what the doctor found. */
  readonly complaints: readonly string[];
}

/** A replica that could not end in good order in time, because some of its connections were still half open. */
const CUT_SHORT = 1;

/** Lets people work and servers fail for so long, heals everything and looks at what came of it. */
export async function runChaos(options: ChaosOptions): Promise<ChaosReport> {
  const { seed, lengthMs, replicas, tell = () => {} } = options;
  await using servers = await startServers();
  await using home = await servers.install();
  const mail = { refusing: false };
  await using mailServer = await startMailServer(() =>
    mail.refusing ? { at: 'RCPT', code: 451 } : 'accept',
  );
  const env = { SMTP_URL: mailServer.url, LOG_LEVEL: 'warn' };
  await using cluster = await startCluster(servers, home, replicas, env);
  const successor: string[] = [];
  const urls = () => [...cluster.urls(), ...successor];
  const followers = await follow(home, urls);
  const subscribers = followers.map(({ subscriber }) => subscriber);
  const load = startWorkLoad({ home, urls, seed });

  const faults: string[] = [];
  const field = { servers, home, cluster, subscribers, mail };
  const plan = planFaults({ seed, lengthMs, replicas });
  const began = performance.now();
  const since = () => ((performance.now() - began) / 1_000).toFixed(1).padStart(6);
  const say = (line: string) => {
    faults.push(line);
    tell(line);
  };
  const underWay: Promise<void>[] = [];
  for (const planned of plan) {
    await pause(Math.max(0, planned.atMs - (performance.now() - began)));
    say(`${since()} s  ${describe(planned)}`);
    underWay.push(
      applyFault(field, planned).then(
        () => say(`${since()} s    over: ${describe(planned)}`),
        (error) => say(`${since()} s    ${planned.fault} could not be done: ${error}`),
      ),
    );
  }
  await Promise.all(underWay);
  await pause(Math.max(0, lengthMs - (performance.now() - began)));

  await load.stop();
  tell(`${since()} s  healed; coming to rest`);
  const codes = await cluster.end();
  const cutShort = codes.filter((code) => code === CUT_SHORT).length;
  await releaseEverything(home);
  const last = await home.startReplica(env);
  successor.push(last.url);
  await comeToRest(home, last, followers);
  const doctor = await home.doctor();

  const delivered = mailServer.accepted.map(({ raw, recipient }) => ({
    recipient,
    messageId: /^Message-ID: (.*)$/im.exec(raw)?.[1]?.trim() ?? '',
  }));
  const history: History = {
    ...(await readStored(home)),
    acknowledged: load.acknowledged,
    followings: followers.map((follower) => followingOf(home, follower)),
    delivered,
    crashes: plan.filter(({ fault }) => endsDispatcher(fault)).length + cutShort,
  };
  return {
    seed,
    faults,
    problems: checkHistory(history),
    complaints: [
      ...cluster.surprises,
      ...codes
        .filter((code) => code !== 0 && code !== CUT_SHORT && code !== null)
        .map((code) => `a replica ended with ${code} when it was told to`),
      ...(doctor.code === 0 ? [] : [`the doctor: ${doctor.said}`]),
    ],
    counts: {
      faults: plan.length,
      acknowledged: load.acknowledged.length,
      'sent again': load.retries,
      refused: [...load.refusals.values()].reduce((sum, count) => sum + count, 0),
      events: history.log.length,
      told: subscribers.reduce((sum, { told }) => sum + told.length, 0),
      connections: subscribers.reduce((sum, { connections }) => sum + connections, 0),
      'mails sent': history.outbox.filter(({ status }) => status === 'SENT').length,
      'mails delivered': delivered.length,
    },
  };
}

function describe({ fault, replica, lengthMs }: PlannedFault): string {
  return `${fault} (${replica}, ${(lengthMs / 1_000).toFixed(1)} s)`;
}

/** Each kind of reader, over both transports. */
async function follow(home: Installation, urls: () => string[]): Promise<Follower[]> {
  const readers: [Reader, Transport][] = [
    ['anna', 'WebSocket'],
    ['anna', 'SSE'],
    ['ben', 'SSE'],
    ['manager', 'WebSocket'],
    ['admin', 'SSE'],
    ['wall', 'WebSocket'],
  ];
  return Promise.all(
    readers.map(async ([name, transport]) => {
      const person = home[name];
      const after = await endOfLog(askingAt(urls()[0] ?? '', person.token));
      const subscriber = startSubscriber({ person, transport, after, urls });
      return { reader: name, subscriber, after: positionOf(after) };
    }),
  );
}
