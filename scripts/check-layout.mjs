// The wings look down only, and no two rooms look at each other; imports of types count. `npm run check` runs this:
// node scripts/check-layout.mjs [FOLDER]
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

/** The lowest first. `web` stands apart: it imports nothing of the others, and none of them imports it. */
const WINGS = ['domain', 'platform', 'features', 'api', 'http', 'run'];
const APART = 'web';
/** Wings each folder of which is a room; the others are one room each, their folders closets. */
const ROOMED = new Set(['platform', 'features', 'api']);
const IMPORT = /(?:\bfrom|\bimport|\bimport\()\s*'(\.[^']+)'/g;

const root = process.argv[2] ?? 'src';
/** One circle makes one of many rooms: the shortest ones tell where it is. */
const MOST_CIRCLES = 5;
const found = circles().sort((a, b) => a.length - b.length);
const more = found.length - MOST_CIRCLES;
const problems = [
  ...arrowsUp(),
  ...found.slice(0, MOST_CIRCLES),
  ...(more > 0 ? [`and ${more} longer circles`] : []),
];
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;

function filesIn(folder) {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return name === 'generated' ? [] : filesIn(path);
    return /\.tsx?$/.test(name) ? [path.slice(root.length + 1)] : [];
  });
}

/** Every import of a file by another one, as paths within the folder. */
function imports() {
  const files = new Set(filesIn(root));
  return [...files].flatMap((from) =>
    [...readFileSync(join(root, from), 'utf8').matchAll(IMPORT)].flatMap(([, written = '']) => {
      const to = normalize(join(dirname(from), written)).replace(/\.js$/, '.ts');
      return files.has(to) ? [{ from, to }] : [];
    }),
  );
}

/** A file that stands beside the wings, such as main.ts, is above all of them. */
function heightOf(path) {
  const wing = path.split('/')[0];
  const at = WINGS.indexOf(wing);
  return at < 0 ? WINGS.length : at;
}

function roomOf(path) {
  const [wing, room] = path.split('/');
  return ROOMED.has(wing) && path.split('/').length > 2 ? `${wing}/${room}` : wing;
}

function arrowsUp() {
  return imports().flatMap(({ from, to }) => {
    const isApart = from.startsWith(`${APART}/`) !== to.startsWith(`${APART}/`);
    if (!isApart && heightOf(to) <= heightOf(from)) return [];
    return [`${from} imports ${to}, which is ${isApart ? 'apart' : 'above it'}`];
  });
}

/** One problem for each two rooms of which each reaches the other, with imports that lead there and back. */
function circles() {
  const seen = new Map();
  for (const edge of imports()) {
    const [here, there] = [roomOf(edge.from), roomOf(edge.to)];
    if (here === there) continue;
    if (!seen.has(here)) seen.set(here, new Map());
    if (!seen.get(here).has(there)) seen.get(here).set(there, edge);
  }
  const problems = [];
  for (const [room, neighbours] of seen) {
    for (const [next, edge] of neighbours) {
      const back = wayBetween(seen, next, room);
      if (back === null) continue;
      const way = [edge, ...back].map(({ from, to }) => `${from} → ${to}`).join(', ');
      problems.push(`${room} and ${next} import each other: ${way}`);
    }
  }
  return problems;
}

function wayBetween(edges, start, goal) {
  const queue = [{ room: start, way: [] }];
  const visited = new Set([start]);
  for (const { room, way } of queue) {
    if (room === goal) return way;
    for (const [next, edge] of edges.get(room) ?? []) {
      if (visited.has(next)) continue;
      visited.add(next);
      queue.push({ room: next, way: [...way, edge] });
    }
  }
  return null;
}
