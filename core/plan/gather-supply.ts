import { codeOf, stockStatuses } from '#core/frame/codes.ts';
import { notSet } from '#core/frame/frame-layout.ts';
import { addTo } from './add-to.ts';
import type { NodeWork } from './node-work.ts';

const available = codeOf(stockStatuses, 'available');
const consignedIn = codeOf(stockStatuses, 'consigned_in');

/**
 * Fills `opening`, `adjustment` (releases +, later expiries -), `open` and `firm` of the node in work, and collects
 * its lots that expire inside the horizon (PLN-1, PLN-2). Does not throw.
 */
export function gatherSupply(work: NodeWork): void {
  if (work.hasAdjustment) work.adjustment.fill(0);
  if (work.hasOpen) work.open.fill(0);
  if (work.hasFirm) work.firm.fill(0);
  work.hasAdjustment = false;
  work.hasFirm = work.ownFirmLines.length > 0;
  work.opening = 0;
  work.lots = 0;
  takeStock(work);
  takeOpenSupply(work);
  for (const line of work.ownFirmLines) {
    const day = Math.max(0, line.receiptDay - work.planDay);
    if (day < work.horizon) addTo(work.firm, day, line.grains);
  }
}

function takeStock(work: NodeWork): void {
  const { frame, node, planDay, horizon } = work;
  const end = frame.stockStart[node + 1] ?? 0;
  for (let row = frame.stockStart[node] ?? 0; row < end; row += 1) {
    const releaseDay = frame.stockReleaseDay[row] ?? notSet;
    const status = frame.stockStatus[row];
    if (releaseDay === notSet && status !== available && status !== consignedIn) continue;
    const quantity = frame.stockQty[row] ?? 0;
    const release = releaseDay === notSet ? 0 : Math.max(0, releaseDay - planDay);
    const expiryDay = frame.stockExpiryDay[row] ?? notSet;
    const expiry = expiryDay === notSet ? horizon : expiryDay - planDay;
    if (expiry <= release || release >= horizon) continue;
    if (release === 0) work.opening += quantity;
    else {
      work.hasAdjustment = true;
      addTo(work.adjustment, release, quantity);
    }
    if (expiry < horizon) {
      work.hasAdjustment = true;
      keepLot(work, expiry, release, quantity);
    }
  }
}

/** Inserts a lot so that the first to expire comes first. */
function keepLot(work: NodeWork, expiry: number, release: number, quantity: number): void {
  const { lotExpiry, lotRelease, lotQty } = work;
  let at = work.lots;
  for (; at > 0 && (lotExpiry[at - 1] ?? 0) > expiry; at -= 1) {
    lotExpiry[at] = lotExpiry[at - 1] ?? 0;
    lotRelease[at] = lotRelease[at - 1] ?? 0;
    lotQty[at] = lotQty[at - 1] ?? 0;
  }
  lotExpiry[at] = expiry;
  lotRelease[at] = release;
  lotQty[at] = quantity;
  work.lots += 1;
}

/**
 * Whether an open order is overdue by more days than the node waits for one (PLN-29); it no longer keeps anything
 * from being bought. Where no limit is given, every order counts. Does not throw.
 */
export function isStale({ frame, node, planDay }: NodeWork, row: number): boolean {
  const waitDays = frame.nodeWaitDays[node] ?? 0;
  return waitDays > 0 && (frame.supplyDay[row] ?? 0) < planDay - waitDays;
}

function takeOpenSupply(work: NodeWork): void {
  const { frame, node, planDay, horizon, open } = work;
  const first = frame.supplyStart[node] ?? 0;
  const end = frame.supplyStart[node + 1] ?? 0;
  work.hasOpen = end > first;
  for (let row = first; row < end; row += 1) {
    if (isStale(work, row)) continue;
    const day = Math.max(0, (frame.supplyDay[row] ?? 0) - planDay);
    if (day < horizon) addTo(open, day, frame.supplyQty[row] ?? 0);
  }
}
