import type { Command } from 'commander';
import { serve } from '../serve.js';
import { opened } from './open.js';
import type { Terminal } from './terminal.js';

export function serveCommand(program: Command, { env }: Terminal): void {
  program
    .command('serve')
    .description('run the server until it is told to stop')
    .action(() => opened(serve(env)));
}
