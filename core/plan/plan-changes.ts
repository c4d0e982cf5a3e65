import type { ForecastOverride, HistoryExclusion, ParameterChange } from '#core/model/scenario/fold-scenario.ts';
import type { FirmOrder } from '#core/model/scenario/scenario-record.ts';

/** What a scenario adds to a frame, in the shape the kernels take. Plain data: it crosses to workers as it is. */
export interface PlanChanges {
  /** Sorted by item, site, receipt day, id: the order in which they arrived does not matter. */
  readonly firmOrders: readonly FirmOrder[];
  readonly parameters: readonly ParameterChange[];
  /** Also expired ones; where two name the same day of an item-location, the later in the list holds. */
  readonly forecasts: readonly ForecastOverride[];
  /** Demand lines that the forecast does not count; each day and size of an item-location once. */
  readonly exclusions: readonly HistoryExclusion[];
}

/** A plan of the data as it is. */
export const noChanges: PlanChanges = { firmOrders: [], parameters: [], forecasts: [], exclusions: [] };
