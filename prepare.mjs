// Makes what the repository does not hold, Prisma's client and dist/. Where npm has left the tools for that out, as with
// NODE_ENV=production, they come for the moment and go again. In a built package there is nothing to make.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

function npm(...args) {
  const { npm_execpath: cli = '' } = process.env;
  const [command, first] = cli ? [process.execPath, [cli]] : ['npm', []];
  execFileSync(command, [...first, ...args], { stdio: 'inherit' });
}

const hasTools = ['esbuild', 'prisma'].every((name) => existsSync(`node_modules/${name}`));

// `npx leadwarden` prepares the folder it stands in as if it were new, perhaps under a server that runs from dist/.
const isMade = process.env.npm_command === 'exec' && existsSync('dist/cli.js');

if (existsSync('src/main.ts') && !isMade) {
  const quiet = ['--no-save', '--ignore-scripts', '--no-audit', '--no-fund'];
  if (!hasTools) npm('install', '--include=dev', ...quiet);
  try {
    npm('run', '--silent', 'generate');
    npm('run', '--silent', 'build');
  } finally {
    if (!hasTools) npm('prune', '--omit=dev', ...quiet);
  }
}
