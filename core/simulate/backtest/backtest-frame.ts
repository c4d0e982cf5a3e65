import { grainsPerStep } from '#core/base/quantity.ts';
import { forecastAll } from '#core/demand/forecast/forecast-all.ts';
import { taskOfNode } from '#core/demand/nodes/node-task.ts';
import { calibrated } from '#core/demand/uncertainty/calibration.ts';
import { distributionOf } from '#core/demand/uncertainty/total-demand.ts';
import type { Frame } from '#core/frame/frame-layout.ts';
import { normalCumulative } from '#core/statistics/normal-cumulative.ts';
import { normalQuantile } from '#core/statistics/normal-quantile.ts';
import { currentLevels } from './current-levels.ts';
import { replayWeeks, type ReplayFigures, type ReplayPolicy } from './replay-weeks.ts';

/** How the proposed policy sets its promises. */
export type ProposedRule =
  /** The safety factor of each node's own target, times this. */
  | { readonly kind: 'own_targets'; readonly factor: number }
  /** One multiplier: the chance of running short is this times the item's cost over the mean cost, so that money goes where it serves most. */
  | { readonly kind: 'by_value'; readonly multiplier: number };

/** What is played again. */
export interface BacktestOptions {
  /** The last weeks of the history that are played. */
  readonly weeks: number;
  /** The proposed policy is played once for each. */
  readonly rules: readonly ProposedRule[];
  /** Weeks between two forecasts of the proposed policy, at least 1. */
  readonly weeksPerForecast: number;
  /** Called now and then with the part that is done, 0 to 1; what it throws ends the run. */
  readonly onProgress: (part: number) => void;
}

/** One policy over all nodes, in the order of the nodes played. */
export interface BacktestPolicy {
  /** How its promises were set; null for the current policy. */
  readonly rule: ProposedRule | null;
  readonly figures: readonly ReplayFigures[];
}

export interface Backtest {
  /** Nodes with demand in the weeks before and in those played. */
  readonly nodes: Uint32Array;
  /** Weeks counted: those played less the first, in which stock finds its level. */
  readonly weeks: number;
  readonly policies: readonly BacktestPolicy[];
}

/** Where no target is set, this one is promised. */
const usualTarget = 0.95;
const greatestTarget = 0.9999;
/** Nobody holds less than serves every other cycle of an item that sells at all, nor more than this. */
const leastPromise = 0.3;
const greatestPromise = 0.9995;
/** Played but not counted, since the first stock is a guess of the policy itself. */
const settlingWeeks = 5;
/** Before the first week played there has to be this much to forecast from. */
const leastKnownWeeks = 26;

/**
 * What the current and the proposed policy would have achieved on the last weeks of the history (rules SIM-42 to SIM-44), both with
 * nothing known but the weeks before each decision: forecasts, learnt weights and calibration are made again from the past alone
 * every `weeksPerForecast`. Sales stand for demand; what was lost in a week without stock is not in them. Throws what `onProgress` throws.
 * Source: Tashman 2000 (rolling origins), IJF 16.
 *
 * @example backtestFrame(frame, { weeks: 20, rules: [], weeksPerForecast: 21,
 *   onProgress: () => undefined }).policies[0].figures[0].demanded === 1050 (15 weeks of 70)
 */
