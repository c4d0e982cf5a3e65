import { backtestStock, type StockScores } from './forecast/backtest-stock.ts';
import { longHistory, msPerSeries, repeatedTasks, secondsOf } from './forecast/forecast-speed.ts';
import { hasOpenSets, openSets, readRetail, readTable, type OpenSet } from './forecast/open-sets.ts';
import { runCommand } from './forecast/run-command.ts';
import { measures, scorePoints } from './forecast/score-points.ts';
import { probabilities, quantileProtocols, scoreQuantiles, type QuantileProtocol } from './forecast/score-quantiles.ts';
import { printTable } from './print-table.ts';

/**
 * How well and how fast demand is forecast, beside published tables. `bench/README.md` says how to read it.
 *   npm run bench -- forecast             everything, in about two minutes
 *   npm run bench -- forecast --quick     without the 100,000 series
 */
const isQuick = process.argv.includes('--quick');
const ours = 'Stockwright';
const repetitions = 5;
const manySeries = 100_000;

function figure(value: number, digits = 4): string {
  return Number.isFinite(value) ? value.toFixed(digits) : '–';
}

/** The rows of a published table by the names of its columns. */
function publishedRows(path: string): readonly Readonly<Record<string, string>>[] {
  const [names = [], ...rows] = readTable(path);
  return rows.map((cells) => Object.fromEntries(names.map((name, index) => [name, cells[index] ?? ''])));
}

async function printPoints(set: OpenSet): Promise<void> {
  const horizon = set.series[0]?.future.length ?? 0;
  const { means } = await runCommand(set.series, set.season, horizon);
  const scores = scorePoints(set, means);
  const own = { method: ours, ...Object.fromEntries(measures.map((name) => [name, figure(scores[name])])) };
  const published = publishedRows(`anchors/open/table_${set.name}_open.csv`).map((row) => ({
    method: row['method'] ?? '',
    ...Object.fromEntries(measures.map((name) => [name, figure(Number(row[name]))])),
    ms: figure(Number(row['cpu_ms_per_series']), 3),
  }));
  printTable(`${set.name}: ${set.series.length} series, ${horizon} periods ahead, season ${set.season}`, [
    { ...own, ms: figure(msPerSeries(set, repetitions), 3) },
    ...published,
  ]);
}

async function printQuantiles(protocol: QuantileProtocol): Promise<void> {
  const { totals, coverage, loss } = await scoreQuantiles(protocol);
  const row = (method: string, covered: readonly number[], pinball: number) => ({
    method,
    ...Object.fromEntries(
      probabilities.map((probability, index) => [`covered ${probability}`, figure(covered[index] ?? NaN, 3)]),
    ),
    'pinball .8–.99': figure(pinball),
  });
  printTable(`${protocol.name}: quantiles of the total of ${protocol.horizon} periods, ${totals} totals`, [
    row(ours, coverage, loss),
    ...publishedRows(`anchors/open/quantile_${protocol.name}_open.csv`).map((published) =>
      row(
        published['method'] ?? '',
        probabilities.map((probability) => Number(published[`cov_${probability}`])),
        Number(published['pin_mean_80_99']),
      ),
    ),
  ]);
}

/** Stock that is saved at the same unit fill, between the two points of a policy around it; NaN where it has none. */
function savingAt(reference: StockScores, points: readonly StockScores[]): number {
  const sorted = [...points].sort((one, other) => one.unitFill - other.unitFill);
  for (const [index, high] of sorted.entries()) {
    const low = sorted[index - 1];
    if (low === undefined || low.unitFill > reference.unitFill || high.unitFill < reference.unitFill) continue;
    const share = (reference.unitFill - low.unitFill) / (high.unitFill - low.unitFill);
    return 1 - (low.weeksOfCover + share * (high.weeksOfCover - low.weeksOfCover)) / reference.weeksOfCover;
  }
  return NaN;
}

async function printStock(): Promise<void> {
  const backtest = await backtestStock();
  const reference = backtest.cover(10);
  const promises = [0.8, 0.9, 0.93, 0.95, 0.97, 0.98];
  const equal = promises.map((promised) => backtest.quantile(() => promised));
  // One multiplier for all items: each is short with the probability at which a unit more costs what it saves.
  const costs = [0.02, 0.03, 0.04, 0.06, 0.08, 0.1, 0.14];
  const byValue = costs.map((cost) => backtest.quantile((price) => Math.min(0.999, Math.max(0.3, 1 - cost * price))));
  const row = (policy: string, target: string, { unitFill, valueFill, weeksOfCover }: StockScores) => ({
    policy,
    target,
    'unit fill': figure(unitFill),
    'value fill': figure(valueFill),
    'weeks of cover': figure(weeksOfCover, 3),
  });
  printTable(`Weekly replenishment of ${backtest.items} items of a wholesaler, four weeks of protection`, [
    ...equal.map((scores, index) => row(`${ours}, equal`, String(promises[index]), scores)),
    ...byValue.map((scores, index) => row(`${ours}, by value`, `1 − ${costs[index]} · price`, scores)),
    row('cover_10w_of_12w_mean (ours)', '', reference),
    ...publishedRows('anchors/open/inventory_backtest_open.csv').map((published) =>
      row(published['policy'] ?? '', published['target_q'] ?? '', {
        unitFill: Number(published['unit_fill']),
        valueFill: Number(published['value_fill']),
        weeksOfCover: Number(published['weeks_cover_value']),
      }),
    ),
  ]);
  const percent = (points: readonly StockScores[]) => `${figure(100 * savingAt(reference, points), 1)} %`;
  console.log(`Stock saved against ten weeks of cover at its unit fill: ${percent(equal)} equal, ${percent(byValue)} by value`);
}

function printSpeed(sets: readonly OpenSet[]): void {
  const retail = readRetail().map(({ values }) => values);
  const months = sets.find(({ name }) => name === 'm3_monthly')?.series.map(({ known }) => known) ?? [];
  const mixed = months.flatMap((known, index) => [known, retail[index % retail.length] ?? known]);
  const rows = [
    { demand: 'the wholesaler', tasks: repeatedTasks(retail, manySeries) },
    { demand: 'half wholesaler, half months with trend', tasks: repeatedTasks(mixed, manySeries) },
  ].map(({ demand, tasks }) => ({ demand, 'seconds, one thread': figure(secondsOf(tasks), 1) }));
  printTable(`${manySeries.toLocaleString('en')} series of ${longHistory} weeks, learnt and forecast`, rows);
}

if (hasOpenSets()) {
  const sets = openSets();
  for (const set of sets) await printPoints(set);
  for (const protocol of quantileProtocols) await printQuantiles(protocol);
  await printStock();
  if (!isQuick) printSpeed(sets);
} else {
  console.error('The data sets and tables to compare with are not here: they belong in ../shared/science beside the repository.');
  process.exitCode = 1;
}
