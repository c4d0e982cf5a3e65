import { toGrains } from '#core/base/quantity.ts';
import { planMethods } from '#core/frame/codes.ts';
import { notSet, type Frame } from '#core/frame/frame-layout.ts';
import type { ParameterField } from '#core/model/scenario/scenario-record.ts';
import type { FrameLookup } from './frame-lookup.ts';
import type { PlanChanges } from './plan-changes.ts';

/** Which column a field changes, and how the typed value reads in it. */
const targets = {
  method: { column: 'nodeMethod', owner: 'node', unit: 'method' },
  min_qty: { column: 'nodeMinQty', owner: 'node', unit: 'grains' },
  max_qty: { column: 'nodeMaxQty', owner: 'node', unit: 'grains' },
  service_target: { column: 'nodeServiceTarget', owner: 'node', unit: 'number' },
  safety_stock: { column: 'nodeSafetyStock', owner: 'node', unit: 'grains' },
  safety_days: { column: 'nodeSafetyDays', owner: 'node', unit: 'number' },
  lead_time_days: { column: 'laneLeadTimeDays', owner: 'lane', unit: 'number' },
  moq: { column: 'laneMoq', owner: 'lane', unit: 'grains' },
  multiple: { column: 'laneMultiple', owner: 'lane', unit: 'grains' },
  review_days: { column: 'laneReviewDays', owner: 'lane', unit: 'number' },
} as const satisfies Record<
  ParameterField,
  { column: keyof Frame; owner: 'node' | 'lane'; unit: 'method' | 'grains' | 'number' }
>;

/**
 * The frame with the parameters of a scenario in force (PLN-24): changed columns are copies, all others are shared.
 * A change of an unknown item-location changes nothing; a lane field applies to all lanes of the item-location.
 * A safety stock that is typed takes the place of a service target. Does not throw.
 *
 * @example applyParameters(frame, lookup, []) === frame
 */
export function applyParameters(frame: Frame, lookup: FrameLookup, parameters: PlanChanges['parameters']): Frame {
  const columns = new Map<string, Frame[(typeof targets)[ParameterField]['column']]>();
  for (const { itemId, siteId, field, value } of parameters) {
    const node = lookup.nodeOf(itemId, siteId);
    if (node === notSet || value === null) continue;
    const { column, owner, unit } = targets[field];
    const values = columns.get(column) ?? frame[column].slice();
    columns.set(column, values);
    const cell = cellValue(frame, node, unit, value);
    if (owner === 'node') values[node] = cell;
    else values.fill(cell, frame.laneStart[node], frame.laneStart[node + 1]);
  }
  return columns.size === 0 ? frame : { ...frame, ...Object.fromEntries(columns) };
}

function cellValue(frame: Frame, node: number, unit: 'method' | 'grains' | 'number', value: string | number): number {
  switch (unit) {
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
