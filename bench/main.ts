import { mkdir, writeFile } from 'node:fs/promises';
import { benchBroadcast } from './broadcast.js';
import { benchClock } from './clock.js';
import { benchDashboard } from './dashboard.js';
import { benchMails } from './mails.js';
import { benchMatching } from './matching.js';
import type { Figure } from './measure.js';
import { benchPage } from './page.js';
import { benchSoak } from './soak.js';
import { benchSweep, benchSweepGrowth } from './sweep.js';
import { benchWebhooks } from './webhooks.js';

// npm run bench [-- clock | page | sweep | growth | broadcast | soak | dashboard | webhooks | mails | matching]: prints ratios and writes them to bench/results/.
const benches = {
  clock: () => benchClock(),
  page: () => benchPage(),
  sweep: () => benchSweep(),
  growth: () => benchSweepGrowth(),
  broadcast: () => benchBroadcast(),
  soak: () => benchSoak(),
  dashboard: () => benchDashboard(),
  webhooks: () => benchWebhooks(),
  mails: () => benchMails(),
  matching: () => benchMatching(),
} satisfies Record<string, () => Promise<Figure[]>>;

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in benches));
if (unknown.length > 0) {
  console.error(
    `No bench named ${unknown.join(', ')}; there are ${Object.keys(benches).join(', ')}.`,
  );
  process.exit(2);
}

const figures: Figure[] = [];
for (const [name, run] of Object.entries(benches)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  for (const found of await run()) {
    figures.push(found);
    const verdict = found.reached ? 'reached' : 'NOT reached';
    console.log(
      `${found.name}: ${found.ratio} (target ${found.target}, ${verdict}); ` +
        `${found.measured} against ${found.baseline} ${found.unit}`,
    );
  }
}
await mkdir('bench/results', { recursive: true });
const file = `bench/results/${new Date().toISOString().replaceAll(':', '-')}.json`;
await writeFile(file, `${JSON.stringify({ node: process.version, figures }, null, 2)}\n`);
console.log(`written to ${file}`);
