import type { createBlockSimulator as fromSources } from '#core/simulate/plan/simulate-block.ts';
import { bundleModule } from './bundle-module.ts';
import { createDemoFrame } from './demo-frame.ts';
import { printTable } from './print-table.ts';
import type { timedPolicies as policiesFromSources } from './simulated-policies.ts';
import { median } from './statistics.ts';

/**
 * How long a simulated period of an item-location takes, by policy, on one thread. `bench/README.md` says how to read it.
 *   npm run bench -- simulate           policies, and the plan of 2,000 item-locations
 *   npm run bench -- simulate 10000     the plan of 10,000
 */
const rounds = 7;
const limitNs = 60;
const [asked = 2000] = process.argv.slice(2).map(Number);

interface Timing {
  readonly wallNs: number;
  readonly cpuNs: number;
}

/** Medians over rounds after a warm-up; the processor's time hardly rises when other programs take the processor away. */
function time(nodePeriods: number, run: (seed: number) => void): Timing {
  run(0);
  const wall: number[] = [];
  const cpu: number[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    const started = performance.now();
    const used = process.cpuUsage();
    run(round);
    cpu.push(process.cpuUsage(used).user * 1000);
    wall.push((performance.now() - started) * 1e6);
  }
  return { wallNs: median(wall) / nodePeriods, cpuNs: median(cpu) / nodePeriods };
}

async function timePolicies(): Promise<void> {
  // The same module, so the same shape.
  const { timedPolicies } = (await import(await bundleModule('bench/simulated-policies.ts'))) as {
    readonly timedPolicies: typeof policiesFromSources;
  };
  const timings = timedPolicies.map(({ name, nodePeriods, run }) => ({ name, ...time(nodePeriods, run) }));
  printTable(
    `ns per item-location and period, with draws and statistics (limit ${limitNs})`,
    timings.map(({ name, wallNs, cpuNs }) => ({
      policy: name,
      'wall ns': wallNs.toFixed(1),
      'CPU ns': cpuNs.toFixed(1),
      'within the limit': cpuNs <= limitNs ? 'yes' : 'NO',
    })),
  );
  if (timings.some(({ cpuNs }) => cpuNs > limitNs)) process.exitCode = 1;
}

async function timePlan(): Promise<void> {
  const { createBlockSimulator } = (await import(await bundleModule('core/simulate/plan/simulate-block.ts'))) as {
    readonly createBlockSimulator: typeof fromSources;
  };
  const { frame, forecast } = await createDemoFrame(asked);
  const { nodes, networks, horizonDays: days } = frame.meta;
  const rows = [20, 200].map((replications) => {
    const simulate = createBlockSimulator({ frame, forecast }, { days, replications, seed: 1, isLostSales: false });
    const started = performance.now();
    const used = process.cpuUsage();
    simulate(0, networks);
    const nodeDays = nodes * days * replications;
    return {
      replications,
      seconds: ((performance.now() - started) / 1000).toFixed(1),
      'CPU ns per item-location and day': ((process.cpuUsage(used).user * 1000) / nodeDays).toFixed(1),
    };
  });
  printTable(`The plan of ${nodes} item-locations of the demo company over ${days} days, on one thread, planning included`, rows);
}

await timePolicies();
await timePlan();
