// Changes a source file in small ways, one at a time, in a copy of the project, and prints the changes that no test notices:
// npm run mutate -- src/features/ownership/claim-lead.ts test/features/ownership/owner-limits.test.ts
// Without test files those that import the file run, which for most files are nearly all. With TEST_DATABASE_URL they run
// on the server: locks that are dropped show only there.
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { parseAst } from 'vitest/node';

const OTHER_OPERATOR = { '===': '!==', '!==': '===', '<': '<=', '<=': '<', '>': '>=', '>=': '>' };
/** A run of the tests may take this many times as long as without a change, and a little; what takes longer hangs. */
const PATIENCE = 3;
const EXTRA_MS = 30_000;

/** The changes to one file: what stands at `start` to `end` becomes `text`. */
function mutationsOf(source) {
  const found = [];
  const add = (kind, start, end, text) => found.push({ kind, start, end, text });
  const visit = (node, inWhere) => {
    const { type, start, end } = node;
    if (type === 'IfStatement' || type === 'ConditionalExpression') {
      const { start: from, end: to } = node.test;
      add('condition negated', from, to, `!(${source.slice(from, to)})`);
    }
    if (type === 'ExpressionStatement' && node.expression.type === 'AwaitExpression') {
      add('statement dropped', start, end, ';');
    }
    if (type === 'BinaryExpression') {
      const other = OTHER_OPERATOR[node.operator];
      const at = source.indexOf(node.operator, node.left.end);
      if (other) add('operator replaced', at, at + node.operator.length, other);
    }
    if (type === 'ObjectExpression' && inWhere) {
      for (const { start: from, end: to } of node.properties) {
        add('where key dropped', from, source[to] === ',' ? to + 1 : to, '');
      }
    }
    if (/^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(type)) {
      const { body } = node;
      if (body?.type === 'BlockStatement' && body.body.length > 0) {
        add('returns at once', body.start, body.start + 1, '{ return;');
      }
    }
    if (type === 'TemplateLiteral') addSql(source, start, end, add);
    const isWhere = type === 'Property' && node.key.name === 'where';
    for (const child of Object.values(node).flat()) {
      if (typeof child?.type === 'string') visit(child, isWhere);
    }
  };
  visit(parseAst(source, { lang: 'ts' }), false);
  return found.sort((a, b) => a.start - b.start);
}

/** Lines of a statement that stand for themselves: one more condition, a lock. */
function addSql(source, start, end, add) {
  let at = start;
  for (const line of source.slice(start, end).split(/(?<=\n)/)) {
    const [text] = /^ *(?:AND |FOR UPDATE)[^\n`]*/.exec(line) ?? [];
    const count = (character) => text?.split(character).length;
    if (text && count('(') === count(')') && count('{') === count('}'))
      add('line of SQL dropped', at, at + text.length, '');
    at += line.length;
  }
}

const args = process.argv.slice(2);
const tests = args.filter((arg) => /\.test\.ts$|^test\//.test(arg));
const files = args.filter((arg) => !tests.includes(arg));
if (files.length === 0) {
  console.error('Usage: npm run mutate -- SOURCE.ts… [TEST.test.ts…]');
  process.exit(2);
}

// The project itself is never touched, however this ends.
const copy = mkdtempSync(join(tmpdir(), 'leadwarden-mutate-'));
let running;
const killTests = () => {
  try {
    if (running) process.kill(-running.pid, 'SIGKILL');
  } catch {} // It has ended by itself.
};
process.on('exit', () => {
  killTests();
  rmSync(copy, { recursive: true, force: true, maxRetries: 5 });
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(130));
cpSync('.', copy, {
  recursive: true,
  filter: (path) => !/^(?:node_modules|\.git|dist)$/.test(path),
});
symlinkSync(join(process.cwd(), 'node_modules'), join(copy, 'node_modules'));

/** Resolves to whether the tests pass; those that take longer than `limitMs` do not. */
function passes(file, limitMs) {
  const which = tests.length > 0 ? ['run', ...tests] : ['related', '--run', file];
  const project = process.env.TEST_DATABASE_URL ? 'servers' : 'embedded';
  const options = ['--project', project, '--bail=1', '--reporter=dot'];
  const program = join(process.cwd(), 'node_modules/vitest/vitest.mjs');
  return new Promise((resolve) => {
    let output = '';
    running = spawn(process.execPath, [program, ...which, ...options], {
      ...{ cwd: copy, detached: true, stdio: ['ignore', 'pipe', 'pipe'] },
    });
    const timer = setTimeout(killTests, limitMs);
    for (const stream of [running.stdout, running.stderr]) {
      stream.on('data', (data) => {
        output = (output + data).slice(-4_000);
      });
    }
    running.on('close', (code) => {
      clearTimeout(timer);
      running = undefined;
      resolve({ passed: code === 0, output });
    });
  });
}

let survivors = 0;
for (const file of files.map((path) => relative('.', path))) {
  const source = readFileSync(file, 'utf8');
  const began = Date.now();
  const { passed, output } = await passes(file, 2 ** 31 - 1);
  if (!passed) {
    console.error(`${output}\nThe tests of ${file} fail without a change.`);
    process.exit(1);
  }
  const limitMs = (Date.now() - began) * PATIENCE + EXTRA_MS;
  const mutations = mutationsOf(source);
  console.log(
    `${file}: ${mutations.length} changes, one every ${Math.ceil((Date.now() - began) / 1_000)} s or less`,
  );
  for (const { kind, start, end, text } of mutations) {
    writeFileSync(join(copy, file), source.slice(0, start) + text + source.slice(end));
    if (!(await passes(file, limitMs)).passed) continue;
    survivors += 1;
    const line = source.slice(0, start).split('\n').length;
    const before = source.slice(start, end).trim().split('\n')[0];
    console.log(`  survived: ${file}:${line} ${kind}: ${before}`);
  }
  writeFileSync(join(copy, file), source);
}
console.log(
  survivors === 0 ? 'Every change was noticed.' : `${survivors} changes were not noticed.`,
);
process.exit(survivors === 0 ? 0 : 1);
