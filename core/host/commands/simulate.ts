import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { writeFiles } from '#core/backend/forecast/write-files.ts';
import { simulatePlan, type SimulationRun } from '#core/backend/simulate/simulate-plan.ts';
import {
  simulatedNodes,
  simulatedTotal,
  simulationLines,
  type Interval,
  type SimulatedNodeRow,
  type SimulatedTotal,
} from '#core/backend/simulate/simulation-tables.ts';
import { openFrame } from '#core/frame/open-frame.ts';
import type { Command } from '#core/host/command.ts';
import { noteForecast } from './note-forecast.ts';
import { noteProgress } from './note-progress.ts';
import { requiredOption, requiredWhole, wholeOption } from './package-options.ts';
import { planInputOf } from './plan-input.ts';

/** Further ahead nobody plans, and the memory of a network grows with the days. */
const mostDays = 3650;
const mostReplications = 100_000;
const mostSeed = 4_294_967_295;
/** Item-locations shown without --json. */
const rowsShown = 20;

/** Simulates the policies of a package or a store. */
export const simulateCommand: Command = {
  name: 'simulate',
  summary: 'Simulates the policies from the stock there is: service, stock and cost with 95 % intervals.',
  usage: '(--package DIR | --db FILE) --replications N --seed N [--days N] [--lost-sales] [--out DIR] [--threads N]',
  options: {
    package: { type: 'string' },
    db: { type: 'string' },
    replications: { type: 'string' },
    seed: { type: 'string' },
    days: { type: 'string' },
    'lost-sales': { type: 'boolean' },
    out: { type: 'string' },
    threads: { type: 'string' },
  },
  async run(values, { note, signal }) {
    const replications = requiredWhole(values, 'replications', 2, mostReplications);
    const seed = requiredWhole(values, 'seed', 0, mostSeed);
    const askedDays = values['days'] === undefined ? undefined : requiredWhole(values, 'days', 1, mostDays);
    const threads = wholeOption(values, 'threads', 0, 1);
    const started = performance.now();
    const input = await planInputOf(values);
    const loadMs = performance.now() - started;
    const days = askedDays ?? openFrame(input.frame).meta.horizonDays;
    const onProgress = noteProgress(note, (done, nodes) => `simulated ${done} of ${nodes} item-locations`);
    const run = await simulatePlan(
      input,
      { days, replications, seed, isLostSales: values['lost-sales'] === true },
      { signal, onForecast: noteForecast(note), onProgress, ...(threads > 0 && { threads }) },
    );
    if (values['out'] !== undefined) {
      const out = requiredOption(values, 'out', 'DIR');
      await mkdir(out, { recursive: true });
      await writeFiles([{ path: join(out, 'simulation.csv'), lines: simulationLines(run) }], signal);
      note(`simulation written to ${out}`);
    }
    const nodes = [...simulatedNodes(run)];
    const total = simulatedTotal(run);
    const result = { days, replications, seed, total, nodes, ...timesOf(run, loadMs) };
    return { exitCode: 0, result, text: textOf(total, nodes, run) };
  },
};

function timesOf({ frame, options, forecastMs, simulateMs }: SimulationRun, loadMs: number): Readonly<Record<string, number>> {
  const nodeDays = frame.meta.nodes * options.days * options.replications;
  return {
    load_ms: Math.round(loadMs),
    forecast_ms: Math.round(forecastMs),
    simulate_ms: Math.round(simulateMs),
    ns_per_node_day: nodeDays === 0 ? 0 : Math.round((simulateMs * 1e7) / nodeDays) / 10,
  };
}

function textOf(total: SimulatedTotal, nodes: readonly SimulatedNodeRow[], { options }: SimulationRun): string {
  const { days, replications, seed } = options;
  const money = (name: string, amounts: Readonly<Record<string, Interval>>): readonly string[] =>
    Object.entries(amounts).map(([currency, interval]) => lineOf(`${name} ${currency}`, amountOf(interval)));
  const fillRateOf = (row: SimulatedNodeRow): number => row.fill_rate?.mean ?? 2;
  const worst = [...nodes].sort((a, b) => fillRateOf(a) - fillRateOf(b)).slice(0, rowsShown);
  const rest = nodes.length - worst.length;
  return [
    `${nodes.length} item-locations over ${days} days, ${replications} replications, seed ${seed}; 95 % intervals`,
    lineOf('fill rate', shareOf(total.fill_rate)),
    lineOf('fill rate by value', shareOf(total.fill_rate_value)),
    lineOf('cycle service', shareOf(total.cycle_service)),
    lineOf('average on hand', amountOf(total.average_on_hand)),
    ...money('average stock', total.average_stock_value),
    ...money('cost', total.cost),
    '',
    ...worst.map((row) => nodeLine(row)),
    ...(rest > 0 ? [`and ${rest} more with higher fill rates; --json or --out DIR has all of them`] : []),
  ].join('\n');
}

function nodeLine(row: SimulatedNodeRow): string {
  const figures = [
    `fill rate ${shareOf(row.fill_rate)}`,
    `cycle service ${shareOf(row.cycle_service)}`,
    `on hand ${amountOf(row.average_on_hand)}`,
    `cost ${amountOf(row.cost)}`,
  ];
  return `${row.item_id} at ${row.site_id}: ${figures.join(', ')}`;
}

function lineOf(name: string, text: string): string {
  return `${name.padEnd(20)} ${text}`;
}

function shareOf(interval: Interval): string {
  return interval === null ? 'none' : `${percent(interval.mean)} (${percent(interval.low)} to ${percent(interval.high)})`;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(2)} %`;
}

function amountOf(interval: Interval): string {
  return interval === null ? 'none' : `${interval.mean.toFixed(2)} (${interval.low.toFixed(2)} to ${interval.high.toFixed(2)})`;
}
