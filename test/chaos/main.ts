import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { skippedBecause } from '../faults/binaries.js';
import { isSound, reportOf } from './print-report.js';
import { runChaos } from './run-chaos.js';

// npm run test:chaos -- [--seed N] [--minutes M] [--replicas R]: the same seed plans the same faults.
const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: String(randomInt(1_000_000)) },
    minutes: { type: 'string', default: '1' },
    replicas: { type: 'string', default: '3' },
  },
});
const [seed = 0, minutes = 0, replicas = 0] = [values.seed, values.minutes, values.replicas].map(
  Number,
);
if (!(Number.isInteger(seed) && minutes > 0 && Number.isInteger(replicas) && replicas > 0)) {
  console.error(`Cannot run with ${JSON.stringify(values)}: allowed are positive numbers.`);
  process.exit(2);
}
if (skippedBecause !== null) {
  console.error(`Chaos needs servers of its own: ${skippedBecause}.`);
  process.exit(2);
}

console.log(`seed ${seed}, ${minutes} minutes, ${replicas} replicas`);
const report = await runChaos({
  seed,
  lengthMs: minutes * 60_000,
  replicas,
  tell: (line) => console.log(line),
});
console.log(`\n${reportOf(report)}`);
process.exit(isSound(report) ? 0 : 1);
