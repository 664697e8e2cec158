import type { ChaosReport } from './run-chaos.js';

/** Whether nothing is wrong. */
export function isSound({ problems, complaints }: ChaosReport): boolean {
  return problems.length === 0 && complaints.length === 0;
}

/** For people: what was done and seen; and if something is wrong, everything that is needed to find it. */
export function reportOf(report: ChaosReport): string {
  const { seed, counts, faults, problems, complaints } = report;
  const numbers = Object.entries(counts).map(([what, count]) => `${count} ${what}`);
  const lines = [`seed ${seed}: ${numbers.join(', ')}`];
  if (isSound(report)) return [...lines, 'nothing lost, doubled or out of order'].join('\n');
  return [
    ...lines,
    '',
    'faults:',
    ...faults,
    '',
    ...problems.flatMap(({ rule, what, shown }) => [
      `NOT HELD: ${rule}`,
      `  ${what}`,
      ...shown.map((line) => `    ${line}`),
    ]),
    ...complaints.map((complaint) => `COMPLAINT: ${complaint}`),
    '',
    `Again: npm run test:chaos -- --seed ${seed}`,
  ].join('\n');
}
