import { laneStatistics, type LaneStatistics } from './lane-statistics.ts';
import { receiptTimes, type Receipts } from './receipt-times.ts';
import { shrinkToParent } from './shrink-to-parent.ts';

/** What receipts say about one kind of time, lane by lane. */
export interface LearntTimes {
  /** As seen on the lane alone. */
  readonly own: LaneStatistics;
  /** Drawn towards the lane's mode, and modes towards all lanes; what to plan with. */
  readonly estimates: LaneStatistics;
}

/** Lead times and lateness of lanes; days. */
export interface LearntLeadTimes {
  /** From order to receipt. */
  readonly leadTimes: LearntTimes;
  /** From promise to receipt: what to add where suppliers quote dates of their own and move them. */
  readonly lateness: LearntTimes;
  /** Share of a lane's receipts with a promise that came more than the tolerance after it, and drawn as the estimates. */
  readonly lateShares: { readonly own: Float64Array; readonly estimates: Float64Array };
  readonly ignoredCount: number;
}

/**
 * Lead times learnt from receipts. `modeOf`: mode of each lane, 0 to modeCount - 1. Lateness against the promise is learnt
 * apart, from the receipts that have one; a receipt is late when it comes more than `toleranceDays` after it. A lane
 * without receipts has its mode's estimates, a mode without any those of all lanes. O(n log n), does not throw.
 * Source: Bühlmann 1967, ASTIN Bulletin 4 (credibility), for drawing towards the parent.
 *
 * @example learnLeadTimes({ lanes: [0, 0, 0], orderedDays: [0, 0, 0], promisedDays: [9, 9, 9], receivedDays: [10, 12, 20] },
 *   [0], 1).leadTimes.estimates.means is [14]
 */
export function learnLeadTimes(
  receipts: Receipts,
  modeOf: ArrayLike<number>,
  modeCount: number,
  toleranceDays = 0,
): LearntLeadTimes {
  const { leadTimes, lateness, ignoredCount } = receiptTimes(receipts);
  const late = lateness.map((days) => (Number.isNaN(days) ? NaN : Number(days > toleranceDays)));
  const learn = (days: Float64Array): LearntTimes => learnTimes(receipts.lanes, days, modeOf, modeCount);
  const shares = learn(late);
  return {
    leadTimes: learn(leadTimes),
    lateness: learn(lateness),
    lateShares: { own: shares.own.means, estimates: shares.estimates.means },
    ignoredCount,
  };
}

function learnTimes(lanes: ArrayLike<number>, days: Float64Array, modeOf: ArrayLike<number>, modeCount: number): LearntTimes {
  const own = laneStatistics(lanes, days, modeOf.length);
  const modes = Int32Array.from(lanes, (lane) => modeOf[lane] ?? -1);
  const ofModes = laneStatistics(modes, days, modeCount);
  const ofAll = laneStatistics(new Uint8Array(lanes.length), days, 1);
  const modeEstimates = shrinkToParent(ofModes, new Uint8Array(modeCount), ofAll);
  return { own, estimates: shrinkToParent(own, modeOf, modeEstimates) };
}
