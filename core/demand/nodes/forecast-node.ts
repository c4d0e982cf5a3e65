import { grainsPerStep } from '#core/base/quantity.ts';
import type { FactorBelief } from '#core/demand/events/event-factor.ts';
import { nodeEventEffects } from '#core/demand/events/node-event-effects.ts';
import { forecastSeries } from '#core/demand/forecast/forecast-series.ts';
import type { LevelWeights } from '#core/demand/forecast/learn-weights.ts';
import type { SeriesForecast } from '#core/demand/forecast/series-forecast.ts';
import type { SeriesTask } from '#core/demand/forecast/series-task.ts';
import { forecastNewItem } from '#core/demand/lifecycle/forecast-new-item.ts';
import type { Calibration } from '#core/demand/uncertainty/calibration.ts';
import type { Frame } from '#core/frame/frame-layout.ts';
import { profileOfNode } from './family-profiles.ts';
import { withoutSeason } from './node-task.ts';
import { keptBeliefs, keptWeights } from './pooled-columns.ts';
import type { ForecastViews } from './forecast-columns.ts';

/** What all nodes have taught, as forecasting one needs it. */
export interface KeptLessons {
  readonly weights: LevelWeights;
  readonly beliefs: readonly FactorBelief[];
  readonly launchLevel: Float64Array;
  /** The season of a node's family, or undefined. */
  profileOf(node: number): Float64Array | undefined;
}

/**
 * What all nodes have taught, from the columns that keep it. Does not throw.
 *
 * @example keptLessons(frame, forecast).profileOf(0) === undefined
 */
export function keptLessons(frame: Frame, views: ForecastViews): KeptLessons {
  return {
    weights: keptWeights(views),
    beliefs: keptBeliefs(views),
    launchLevel: views.launchLevel,
    profileOf: (node) => profileOfNode(frame, views, node),
  };
}

/** Weeks of its own after which a new item is believed as much as its family; measured on 422 launches of a wholesaler. */
const newItemHold = 1;
/** With more weeks of its own an item is no longer new. */
const newItemWeeks = 8;

/**
 * The forecast of one node in steps of its item (rules DEM-11, DEM-86, DEM-92, DEM-105): past events and the season of its family are taken out of its
 * history, and coming events and the season multiply its weeks; an item sold for fewer than eight weeks is drawn to what its family sold when new. Does not throw.
 *
 * @example forecastNode(frame, 0, taskOfNode(frame, 0), keptLessons(frame, forecast), createCalibration()).mean[0] ≈ 70
 */
export function forecastNode(
  frame: Frame,
  node: number,
  task: SeriesTask,
  lessons: KeptLessons,
  calibration: Calibration,
): SeriesForecast {
  const effects = nodeEventEffects(frame, node, task.values, lessons.beliefs, task.horizon);
  const eventless = effects ? { ...task, values: effects.baseline } : task;
  const profile = lessons.profileOf(node);
  const calm = forecastSeries(profile ? withoutSeason(eventless, profile) : eventless, lessons.weights, calibration);
  const forecast = drawnToFamily(frame, node, task, lessons, calm);
  if (!effects && !profile) return forecast;
  const { length } = task.values;
  const mean = forecast.mean.map(
    (value, week) => value * (effects?.multipliers[week] ?? 1) * (profile?.[(length + week) % profile.length] ?? 1),
  );
  const ratio = ratioOf(mean, forecast.mean, task.protection);
  const { total } = forecast;
  return {
    ...forecast,
    mean,
    isWithoutSeason: profile !== undefined,
    total: { ...total, mean: total.mean * ratio, variance: total.variance * ratio * ratio },
  };
}

function drawnToFamily(
  frame: Frame,
  node: number,
  task: SeriesTask,
  { launchLevel }: KeptLessons,
  forecast: SeriesForecast,
): SeriesForecast {
  const launched = task.values.findIndex((value) => value > 0);
  const own = launched < 0 ? 0 : task.values.length - launched;
  const analogue = launchLevel[frame.itemFamily[frame.nodeItem[node] ?? 0] ?? -1] ?? NaN;
  if (own === 0 || own >= newItemWeeks || Number.isNaN(analogue)) return forecast;
  const { mean, level } = forecastNewItem({
    own: task.values.subarray(launched),
    analogue,
    hold: newItemHold,
    profile: new Float64Array(),
    phase: 0,
    horizon: task.horizon,
  });
  const { total } = forecast;
  // Of an item hardly known, demand of its family scatters as much as it sells.
  const variance = Math.max(total.variance, (level * task.protection) ** 2);
  const found = { ...total, mean: level * task.protection, variance };
  return { ...forecast, mean, model: 'family_analogue', reason: 'too_short', total: found };
}

function ratioOf(after: Float64Array, before: Float64Array, weeks: number): number {
  const sumOf = (values: Float64Array): number => values.subarray(0, weeks).reduce((sum, value) => sum + value, 0);
  const sum = sumOf(before);
  return sum > 0 ? sumOf(after) / sum : 1;
}

/**
 * Demand of a node, in steps of its item per week, in whole grains per week. Does not throw.
 *
 * @example toGrainsPerWeek(Float64Array.of(1.5)) is [1500]
 */
export function toGrainsPerWeek(mean: Float64Array): Float64Array {
  return mean.map((value) => Math.round(value * grainsPerStep));
}