export function backtestFrame(frame: Frame, { weeks, rules, weeksPerForecast, onProgress }: BacktestOptions): Backtest {
  const known = frame.meta.historyWeeks - weeks;
  const nodes = Uint32Array.from(nodesToPlay(frame, known, weeks));
  const tasks = Array.from(nodes, (node) => taskOfNode(frame, node));
  const costs = relativeCosts(frame, nodes);
  const current = tasks.map(() => emptyLevels(weeks));
  const proposed = rules.map(() => tasks.map(() => emptyLevels(weeks)));
  for (let week = 0; week <= weeks; week += 1) {
    tasks.forEach(({ values, protection }, index) => {
      const past = values.subarray(0, known + week);
      const { reorderAt, orderUpTo } = currentLevels(frame, nodes[index] ?? 0, past, protection);
      setLevel(current[index], week, reorderAt, orderUpTo);
    });
    if (week % weeksPerForecast === 0) {
      const run = forecastAll(tasks.map((task) => ({ ...task, values: task.values.subarray(0, known + week) })));
      run.forecasts.forEach(({ total, demandClass }, index) => {
        const distribution = distributionOf(total);
        const own = normalQuantile(Math.min(greatestTarget, frame.nodeServiceTarget[nodes[index] ?? 0] || usualTarget));
        rules.forEach((rule, row) => {
          const target = promiseOf(rule, own, costs[index] ?? 1);
          const level = Math.ceil(distribution.quantile(calibrated(run.calibration, demandClass, total.mean, target)) - 1e-9);
          for (let later = week; later <= Math.min(weeks, week + weeksPerForecast - 1); later += 1) {
            setLevel(proposed[row]?.[index], later, Infinity, level);
          }
        });
      });
    }
    onProgress(week / weeks);
  }
  const settling = Math.min(settlingWeeks, Math.floor(weeks / 2));
  const play = (levels: readonly Levels[]): readonly ReplayFigures[] =>
    tasks.map(({ values, protection }, index) => {
      const demand = values.slice(known).map((value) => (value > 0 ? value : 0));
      return replayWeeks(demand, policyOf(frame, nodes[index] ?? 0, levels[index] ?? emptyLevels(weeks), protection), settling);
    });
  return {
    nodes,
    weeks: weeks - settling,
    policies: [
      { rule: null, figures: play(current) },
      ...rules.map((rule, row) => ({ rule, figures: play(proposed[row] ?? []) })),
    ],
  };
}

/** Source of `by_value`: notes on marginal analysis in Silver, Pyke and Thomas, 4th ed., section 6.11 (equal marginal return per money). */
function promiseOf(rule: ProposedRule, ownFactor: number, relativeCost: number): number {
  if (rule.kind === 'own_targets') return normalCumulative(rule.factor * ownFactor);
  return Math.min(greatestPromise, Math.max(leastPromise, 1 - rule.multiplier * relativeCost));
}

/** Cost of each node's item over the mean of all, 1 where nobody typed one. */
function relativeCosts({ itemCost, nodeItem }: Frame, nodes: Uint32Array): Float64Array {
  const costs = Float64Array.from(nodes, (node) => itemCost[nodeItem[node] ?? 0] || 1);
  const mean = costs.reduce((sum, cost) => sum + cost, 0) / Math.max(1, costs.length);
  return costs.map((cost) => cost / mean);
}

interface Levels {
  readonly reorderAt: Float64Array;
  readonly orderUpTo: Float64Array;
}

function emptyLevels(weeks: number): Levels {
  return { reorderAt: new Float64Array(weeks + 1), orderUpTo: new Float64Array(weeks + 1) };
}

function setLevel(levels: Levels | undefined, week: number, reorderAt: number, orderUpTo: number): void {
  if (levels === undefined) return;
  levels.reorderAt[week] = reorderAt;
  levels.orderUpTo[week] = Math.max(0, orderUpTo);
}

function policyOf(frame: Frame, node: number, levels: Levels, leadWeeks: number): ReplayPolicy {
  const lane = frame.laneStart[node] ?? 0;
  const hasLane = lane !== frame.laneStart[node + 1];
  const minimum = hasLane ? Math.max(0, frame.laneMoq[lane] ?? 0) / grainsPerStep : 0;
  const multiple = hasLane ? Math.max(0, frame.laneMultiple[lane] ?? 0) / grainsPerStep : 0;
  return { ...levels, leadWeeks, minimum, multiple };
}

function* nodesToPlay({ historyQty, meta }: Frame, known: number, weeks: number): Generator<number> {
  if (known < leastKnownWeeks) return;
  for (let node = 0; node < meta.nodes; node += 1) {
    const first = node * meta.historyWeeks;
    const isAsked = (from: number, count: number): boolean =>
      historyQty.subarray(first + from, first + from + count).some((grains) => grains > 0);
    if (isAsked(0, known) && isAsked(known, weeks)) yield node;
  }
}
