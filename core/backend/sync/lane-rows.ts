import type { PackageRow } from '#core/model/package/package-tables.ts';

export type LaneRow = PackageRow<'lanes'>;

/** Whether an id stands for a family or class of items, which the ERP has no rule for. */
export function isSelector(itemId: string): boolean {
  return itemId.startsWith('family:') || itemId.startsWith('class:');
}

/** Whether a row stands for many sites, which is the planner's own rule and none of the ERP's. */
export function isSiteSelector(siteId: string): boolean {
  return siteId === '*' || siteId.startsWith('region:') || siteId.startsWith('company:');
}

/**
 * Gives lanes the ERP's value. The ERP has one value where the dataset may have one per site: lanes keep theirs while one
 * of them still has the ERP's, as the ERP then has not changed.
 */
export function withErpValue(lanes: readonly LaneRow[], field: 'lead_time_days' | 'moq' | 'unit_cost', value: number): LaneRow[] {
  const isUnchanged = lanes.some((lane) => (lane[field] ?? 0) === value);
  return isUnchanged ? [...lanes] : lanes.map((lane) => ({ ...lane, [field]: value }));
}
