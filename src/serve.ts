import { createApp } from './app.js';
import { ConfigError, parseConfig } from './config.js';

/** How long stopping may take before the process goes anyway. */
const STOP_WITHIN_MS = 4_500;

/** Runs the server until it is told to stop (Ctrl-C, SIGTERM). A second signal ends it at once. */
export async function serve(env: Readonly<Record<string, string | undefined>>): Promise<void> {
  const config = parseConfigOrExit(env);
  const app = await createApp(config);
  const stop = (signal: NodeJS.Signals) => {
    process.once(signal, () => process.exit(130));
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
    app.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  await app.start();
  console.error(`Leadwarden listens on ${config.publicUrl ?? app.url}`);
  console.error(`The playground is at ${config.publicUrl ?? app.url}/graphql`);
}

/** Says what is wrong with the environment instead of showing a stack. */
export function parseConfigOrExit(env: Readonly<Record<string, string | undefined>>) {
  try {
    return parseConfig(env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    console.error(error.message);
    process.exit(78);
  }
}
