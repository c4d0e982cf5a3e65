import { timeAllRowsChanges, timeOneRowChanges } from './changed-rows.ts';
import { findCompiler, startCProgram } from './c-program.ts';
import { createDemoFrame, type DemoFrame } from './demo-frame.ts';
import { timeFullReplans, type FullReplan } from './full-replan.ts';
import { measureAllocation } from './kernel-allocation.ts';
import { printTable } from './print-table.ts';
import { measureReadTime } from './read-time.ts';
import { median, quantile } from './statistics.ts';

/**
 * How fast the planner is, beside the same netting in C. `bench/README.md` says how to read it.
 *   npm run bench -- plan                 10,000 and 100,000 item-locations
 *   npm run bench -- plan 500000          also 500,000
 *   npm run bench -- plan --only 10000    one size alone
 */
const options = process.argv.slice(2);
const asked = options.map(Number).filter((size) => size > 0);
const sizes = options.includes('--only') ? asked : [...new Set([10_000, 100_000, ...asked])].sort((a, b) => a - b);
const threads = [2, 1];
/** Where rows are changed; all of them in the first. */
const changedSizes = [20_000, 100_000] as const;

const compiler = findCompiler();
console.log(
  compiler
    ? `C program: ${compiler.version}`
    : 'No C compiler was found (gcc, cc or clang): the C program is left out, and the ratios with it.',
);

async function readTimes(demo: DemoFrame): Promise<readonly number[]> {
  if (!compiler) return [measureReadTime()];
  const program = await startCProgram(compiler.command, demo.frame, demo.forecast);
  try {
    return [await program.bandwidth(2), await program.bandwidth(1)];
  } finally {
    await program.dispose();
  }
}

function perNodeDay(ms: number | undefined, nodeDays: number): string {
  return ms === undefined ? '–' : ((ms * 1e6) / nodeDays).toFixed(1);
}

function figure(value: number | undefined, digits: number): string {
  return value === undefined ? '–' : value.toFixed(digits);
}

/** The columns of a full replan that every table shows: (2) with two workers or threads, (1) with one. */
function timesOf({ times, nodeDays }: FullReplan): Record<string, string> {
  const two = times.get(2);
  const one = times.get(1);
  return {
    'TS ms (2)': figure(two?.ours, 1),
    'C ms (2)': figure(two?.theirs, 1),
    'TS:C (2)': figure(two?.ratio, 2),
    'CPU (2)': figure(two?.cpuRatio, 2),
    'TS ms (1)': figure(one?.ours, 1),
    'C ms (1)': figure(one?.theirs, 1),
    'TS:C (1)': figure(one?.ratio, 2),
    'TS ns/node-day (2)': perNodeDay(two?.ours, nodeDays),
    'C (2)': perNodeDay(two?.theirs, nodeDays),
    'TS (1)': perNodeDay(one?.ours, nodeDays),
    'C (1)': perNodeDay(one?.theirs, nodeDays),
  };
}

function sameAsC({ differences }: FullReplan): string {
  return differences === undefined ? '–' : differences.length === 0 ? 'every byte' : 'NO';
}

function reportDifferences({ differences }: FullReplan): void {
  if (!differences || differences.length === 0) return;
  console.error(`The C program's plan is another in ${differences.length} columns:\n  ${differences.slice(0, 6).join('\n  ')}`);
  process.exitCode = 1;
}

async function printSizes(): Promise<void> {
  const table: Record<string, string | number>[] = [];
  let read: readonly number[] = [];
  for (const size of sizes) {
    const demo = await createDemoFrame(size);
    const replan = await timeFullReplans(demo, threads, size > 200_000 ? 5 : 11, compiler?.command);
    reportDifferences(replan);
    read = await readTimes(demo);
    const { nodes } = demo.frame.meta;
    table.push({
      nodes,
      lines: replan.orders,
      ...timesOf(replan),
      'same plan': sameAsC(replan),
      'frame B/node': Math.round(demo.frameBytes / nodes),
      'plan B/node': Math.round(replan.planBytes / nodes),
    });
  }
  printTable('Full replan over 182 days, (2) with two workers or threads, (1) with one', table);
  const [first = 0, second] = read;
  const names = second === undefined ? '' : ` with two threads, ${second.toFixed(2)} with one`;
  console.log(`Memory-bandwidth limit: ${first.toFixed(2)} ns per 8 bytes read${names}`);
}

async function printHorizons(): Promise<void> {
  const table: Record<string, string | number>[] = [];
  for (const days of [91, 182, 364]) {
    const demo = await createDemoFrame(10_000, days);
    const replan = await timeFullReplans(demo, threads, 11, compiler?.command);
    reportDifferences(replan);
    table.push({ days, lines: replan.orders, ...timesOf(replan), 'same plan': sameAsC(replan) });
  }
  printTable('Full replan of 10,000 item-locations over more days', table);
}

async function printChanges(): Promise<void> {
  const table: Record<string, string | number>[] = [];
  const most = Math.max(...sizes);
  for (const size of changedSizes.filter((each, index) => index === 0 || each <= most)) {
    const demo = await createDemoFrame(size);
    const { orders, explained, plan } = await timeOneRowChanges(demo, 100);
    const all = size === changedSizes[0] ? await timeAllRowsChanges(demo, 11) : undefined;
    const pair = (times: readonly number[]): string => `${median(times).toFixed(1)} / ${quantile(times, 0.95).toFixed(1)}`;
    table.push({
      nodes: demo.frame.meta.nodes,
      'one row to its lines ms (p50 / p95)': pair(orders),
      'and an explanation': pair(explained),
      'whole plan': pair(plan),
      'every row changed ms (p50 / p95)': all ? pair(all) : '–',
    });
  }
  printTable('Changes of a plan at hand, two workers, 100 changes of one row', table);
}

async function printAllocation(): Promise<void> {
  const demo = await createDemoFrame(10_000);
  const { heapBytes, arrayBytes, orders, collections } = await measureAllocation(demo);
  const { nodes } = demo.frame.meta;
  printTable(`Memory that a warm plan of ${nodes} nodes and ${orders} lines allocates in the kernel`, [
    {
      'heap bytes': heapBytes,
      'per node': (heapBytes / nodes).toFixed(2),
      'per line': (heapBytes / Math.max(1, orders)).toFixed(2),
      'typed-array bytes': arrayBytes,
      'collections meanwhile': collections,
    },
  ]);
}

await printSizes();
await printHorizons();
await printChanges();
await printAllocation();
console.log(`Peak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);
