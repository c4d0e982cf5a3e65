import { grainsPerUnit, toGrains } from '#core/base/quantity.ts';
import type { Frame } from '#core/frame/frame-layout.ts';
import { proposalAt } from '#core/insight/parameters/proposal-at.ts';
import type { ProposalColumns, ProposalField } from '#core/insight/parameters/proposal-columns.ts';

const columnOf = {
  lead_time_days: 'laneLeadTimeDays',
  lead_time_sd: 'laneLeadTimeSd',
  safety_stock: 'nodeSafetyStock',
  safety_days: 'nodeSafetyDays',
  min_qty: 'nodeMinQty',
  max_qty: 'nodeMaxQty',
  service_target: 'nodeServiceTarget',
  moq: 'laneMoq',
} as const satisfies Record<ProposalField, keyof Frame>;

/** A frame with every proposal taken as it is, columns copied. */
export function adoptProposals(frame: Frame, proposals: ProposalColumns): Frame {
  const changed = { ...frame };
  for (let row = 0; row < proposals.length; row += 1) {
    const { node, lane, field, proposed } = proposalAt(proposals, row);
    const column = columnOf[field];
    if (changed[column] === frame[column]) Object.assign(changed, { [column]: frame[column].slice() });
    const decimals = frame.itemDecimals[frame.nodeItem[node] ?? 0] ?? 0;
    const isQuantity = field === 'safety_stock' || field === 'moq' || field.endsWith('_qty');
    changed[column][lane ?? node] = isQuantity ? toGrains(proposed, decimals) : proposed;
  }
  return changed;
}

/** Stock units in grains, for the columns of a frame. */
export function grainsOf(frame: Frame, node: number, units: number): number {
  return Math.round(units * grainsPerUnit(frame.itemDecimals[frame.nodeItem[node] ?? 0] ?? 0));
}
