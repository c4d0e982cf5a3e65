import type { Frame } from '#core/frame/frame-layout.ts';
import type { ParameterField } from '#core/model/scenario/scenario-record.ts';

interface FieldTarget {
  readonly column: keyof Frame;
  /** A lane field applies to all lanes of the item-location. */
  readonly owner: 'node' | 'lane';
  readonly unit: 'method' | 'grains' | 'number';
}

/** Which column a field changes, and how the typed value reads in it. */
const targets = {
  method: { column: 'nodeMethod', owner: 'node', unit: 'method' },
  min_qty: { column: 'nodeMinQty', owner: 'node', unit: 'grains' },
  max_qty: { column: 'nodeMaxQty', owner: 'node', unit: 'grains' },
  service_target: { column: 'nodeServiceTarget', owner: 'node', unit: 'number' },
  safety_stock: { column: 'nodeSafetyStock', owner: 'node', unit: 'grains' },
  safety_days: { column: 'nodeSafetyDays', owner: 'node', unit: 'number' },
  lead_time_days: { column: 'laneLeadTimeDays', owner: 'lane', unit: 'number' },
  lead_time_sd: { column: 'laneLeadTimeSd', owner: 'lane', unit: 'number' },
  moq: { column: 'laneMoq', owner: 'lane', unit: 'grains' },
  multiple: { column: 'laneMultiple', owner: 'lane', unit: 'grains' },
  review_days: { column: 'laneReviewDays', owner: 'lane', unit: 'number' },
  wait_days: { column: 'nodeWaitDays', owner: 'node', unit: 'number' },
  safety_lead_time_days: { column: 'nodeSafetyLeadTimeDays', owner: 'node', unit: 'number' },
} as const satisfies Record<ParameterField, FieldTarget>;

/** The fields in a fixed order; the position is the field's code in columns. */
export const parameterFields = Object.keys(targets) as readonly ParameterField[]; // keys of a const object

/** Column, owner and unit of a field. Does not throw. @example targetOfField('moq').column === 'laneMoq' */
export function targetOfField(field: ParameterField): (typeof targets)[ParameterField] {
  return targets[field];
}
