import { readForeignCsv } from '#core/backend/convert/read-gzip-csv.ts';
import { forecastAll } from '#core/demand/forecast/forecast-all.ts';
import { calibrated } from '#core/demand/uncertainty/calibration.ts';
import { distributionOf } from '#core/demand/uncertainty/total-demand.ts';
import type { Distribution } from '#core/statistics/distribution.ts';
import { readRetail, scienceFolder } from './open-sets.ts';

/** Fill rates and stock of a policy over the judged weeks. */
export interface StockScores {
  readonly unitFill: number;
  readonly valueFill: number;
  /** Mean value on hand over the mean weekly value of demand. */
  readonly weeksOfCover: number;
}

/** Order-up-to levels of one item, one per week of the data. */
type Levels = Float64Array;

interface Item {
  readonly id: string;
  readonly price: number;
  readonly values: Float64Array;
}

const firstWeek = 61;
/** Weeks from the placing of an order to the end of the next review. */
const protectedWeeks = 4;
/** Weeks that are not judged, as the stock of the start is not of the policy. */
const warmUpWeeks = 5;

/** The wholesaler's items of the backtest, and the distribution of the next four weeks forecast at the end of each week. */
export interface StockBacktest {
  readonly items: number;
  /** Weeks of cover over the mean of the last twelve weeks. */
  cover(weeks: number): StockScores;
  /** The calibrated quantile that `promised` gives for the price of each item. */
  quantile(promised: (price: number) => number): StockScores;
}

/**
 * The published backtest: weekly reviews, four weeks of protection, backorders, stock of the first week at its level. Levels of a
 * week are made with what was known at its end.
 */
export async function backtestStock(): Promise<StockBacktest> {
  const items = await readItems();
  const weeks = items[0]?.values.length ?? 0;
  const runs = Array.from({ length: weeks - firstWeek + 1 }, (_, index) => forecastsAt(items, firstWeek - 1 + index));
  const simulate = (levelOf: (item: Item, index: number, week: number) => number) =>
    scoreLevels(
      items,
      items.map((item, index) => {
        const levels = new Float64Array(weeks);
        for (let week = firstWeek - 1; week < weeks; week += 1) levels[week] = wholeUnits(levelOf(item, index, week));
        return levels;
      }),
    );
  return {
    items: items.length,
    cover: (cover) => simulate(({ values }, _, week) => cover * meanOf(values.subarray(Math.max(0, week - 11), week + 1), 12)),
    quantile: (promised) => simulate(({ price }, index, week) => runs[week - firstWeek + 1]?.[index]?.(promised(price)) ?? NaN),
  };
}

/** The calibrated quantiles of all items with what is known at the end of a week. */
function forecastsAt(items: readonly Item[], week: number): readonly ((promised: number) => number)[] {
  const run = forecastAll(
    items.map(({ values }) => ({
      values: values.subarray(0, week + 1),
      season: 52,
      horizon: protectedWeeks,
      protection: protectedWeeks,
    })),
  );
  return run.forecasts.map(({ total, demandClass }) => {
    const distribution: Distribution = distributionOf(total);
    return (promised) => distribution.quantile(calibrated(run.calibration, demandClass, total.mean, promised));
  });
}

function scoreLevels(items: readonly Item[], levels: readonly Levels[]): StockScores {
  let [filled, asked, filledValue, askedValue, stockValue] = [0, 0, 0, 0, 0];
  items.forEach(({ values, price }, index) => {
    const level = levels[index] ?? new Float64Array();
    const arriving = new Float64Array(values.length + protectedWeeks);
    let onHand = level[firstWeek - 1] ?? 0;
    let backorders = 0;
    let onOrder = 0;
    for (let week = firstWeek; week < values.length; week += 1) {
      const received = arriving[week] ?? 0;
      onOrder -= received;
      const cleared = Math.min(backorders, received);
      backorders -= cleared;
      onHand += received - cleared;
      const demand = values[week] ?? 0;
      const served = Math.min(onHand, demand);
      onHand -= served;
      backorders += demand - served;
      if (week >= firstWeek + warmUpWeeks) {
        filled += served;
        asked += demand;
        filledValue += served * price;
        askedValue += demand * price;
        stockValue += onHand * price;
      }
      const order = Math.max(0, (level[week] ?? 0) - (onHand + onOrder - backorders));
      arriving[week + protectedWeeks] = order;
      onOrder += order;
    }
  });
  return { unitFill: filled / asked, valueFill: filledValue / askedValue, weeksOfCover: stockValue / askedValue };
}

async function readItems(): Promise<readonly Item[]> {
  const prices = new Map<string, number>();
  const master = `${scienceFolder}data/open/online_retail_ii/sku_master.csv`;
  for await (const row of readForeignCsv(master, ['sku', 'median_price']))
    prices.set(row['sku'] ?? '', Number(row['median_price']));
  return readRetail()
    .filter(({ values }) => isSold(values))
    .map(({ id, values }) => ({ id, values, price: prices.get(id) ?? NaN }));
}

function isSold(values: Float64Array): boolean {
  const known = values.subarray(0, firstWeek);
  const sales = known.filter((value) => value > 0).length;
  const first = values.findIndex((value) => value > 0);
  return first <= 40 && sales >= 10 && known.subarray(-26).some((value) => value > 0);
}

function meanOf(values: Float64Array, periods: number): number {
  return values.reduce((sum, value) => sum + value, 0) / periods;
}

function wholeUnits(level: number): number {
  return Math.max(0, Math.ceil(level - 1e-9));
}
