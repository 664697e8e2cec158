import { createServer } from 'node:http';
import { listen } from '../http/listen.js';
import { createProgress } from '../platform/ops/progress.js';
import { StartUpError, together } from '../platform/ops/start-up-error.js';
import type { App, Overrides } from './app.js';
import type { CommandServer } from './cli/serve-commands.js';
import { type Config, ConfigError, parseConfig } from './config.js';

/** How long stopping may take before the process goes anyway. */
const STOP_WITHIN_MS = 4_500;

type Environment = Readonly<Record<string, string | undefined>>;

/** Runs the server until it is told to stop (Ctrl-C, SIGTERM). A second signal ends it at once. */
export async function serve(env: Environment): Promise<void> {
  await orExit(async () => {
    const config = parseConfig(env);
    const { app, stop } = await startApp(config);
    stopOnSignal(stop);
    sayWhere(config, app);
  });
}

export interface Running {
  readonly app: App;
  stop(): Promise<void>;
}

/** Opens and starts the application, also for commands, and reports steps that take longer than a second. */
export async function startApp(
  config: Config,
  overrides: Pick<Overrides, 'playgroundToken'> = {},
): Promise<Running> {
  const progress = createProgress(console.error);
  progress.at('loading the program');
  try {
    const { createApp } = await import('./app.js');
    const [app] = await together([
      createApp(config, { ...overrides, onStep: progress.at }),
      requireFreePort(config),
    ]);
    await app.start().catch(async (error: unknown) => {
      await app.stop().catch(() => {});
      throw error;
    });
    const commands = await takeCommands(config, app);
    return {
      app,
      async stop() {
        await commands?.stop();
        await app.stop();
      },
    };
  } finally {
    progress.done();
  }
}

/** An embedded database has one process, so its commands go through it. */
async function takeCommands(config: Config, app: App): Promise<CommandServer | null> {
  if (config.database.kind !== 'pglite') return null;
  const [{ serveCommands }, { createLog }] = await Promise.all([
    import('./cli/serve-commands.js'),
    import('../platform/ops/log.js'),
  ]);
  return serveCommands({ app, config }, config.database.dir, createLog(config.logLevel));
}

/** Each obstacle to the start is reported on a line, with an exit code that says whether to try again. */
export async function orExit(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof StartUpError)) throw error;
    const { message, problems, exitCode } = error;
    const lines = problems.map((problem) => `Leadwarden cannot start: ${problem}`);
    console.error(error instanceof ConfigError ? message : lines.join('\n'));
    process.exit(exitCode);
  }
}

export function stopOnSignal(stopAll: () => Promise<void>): void {
  const stop = (signal: NodeJS.Signals) => {
    process.once(signal, () => process.exit(130));
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
    stopAll().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

/** Before the database is opened, which takes longest. Whether it is still free then, listening shows. */
async function requireFreePort(at: Config): Promise<void> {
  const server = createServer();
  await listen(server, at);
  await new Promise((resolve) => server.close(resolve));
}

function sayWhere({ publicUrl, production }: Config, { url }: App): void {
  console.error(`Leadwarden listens on ${url}`);
  if (publicUrl !== null) console.error(`Its public address is ${publicUrl}`);
  if (!production) console.error(`The playground is at ${publicUrl ?? url}/graphql`);
}
