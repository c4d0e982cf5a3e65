import type { ParameterField } from '#core/model/scenario/scenario-record.ts';
import { toGrains } from '#core/base/quantity.ts';
import { planMethods } from '#core/frame/codes.ts';
import { nothingExcluded, type ExcludedHistory } from '#core/demand/nodes/excluded-history.ts';
import type { RevisedForecast } from '#core/demand/nodes/revise-forecast.ts';
import { notSet, type Frame } from '#core/frame/frame-layout.ts';
import { resolveExclusions } from './excluded-lines.ts';
import { parameterFields, targetOfField } from './parameter-fields.ts';
import { noNodeForecasts, resolveForecasts, type NodeForecasts } from './node-forecasts.ts';
import { resolveFirmLines, type FirmLine } from './firm-lines.ts';
import type { FrameLookup } from './frame-lookup.ts';
import type { PlanChanges } from './plan-changes.ts';

/** Parameters that hold in a plan, one row per cell, by node, then field; a cell typed twice holds its last value. */
export interface NodeParameters {
  readonly node: Uint32Array;
  /** Position in `parameterFields`. */
  readonly field: Uint8Array;
  /** As it stands in the frame's column: grains, days, a share or the code of a method. */
  readonly value: Float64Array;
}

/** The changes of a scenario with their ids resolved. Plain data: it crosses to workers as it is. */
export interface NodeChanges {
  readonly parameters: NodeParameters;
  /** Firm orders by node, each list in the order of PlanChanges.firmOrders. */
  readonly firmLines: ReadonlyMap<number, readonly FirmLine[]>;
  readonly forecasts: NodeForecasts;
  /** Demand that the forecast does not count. */
  readonly excluded: ExcludedHistory;
  /** The forecasts that `excluded` changes, where they were made beforehand; else a planner makes them itself. */
  readonly revised: RevisedForecast | undefined;
}

/** No changes at all. */
export const noNodeChanges: NodeChanges = {
  parameters: { node: new Uint32Array(0), field: new Uint8Array(0), value: new Float64Array(0) },
  firmLines: new Map(),
  forecasts: noNodeForecasts,
  excluded: nothingExcluded,
  revised: undefined,
};

/**
 * Resolves the ids of changes against a frame. A change of an unknown item-location is left out: what the frame does
 * not know cannot be planned. O(changes), does not throw.
 *
 * @example resolveChanges(frame, lookup, noChanges).firmLines.size === 0
 */
export function resolveChanges(frame: Frame, lookup: FrameLookup, changes: PlanChanges): NodeChanges {
  const cells: { readonly node: number; readonly field: number; readonly value: number; readonly order: number }[] = [];
  changes.parameters.forEach(({ itemId, siteId, field, value }, order) => {
    const node = lookup.nodeOf(itemId, siteId);
    if (node === notSet || value === null) return;
    cells.push({ node, field: parameterFields.indexOf(field), value: cellValue(frame, node, field, value), order });
  });
  cells.sort((a, b) => a.node - b.node || a.field - b.field || a.order - b.order);
  const last = cells.filter(({ node, field }, row) => cells[row + 1]?.node !== node || cells[row + 1]?.field !== field);
  return {
    parameters: {
      node: Uint32Array.from(last, (cell) => cell.node),
      field: Uint8Array.from(last, (cell) => cell.field),
      value: Float64Array.from(last, (cell) => cell.value),
    },
    firmLines: resolveFirmLines(frame, lookup, changes.firmOrders),
    forecasts: resolveForecasts(frame, lookup, changes.forecasts),
    excluded: resolveExclusions(frame, lookup, changes.exclusions),
    revised: undefined,
  };
}

function cellValue(frame: Frame, node: number, field: ParameterField, value: string | number): number {
  switch (targetOfField(field).unit) {
    case 'method':
      return Math.max(
        0,
        planMethods.findIndex((method) => method === value),
      );
    case 'grains':
      return toGrains(Number(value), frame.itemDecimals[frame.nodeItem[node] ?? 0] ?? 0);
    case 'number':
      return Number(value);
  }
}
