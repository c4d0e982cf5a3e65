import { toGrains } from '#core/base/quantity.ts';
import { codeOf, lotRules, planMethods, serviceTypes, transferRules } from './codes.ts';
import type { CollectedPolicies } from './collect-policies.ts';
import { notSet, type FrameViews } from './frame-layout.ts';
import { deciderOf, type PolicyField, type PolicyRow } from './policy-chain.ts';
import type { MasterData } from './read-master-data.ts';

/**
 * Fills the policy columns of every node, each field from the row that decides on it (FRM-8, FRM-19), and notes the rows.
 * Without a row a node is planned time-phased, lot for lot, without safety stock: nothing is assumed that nobody typed. What
 * `isOnPaper` is not planned at all: there is nothing of a kit to be kept in stock (FRM-12). Does not throw.
 */
export function writePolicies(
  views: FrameViews,
  policies: CollectedPolicies,
  master: MasterData,
  isOnPaper: (item: number, site: number) => boolean,
): void {
  const { rows, start, entries, fields } = policies;
  views.policyStart.set(start);
  views.policyRow.set(entries);
  views.policyRowFields.set(fields);
  views.policyRowItemBytes.set(policies.itemTexts.bytes);
  views.policyRowItemEnds.set(policies.itemTexts.ends);
  views.policyRowSiteBytes.set(policies.siteTexts.bytes);
  views.policyRowSiteEnds.set(policies.siteTexts.ends);

  views.nodeItem.forEach((item, node) => {
    const first = start[node] ?? 0;
    const length = (start[node + 1] ?? 0) - first;
    const bitsAt = (entry: number): number => fields[entries[first + entry] ?? 0] ?? 0;
    const value = <Field extends PolicyField>(field: Field): PolicyRow[Field] | undefined => {
      const decider = deciderOf(field, length, bitsAt);
      return decider < 0 ? undefined : rows[entries[first + decider] ?? 0]?.[field];
    };
    const decimals = master.items[item]?.decimals ?? 0;
    const grains = (units: number | null | undefined): number => (units == null ? notSet : toGrains(units, decimals));
    const isPlanned = !isOnPaper(item, views.nodeSite[node] ?? 0);
    views.nodeMethod[node] = codeOf(planMethods, isPlanned ? (value('method') ?? 'time_phased') : 'none');
    views.nodeMinQty[node] = grains(value('min_qty'));
    views.nodeMaxQty[node] = toGrains(value('max_qty') ?? 0, decimals);
    views.nodeServiceTarget[node] = value('service_target') ?? 0;
    views.nodeServiceType[node] = codeOf(serviceTypes, value('service_type') ?? 'cycle');
    views.nodeSafetyStock[node] = grains(value('safety_stock'));
    views.nodeSafetyDays[node] = value('safety_days') ?? 0;
    views.nodeLotRule[node] = codeOf(lotRules, value('lot_rule') ?? 'lot_for_lot');
    views.nodeLotPeriods[node] = value('lot_periods') ?? 0;
    views.nodeOrderCost[node] = value('order_cost') ?? 0;
    views.nodeHoldingRate[node] = value('holding_rate') ?? 0;
    views.nodeFenceDays[node] = value('fence_days') ?? 0;
    views.nodeTransferRule[node] = codeOf(transferRules, value('transfer_rule') ?? 'equal_cover');
    // Part of a day is a whole one: the plan has days and no hours.
    views.nodeWaitDays[node] = Math.ceil(value('wait_days') ?? 0);
    views.nodeSafetyLeadTimeDays[node] = Math.ceil(value('safety_lead_time_days') ?? 0);
  });
}
