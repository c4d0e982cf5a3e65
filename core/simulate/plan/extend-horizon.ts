import { forecastLayout, type ForecastViews } from '#core/demand/nodes/forecast-columns.ts';
import { allocateColumns, type ColumnLayout, type ColumnLengths, type ColumnViews } from '#core/frame/columns.ts';
import type { Frame } from '#core/frame/frame-layout.ts';

/** A frame with its forecast. */
export interface ForecastFrame {
  readonly frame: Frame;
  readonly forecast: ForecastViews;
}

/** Days beyond which nothing is looked up, however long lead times are. */
const mostLookAhead = 1500;

/**
 * Days behind the last simulated one that orders are placed for: the longest lead time, review, fence and lot window there are;
 * lead times are taken twice, as working days may be. Does not throw.
 *
 * @example lookAheadDays(frame) === 36
 */
export function lookAheadDays(frame: Frame): number {
  const most = (column: ArrayLike<number>): number => {
    let found = 0;
    for (let row = 0; row < column.length; row += 1) found = Math.max(found, column[row] ?? 0);
    return found;
  };
  // Working lead times take more days than they count.
  const days = 2 * most(frame.laneLeadTimeDays) + most(frame.laneReviewDays) + most(frame.nodeFenceDays);
  return Math.min(mostLookAhead, days + most(frame.nodeLotPeriods) + most(frame.nodeSafetyLeadTimeDays) + 1);
}

/**
 * The same data over a longer horizon: what is computed of demand goes on behind the old one as in its last week (rule SIM-21).
 * The frame's columns are shared, those of the forecast are copied. Does not throw.
 *
 * @example extendHorizon({ frame, forecast }, 400).frame.meta.horizonDays === 400
 */
export function extendHorizon({ frame, forecast }: ForecastFrame, horizonDays: number): ForecastFrame {
  const { nodes } = frame.meta;
  if (horizonDays <= frame.meta.horizonDays || nodes === 0) return { frame, forecast };
  const weeks = forecast.forecastWeekly.length / nodes;
  const moreWeeks = Math.ceil(horizonDays / 7);
  const { views } = allocateColumns(
    forecastLayout,
    { ...lengthsOf<typeof forecastLayout>(forecast), forecastWeekly: nodes * moreWeeks },
    null,
  );
  for (const [name, column] of Object.entries(views)) {
    if (name !== 'forecastWeekly') column.set(forecast[name as keyof ForecastViews]); // entries of the same layout
  }
  for (let node = 0; node < nodes; node += 1) {
    const weekly = forecast.forecastWeekly.subarray(node * weeks, (node + 1) * weeks);
    views.forecastWeekly.set(weekly, node * moreWeeks);
    views.forecastWeekly.fill(weekly[weeks - 1] ?? 0, node * moreWeeks + weeks, (node + 1) * moreWeeks);
  }
  return { frame: { ...frame, meta: { ...frame.meta, horizonDays } }, forecast: views };
}

function lengthsOf<Layout extends ColumnLayout>(views: ColumnViews<Layout>): ColumnLengths<Layout> {
  const entries = Object.entries(views as Readonly<Record<string, ArrayLike<number>>>); // every view has a length
  return Object.fromEntries(entries.map(([name, column]) => [name, column.length])) as ColumnLengths<Layout>; // one per view
}
