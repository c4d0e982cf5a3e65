import { demandClasses } from '#core/demand/classify/classify-demand.ts';
import { allRows, filterRows, type RowTest } from '#renderer/grid/filter-rows.ts';
import { sortRows } from '#renderer/grid/sort-rows.ts';
import { nodeTests } from '#renderer/screens/node-tests.ts';
import type { DeskPlace } from '#renderer/stores/desk-place.ts';
import type { Planned } from '#renderer/stores/plan-state.ts';
import { isBiased, isEnding } from './demand-flags.ts';
import type { DemandMeasures } from './demand-measures.ts';
import type { OverrideIndex } from './index-overrides.ts';

export interface SelectedDemand {
  /** Where the forecast lies farthest from recent demand first, in money. */
  readonly rows: Uint32Array;
  /** Item-locations left out because their forecast asks for nothing. */
  readonly hidden: number;
}

/** The forecasts a planner has to look at (DSK-21); all of them where that is asked for, or where filters narrow them. Does not throw. */
export function selectDemand(
  planned: Planned,
  place: DeskPlace,
  measures: DemandMeasures,
  overrides: OverrideIndex,
): SelectedDemand {
  const { frame, forecast } = planned;
  const { filters } = place;
  const tests: RowTest[] = [...nodeTests(planned, place)];
  const asked = demandClasses.findIndex((name) => name === filters['class']);
  if (asked >= 0) tests.push((node) => forecast.forecastClass[node] === asked);
  if (filters['biased'] === 'yes') tests.push((node) => isBiased(measures, node));
  if (filters['ending'] === 'yes') tests.push((node) => isEnding(planned, measures, node));
  if (filters['typed'] === 'yes') tests.push((node) => overrides.stateOf(node) !== undefined);
  const found = filterRows(allRows(frame.meta.nodes), tests);
  const isNarrow =
    filters['show'] === 'all' || asked >= 0 || [filters['biased'], filters['ending'], filters['typed']].includes('yes');
  const shown = isNarrow
    ? found
    : filterRows(found, [(node) => isBiased(measures, node) || isEnding(planned, measures, node) || overrides.expired.has(node)]);
  const moneyOff = (node: number): number => {
    const off = Math.abs((forecast.forecastLevel[node] ?? 0) - (measures.recentMean[node] ?? 0));
    return off * (frame.itemCost[frame.nodeItem[node] ?? 0] ?? 0) * 10 ** -(frame.itemDecimals[frame.nodeItem[node] ?? 0] ?? 0);
  };
  const byMoney = sortRows(shown, moneyOff, 'descending');
  // What was typed and no longer holds comes first: nobody decided that it should not.
  const rows = sortRows(byMoney, (node) => (overrides.expired.has(node) ? 1 : 0), 'descending');
  return { rows, hidden: found.length - shown.length };
}
