import type { FirmOrder, ScenarioChange } from '#core/model/scenario/scenario-record.ts';

/** What a scenario adds to a frame, in the shape the kernels take. Plain data: it crosses to workers as it is. */
export interface PlanChanges {
  /** Sorted by item, site, receipt day, id: the order in which they arrived does not matter. */
  readonly firmOrders: readonly FirmOrder[];
  readonly parameters: readonly Extract<ScenarioChange, { readonly kind: 'parameter.set' }>[];
}

/** A plan of the data as it is. */
export const noChanges: PlanChanges = { firmOrders: [], parameters: [] };
