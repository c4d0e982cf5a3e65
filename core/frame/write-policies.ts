import { toGrains } from '#core/base/quantity.ts';
import { packageTables, type PackageRow } from '#core/model/package/package-tables.ts';
import { codeOf, lotRules, planMethods, serviceTypes, transferRules } from './codes.ts';
import { compareRows } from './compare-rows.ts';
import { notSet, type FrameViews } from './frame-layout.ts';
import type { MasterData } from './read-master-data.ts';
import type { SelectorIndex } from './selectors.ts';

/** Two rows for the same items and sites are no package; of such the first cell by cell holds, not the first row (FRM-5). */
export const comparePolicies = compareRows<PackageRow<'policies'>>(
  Object.keys(packageTables.policies.columns) as (keyof PackageRow<'policies'>)[], // keys of a const object
);

/**
 * Fills the policy columns of every node from its most specific row (FRM-8). Without a row a node is planned time-phased,
 * lot for lot, without safety stock: nothing is assumed that nobody typed. What `isOnPaper` is not planned at all: there is
 * nothing of a kit to be kept in stock (FRM-12). Does not throw.
 */
export function writePolicies(
  views: FrameViews,
  policies: SelectorIndex<PackageRow<'policies'>>,
  master: MasterData,
  isOnPaper: (item: number, site: number) => boolean,
): void {
  views.nodeItem.forEach((item, node) => {
    const site = views.nodeSite[node] ?? 0;
    const [group] = policies.groupsFor(item, site);
    const row = group?.[0];
    const decimals = master.items[item]?.decimals ?? 0;
    views.nodeMethod[node] = codeOf(planMethods, isOnPaper(item, site) ? 'none' : (row?.method ?? 'time_phased'));
    views.nodeMinQty[node] = row?.min_qty == null ? notSet : toGrains(row.min_qty, decimals);
    views.nodeMaxQty[node] = toGrains(row?.max_qty ?? 0, decimals);
    views.nodeServiceTarget[node] = row?.service_target ?? 0;
    views.nodeServiceType[node] = codeOf(serviceTypes, row?.service_type ?? 'cycle');
    views.nodeSafetyStock[node] = row?.safety_stock == null ? notSet : toGrains(row.safety_stock, decimals);
    views.nodeSafetyDays[node] = row?.safety_days ?? 0;
    views.nodeLotRule[node] = codeOf(lotRules, row?.lot_rule ?? 'lot_for_lot');
    views.nodeLotPeriods[node] = row?.lot_periods ?? 0;
    views.nodeOrderCost[node] = row?.order_cost ?? 0;
    views.nodeHoldingRate[node] = row?.holding_rate ?? 0;
    views.nodeFenceDays[node] = row?.fence_days ?? 0;
    views.nodeTransferRule[node] = codeOf(transferRules, row?.transfer_rule ?? 'equal_cover');
    // Part of a day is a whole one: the plan has days and no hours.
    views.nodeWaitDays[node] = Math.ceil(row?.wait_days ?? 0);
    views.nodeSafetyLeadTimeDays[node] = Math.ceil(row?.safety_lead_time_days ?? 0);
  });
}
