import { spreadTotal } from '#core/demand/hierarchy/spread-total.ts';
import { notSet, type Frame } from '#core/frame/frame-layout.ts';
import type { ScenarioChange } from '#core/model/scenario/scenario-record.ts';
import type { FrameReader } from '#renderer/inspector/frame-reader.ts';
import type { DemandScope } from './demand-scope.ts';
import { weekOfOverride } from './forecast-weeks.ts';
import type { OverrideIndex } from './index-overrides.ts';
import type { Planned } from '#renderer/stores/plan-state.ts';

type ForecastChange = Extract<ScenarioChange, { readonly kind: 'forecast.set' }>;

/** What goes with every typed week. */
export interface OverrideTerms {
  readonly reason: string;
  readonly owner: string;
  readonly expiresOn: number | null;
}

/** Typed quantities by week, in stock units; null gives the week back. */
export type TypedWeeks = ReadonlyMap<number, number | null>;

export interface ChangeParts {
  readonly planned: Planned;
  readonly reader: FrameReader;
  readonly overrides: OverrideIndex;
  readonly scope: DemandScope;
  readonly typed: TypedWeeks;
  readonly terms: OverrideTerms;
}

/**
 * What typing means to the scenario (DSK-25, DSK-26): of an item-location the typed weeks; of a family the typed total shared out
 * over its members by their statistical forecasts, in whole steps that add up to it. A share equal to the statistical forecast
 * needs no override, and takes away one that is there. Does not throw.
 */
export function forecastChanges(parts: ChangeParts): ForecastChange[] {
  const { planned, scope, typed } = parts;
  const { memberWeeks, nodes, weeks } = scope;
  const steps = 10 ** scope.decimals;
  return [...typed].flatMap(([week, total]) => {
    if (!memberWeeks) return changesOfNode(parts, nodes[0] ?? 0, week, weeks.statistical[week] ?? 0, total);
    const own = Float64Array.from(nodes, (_, place) => memberWeeks[place * weeks.days.length + week] ?? 0);
    // Where nothing is forecast, what was sold decides.
    const weights = own.some((qty) => qty > 0) ? own : historyTotals(planned.frame, nodes);
    const shares = total === null ? null : spreadTotal({ total: Math.round(total * steps), parts: weights }).parts;
    return [...nodes].flatMap((node, place) =>
      changesOfNode(parts, node, week, own[place] ?? 0, shares && (shares[place] ?? 0) / steps),
    );
  });
}

function historyTotals({ meta, historyQty }: Frame, nodes: Uint32Array): Float64Array {
  return Float64Array.from(nodes, (node) =>
    historyQty
      .subarray(node * meta.historyWeeks, (node + 1) * meta.historyWeeks)
      .reduce((sum, grains) => sum + (grains > 0 ? grains : 0), 0),
  );
}

function changesOfNode(
  { planned, reader, overrides, terms }: ChangeParts,
  node: number,
  week: number,
  statistical: number,
  qty: number | null,
): ForecastChange[] {
  const { frame } = planned;
  const statisticalQty = Math.max(0, statistical);
  const change = (weekDay: number, value: number | null): ForecastChange => ({
    kind: 'forecast.set',
    itemId: reader.itemId(frame.nodeItem[node] ?? notSet),
    siteId: reader.siteId(frame.nodeSite[node] ?? notSet),
    weekDay,
    qty: value,
    statisticalQty,
    ...terms,
  });
  const day = frame.meta.planDay + 7 * week;
  const isTyped = qty !== null && qty !== statisticalQty;
  // Overrides typed on other plan days may begin inside the week; the new one takes their place.
  const replaced = overrides
    .ofNode(node)
    .filter((override) => weekOfOverride(frame, override) === week && !(isTyped && override.weekDay === day));
  const changes = replaced.map((override) => change(override.weekDay, null));
  if (isTyped) changes.push(change(day, qty));
  return changes;
}
