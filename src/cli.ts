#!/usr/bin/env node
import { runCli } from './run/cli/run-cli.js';

const code = await runCli(process.argv.slice(2), {
  env: process.env,
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
});
// Prisma's schema engine leaves a timer of ten seconds behind, which nobody wants to wait for.
process.stdout.write('', () => process.stderr.write('', () => process.exit(code)));
