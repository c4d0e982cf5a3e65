import { fromGrains } from '#core/base/quantity.ts';
import type { ExcludedHistory } from '#core/demand/nodes/excluded-history.ts';
import type { Frame } from '#core/frame/frame-layout.ts';
import type { ForecastSeries } from '#renderer/charts/forecast-chart-option.ts';

const daysPerWeek = 7;

/**
 * The series of an item-location with its history as the forecast reads it, and what weeks were without what is excluded (DSK-29).
 * The series itself where nothing of it is. Does not throw.
 */
export function withExcludedWeeks(series: ForecastSeries, frame: Frame, node: number, excluded: ExcludedHistory): ForecastSeries {
  const ofNode = excluded.get(node);
  const first = series.historyDays[0];
  if (!ofNode || first === undefined) return series;
  const skipped = (first - frame.meta.historyFirstDay) / daysPerWeek;
  const history = [...series.history];
  const before: { readonly week: number; readonly value: number }[] = [];
  for (const { week, grains } of ofNode) {
    const value = history[week - skipped];
    if (value === undefined || value === null) continue;
    before.push({ week: week - skipped, value });
    history[week - skipped] = Math.max(0, value - fromGrains(grains, series.decimals));
  }
  return { ...series, history, excluded: before };
}
