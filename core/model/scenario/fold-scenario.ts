import type { FirmOrder, ScenarioChange } from './scenario-record.ts';

export type ParameterChange = Extract<ScenarioChange, { readonly kind: 'parameter.set' }>;
export type HistoryExclusion = Extract<ScenarioChange, { readonly kind: 'history.exclude' }>;
export type ForecastOverride = Extract<ScenarioChange, { readonly kind: 'forecast.set' }>;

/** What is in force after a list of changes. */
export interface ScenarioContent {
  /** Sorted by item, site, receipt day, id. */
  readonly firmOrders: readonly FirmOrder[];
  /** Sorted by item, site, field; the last value of each; values given back to their source are gone. */
  readonly parameters: readonly ParameterChange[];
  /**
   * Sorted by item and site; those of one item-location in the order in which they were typed, the last of each week, so that
   * a later one holds on days that both name. Weeks given back are gone; overrides that expired or whose week is over are not.
   */
  readonly forecasts: readonly ForecastOverride[];
  /** Sorted by item, site, day, size; the last word on each; lines that are counted again are gone. */
  readonly exclusions: readonly HistoryExclusion[];
}

/**
 * Plays changes in order: a later change of the same order, parameter, week or demand line takes the place of the earlier.
 * Does not throw; withdrawing an unknown order changes nothing.
 *
 * @example foldScenario([]).firmOrders → []
 */
export function foldScenario(changes: Iterable<ScenarioChange>): ScenarioContent {
  const orders = new Map<string, FirmOrder>();
  const parameters = new Map<string, ParameterChange>();
  const forecasts = new Map<string, ForecastOverride>();
  const exclusions = new Map<string, HistoryExclusion>();
  for (const change of changes) {
    switch (change.kind) {
      case 'order.firm':
        orders.set(change.order.id, change.order);
        break;
      case 'order.withdraw':
        orders.delete(change.orderId);
        break;
      case 'parameter.set': {
        const key = parameterKey(change);
        if (change.value === null) parameters.delete(key);
        else parameters.set(key, change);
        break;
      }
      case 'forecast.set': {
        const key = JSON.stringify([change.itemId, change.siteId, change.weekDay]);
        // Taken out first, so that it stands last.
        forecasts.delete(key);
        if (change.qty !== null) forecasts.set(key, change);
        break;
      }
      case 'history.exclude': {
        const key = JSON.stringify([change.itemId, change.siteId, change.day, change.qty]);
        if (change.isExcluded) exclusions.set(key, change);
        else exclusions.delete(key);
        break;
      }
    }
  }
  return {
    firmOrders: [...orders.values()].sort(compareFirmOrders),
    parameters: [...parameters.values()].sort((a, b) => compareText(parameterKey(a), parameterKey(b))),
    forecasts: [...forecasts.values()].sort((a, b) => compareText(a.itemId, b.itemId) || compareText(a.siteId, b.siteId)),
    exclusions: [...exclusions.values()].sort(compareExclusions),
  };
}

function compareExclusions(a: HistoryExclusion, b: HistoryExclusion): number {
  return compareText(a.itemId, b.itemId) || compareText(a.siteId, b.siteId) || a.day - b.day || a.qty - b.qty;
}

/** The order of firm orders wherever a list of them is compared or planned: item, site, receipt day, id. */
export function compareFirmOrders(a: FirmOrder, b: FirmOrder): number {
  return (
    compareText(a.itemId, b.itemId) || compareText(a.siteId, b.siteId) || a.receiptDay - b.receiptDay || compareText(a.id, b.id)
  );
}

function parameterKey(change: ParameterChange): string {
  return JSON.stringify([change.itemId, change.siteId, change.field]);
}

/** By UTF-16 code units: the same on every machine, unlike a locale's order. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
