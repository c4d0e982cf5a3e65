/** What came in from suppliers, one entry per receipt; days are numbers on any one calendar, NaN where unknown. */
export interface Receipts {
  /** Lane (supplier and destination, say) each came over, from 0. */
  readonly lanes: ArrayLike<number>;
  readonly orderedDays: ArrayLike<number>;
  readonly promisedDays: ArrayLike<number>;
  readonly receivedDays: ArrayLike<number>;
}

/** Days per receipt, NaN where they are unknown or not to be believed. */
export interface ReceiptTimes {
  /** From order to receipt. */
  readonly leadTimes: Float64Array;
  /** From promise to receipt, below 0 where it came early. */
  readonly lateness: Float64Array;
  /** Receipts whose order date is known and not believed. */
  readonly ignoredCount: number;
}

/** Two years: what takes longer is a wrong date, or an order that was forgotten. */
export const mostLeadTimeDays = 730;

/**
 * Lead time and lateness of each receipt. A receipt before its order, or more than `mostDays` after it, has a wrong date:
 * neither of its times counts. A promise further than that from the receipt does not count either. O(n), does not throw.
 * Source: POL-42, POL-44.
 *
 * @example receiptTimes({ lanes: [0], orderedDays: [0], promisedDays: [10], receivedDays: [12] }) is { leadTimes: [12],
 *   lateness: [2], ignoredCount: 0 }
 */
export function receiptTimes(receipts: Receipts, mostDays = mostLeadTimeDays): ReceiptTimes {
  const { lanes, orderedDays, promisedDays, receivedDays } = receipts;
  const leadTimes = new Float64Array(lanes.length).fill(NaN);
  const lateness = leadTimes.slice();
  let ignoredCount = 0;
  for (let at = 0; at < lanes.length; at += 1) {
    const leadTime = receivedDays[at]! - orderedDays[at]!; // one entry per receipt, here and below
    if (leadTime < 0 || leadTime > mostDays) {
      ignoredCount += 1;
      continue;
    }
    leadTimes[at] = leadTime;
    const late = receivedDays[at]! - promisedDays[at]!;
    if (Math.abs(late) <= mostDays) lateness[at] = late;
  }
  return { leadTimes, lateness, ignoredCount };
}
