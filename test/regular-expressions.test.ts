import { readdir, readFile } from 'node:fs/promises';
import { transform } from 'esbuild';
import { analyse } from 'scslre';
import { describe, expect, test } from 'vitest';
import { parseAst } from 'vitest/node';
import { countSteps } from './support/count-steps.js';

// Whatever is read from outside meets a regular expression somewhere: each has to cost by the length of the text.

interface Found {
  readonly place: string;
  readonly regex: RegExp;
}

/** Every literal of the source, and the places where one is put together at run time. */
async function findRegexes(): Promise<{ literals: Found[]; built: string[] }> {
  const names = await readdir('src', { recursive: true });
  const literals: Found[] = [];
  const built: string[] = [];
  for (const name of names.filter((file) => file.endsWith('.ts') && !file.includes('generated'))) {
    const source = await readFile(`src/${name}`, 'utf8');
    const { code } = await transform(source, { loader: 'ts', target: 'es2024' });
    for (const node of nodesIn(parseAst(code))) {
      if (node.type === 'Literal' && isRegex(node.regex)) {
        const { pattern, flags } = node.regex;
        literals.push({ place: name, regex: new RegExp(pattern, flags) });
      }
      if (node.type === 'NewExpression' || node.type === 'CallExpression') {
        const callee = node.callee as { name?: unknown };
        if (callee.name === 'RegExp') built.push(name);
      }
    }
  }
  return { literals, built };
}

function* nodesIn(value: unknown): Generator<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield value as Record<string, unknown>;
  for (const child of Object.values(value)) yield* nodesIn(child);
}

function isRegex(value: unknown): value is { pattern: string; flags: string } {
  return typeof value === 'object' && value !== null && 'pattern' in value;
}

/** Characters that the expression itself tells apart, and one that it may not know. */
function alphabetOf({ source }: RegExp): string[] {
  const named = [...source.replace(/\\[dDsSwWpPbBnrtuxk]/g, '').replaceAll('\\', '')];
  const common = ['0', 'a', ' ', '\n', '"', '\\', '!'];
  return [...new Set([...named.filter((letter) => letter.length === 1), ...common])].slice(0, 24);
}

/** Each letter and each pair of letters over and over, behind each letter or nothing. */
function* hostileTexts(regex: RegExp): Generator<(length: number) => string> {
  const letters = alphabetOf(regex);
  for (const one of letters) {
    for (const other of letters) {
      const pair = one === other ? one : one + other;
      for (const before of ['', letters[0] ?? '']) {
        yield (length) => `${before}${pair.repeat(length / pair.length)}!`;
      }
    }
  }
}

const { literals, built } = await findRegexes();

describe('each regular expression of the source', () => {
  test('is a literal, which can be looked at', () => {
    expect(built).toEqual([]);
    expect(literals.length).toBeGreaterThan(100);
  });

  test('is linear by its form', () => {
    const found = literals.flatMap(({ place, regex }) =>
      analyse({ source: regex.source, flags: regex.flags }).reports.map(
        ({ type }) => `${place}: ${regex} ${type}`,
      ),
    );
    expect(found).toEqual([]);
  });

  test('takes twice the steps for twice the hostile input', () => {
    const slow = literals.flatMap(({ place, regex }) => {
      for (const textOf of hostileTexts(regex)) {
        const [few, many] = [countSteps(regex, textOf(24)), countSteps(regex, textOf(48))];
        if (many > 2.6 * few + 48) return [`${place}: ${regex} on ${textOf(8)}: ${few} to ${many}`];
      }
      return [];
    });
    expect(slow).toEqual([]);
  });

  test.each([
    [/[([][^)\]]*[)\]]\s*$/, '('],
    [/"(?:[^"\\]|\\.)*"/, '"\\'],
    [/^(a+)+$/, 'a'],
  ])('a quadratic one is noticed: %s', (regex, repeated) => {
    const few = () => countSteps(regex, `${repeated.repeat(16)}!`);
    const many = () => countSteps(regex, `${repeated.repeat(32)}!`);
    expect(() => {
      if (many() > 2.6 * few()) throw new RangeError('It is not linear.');
    }).toThrow(RangeError);
  });
});
