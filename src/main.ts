import { EXIT } from './platform/ops/start-up-error.js';
import { serve } from './run/serve.js';

const given = process.argv.slice(2);
if (given.length === 0) {
  await serve(process.env);
} else {
  // Who asks for help, or for a command, does not mean to start a server, which changes the schema of its database.
  console.error(
    `Leadwarden cannot start: the server takes no arguments, given are ${JSON.stringify(given.join(' ').slice(0, 200))}. Environment variables set it up; "leadwarden --help" (node dist/cli.js --help) lists the commands.`,
  );
  process.exitCode = EXIT.config;
}
