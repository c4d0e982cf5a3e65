import type { Frame } from '#core/frame/frame-layout.ts';
import { codeOf, orderKinds } from '#core/frame/codes.ts';
import { laneStatistics, type LaneStatistics } from '#core/policy/lead-time/lane-statistics.ts';
import { receiptTimes } from '#core/policy/lead-time/receipt-times.ts';
import { shrinkToParent } from '#core/policy/lead-time/shrink-to-parent.ts';
import type { ReceiptColumns } from './receipt-columns.ts';

const buy = codeOf(orderKinds, 'buy');

/** Lead times of the lanes of a frame as receipts show them, one entry per lane, in the days in which its lead time is typed. */
export interface LaneTimes {
  /** As seen on the lane alone. */
  readonly own: LaneStatistics;
  /** Drawn towards what the supplier's other lanes to the same site are off by; NaN where neither has receipts. */
  readonly estimates: LaneStatistics;
}

/**
 * Learns lead times lane by lane (POL-50). What is learnt across lanes is by how much receipts miss the typed lead time, since
 * lanes of one supplier may have lead times of their own. Open days of the destination are counted by their usual
 * share, where a lane's lead time counts them. A receipt belongs to the first lane of its node from its supplier.
 * O(receipts · log receipts + lanes), does not throw.
 *
 * @example const days = [17, 18, 19].map((days) => frame.meta.planDay + days);
 *   const receipts = { nodes: [0, 0, 0], suppliers: [0, 0, 0], orderedDays: days.map(() => frame.meta.planDay),
 *   promisedDays: [NaN, NaN, NaN], receivedDays: days };
 *   learnLaneTimes(frame, receipts).estimates.medians is [18, 18] (typed are 14)
 */
export function learnLaneTimes(frame: Frame, receipts: ReceiptColumns): LaneTimes {
  const lanes = frame.laneKind.length;
  const supplierCount = frame.supplierIdEnds.length;
  const parents = supplierCount * frame.siteIdEnds.length;
  const parentOf = new Int32Array(lanes).fill(-1);
  for (let node = 0; node < frame.meta.nodes; node += 1) {
    for (let lane = frame.laneStart[node] ?? 0; lane < (frame.laneStart[node + 1] ?? 0); lane += 1) {
      if (frame.laneKind[lane] === buy)
        parentOf[lane] = (frame.nodeSite[node] ?? 0) * supplierCount + (frame.laneSource[lane] ?? 0);
    }
  }

  const laneOf = Int32Array.from(receipts.nodes, (node, receipt) => laneFrom(frame, node, receipts.suppliers[receipt] ?? -1));
  const { leadTimes } = receiptTimes({ ...receipts, lanes: laneOf });
  const openShares = sharesOfOpenDays(frame);
  const days = leadTimes.map((time, receipt) => {
    const isWorking = frame.laneWorkingDays[laneOf[receipt] ?? -1] === 1;
    return isWorking ? time * (openShares[frame.nodeSite[receipts.nodes[receipt] ?? 0] ?? 0] ?? 1) : time;
  });
  const off = days.map((time, receipt) => time - (frame.laneLeadTimeDays[laneOf[receipt] ?? -1] ?? NaN));
  const ofParents = laneStatistics(
    Int32Array.from(laneOf, (lane) => parentOf[lane] ?? -1),
    off,
    parents,
  );
  const drawn = shrinkToParent(laneStatistics(laneOf, off, lanes), parentOf, ofParents);
  const typed = (values: Float64Array): Float64Array =>
    values.map((value, lane) => Math.max(0, value + (frame.laneLeadTimeDays[lane] ?? 0)));
  return {
    own: laneStatistics(laneOf, days, lanes),
    estimates: { ...drawn, means: typed(drawn.means), medians: typed(drawn.medians), p90s: typed(drawn.p90s) },
  };
}

function laneFrom(frame: Frame, node: number, supplier: number): number {
  for (let lane = frame.laneStart[node] ?? 0; lane < (frame.laneStart[node + 1] ?? 0); lane += 1) {
    if (frame.laneKind[lane] === buy && frame.laneSource[lane] === supplier) return lane;
  }
  return -1;
}

/** The share of days on which each site's calendar is open. */
function sharesOfOpenDays({ siteCalendar, calendarOpen, meta }: Frame): Float64Array {
  return Float64Array.from(siteCalendar, (calendar) => {
    const first = calendar * meta.calendarSpan;
    let open = 0;
    for (let day = 0; day < meta.calendarSpan; day += 1) open += calendarOpen[first + day] ?? 0;
    return meta.calendarSpan > 0 ? open / meta.calendarSpan : 1;
  });
}
