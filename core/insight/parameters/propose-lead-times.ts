import { protectionSigma } from '#core/policy/safety-stock/protection-sigma.ts';
import { addProposal, isOff, type ProposedValue } from './add-proposal.ts';
import { expectedStock, unknownStock, type ExpectedStock } from './expected-stock.ts';
import type { LaneTimes } from './learn-lane-times.ts';
import type { NodePolicy } from './node-policy.ts';
import type { ProposalWork } from './proposal-work.ts';
import { heldSafety } from './safety-need.ts';

/** From so many receipts on the deviation of a lane stands for itself; below, it is drawn towards that of others (POL-45). */
const ownReceipts = 10;
const stepDays = 1;
const stepSd = 0.5;
/** The standard error of a median over that of a mean, for normal values. */
const medianError = Math.sqrt(Math.PI / 2);

/**
 * Proposes the lead time and its deviation that receipts show for the lanes of a node (POL-59): the median in whole days, and
 * the deviation, drawn towards the supplier's other lanes while there are few receipts. What it changes is stated for the
 * first lane, on which the plan counts. Does not throw.
 *
 * @example const work = createProposalWork(frame, frame, forecast, result, usualOptions);
 *   const day = frame.meta.planDay;
 *   const receipts = { nodes: new Uint32Array(10).fill(1), suppliers: new Uint32Array(10),
 *   orderedDays: new Int32Array(10).fill(day), promisedDays: new Float64Array(10).fill(NaN),
 *   receivedDays: new Int32Array(10).fill(day + 20) };
 *   proposeLeadTimes(work, readNodePolicy(frame, forecast, result, 1), learnLaneTimes(frame, receipts));
 *   work.rows.views.proposed[0] === 20 (typed are 14 days)
 */
export function proposeLeadTimes(work: ProposalWork, policy: NodePolicy, times: LaneTimes): void {
  const { frame, options } = work;
  const first = frame.laneStart[policy.node] ?? 0;
  for (let lane = first; lane < (frame.laneStart[policy.node + 1] ?? 0); lane += 1) {
    const receipts = times.own.counts[lane] ?? 0;
    if (receipts < options.leastReceipts) continue;
    const { sds } = receipts >= ownReceipts ? times.own : times.estimates;
    const sd = sds[lane] ?? NaN;
    const ofTime: ProposedValue = {
      current: frame.laneLeadTimeDays[lane] ?? 0,
      proposed: Math.round(times.own.medians[lane] ?? NaN),
      step: stepDays,
      noise: (medianError * sd) / Math.sqrt(receipts),
    };
    const ofSd: ProposedValue = {
      current: Math.max(0, frame.laneLeadTimeSd[lane] ?? 0),
      proposed: Math.round(sd * 10) / 10,
      step: stepSd,
      noise: sd / Math.sqrt(2 * (receipts - 1)),
    };
    const [isTimeOff, isSdOff] = [isOff(work, ofTime, options.receiptErrors), isOff(work, ofSd, options.receiptErrors)];
    const steps = effects(work, policy, {
      isKnown: lane === first && policy.isJudged,
      days: isTimeOff ? calendarDays(policy, ofTime) : policy.leadTimeDays,
      sd: isSdOff ? ofSd.proposed : ofSd.current,
    });
    const figures = {
      medianDays: times.own.medians[lane] ?? NaN,
      p90Days: times.own.p90s[lane] ?? NaN,
      meanDays: times.own.means[lane] ?? NaN,
      sdDays: times.own.sds[lane] ?? NaN,
      drawnDays: times.estimates.medians[lane] ?? NaN,
    };
    const common = { kind: 'lead_time', lane, receipts, weeks: 0, figures } as const;
    if (isTimeOff)
      addProposal(work, policy, { ...common, ...ofTime, field: 'lead_time_days', before: steps.typed, after: steps.timed });
    if (isSdOff)
      addProposal(work, policy, { ...common, ...ofSd, field: 'lead_time_sd', before: steps.timed, after: steps.learnt });
  }
}

/** A proposed lead time in calendar days; one in working days takes as many as the typed one does. */
function calendarDays({ leadTimeDays }: NodePolicy, { current, proposed }: ProposedValue): number {
  return current > 0 ? (proposed * leadTimeDays) / current : proposed;
}

/** Stock and service against the lead times of `truth`, planned with those typed, with its days, and with both. */
function effects(
  { forecast }: ProposalWork,
  policy: NodePolicy,
  truth: { readonly isKnown: boolean; readonly days: number; readonly sd: number },
): Readonly<Record<'typed' | 'timed' | 'learnt', ExpectedStock>> {
  if (!truth.isKnown) return { typed: unknownStock, timed: unknownStock, learnt: unknownStock };
  const real = withLeadTime(policy, truth.days, truth.sd);
  // Levels stay what they are whatever lead time is typed.
  if (policy.protection === 'levels') {
    const same = expectedStock(forecast, real, heldSafety(forecast, real));
    return { typed: same, timed: same, learnt: same };
  }
  // Who plans with too few days has their demand less in stock when it counts, and with too many that much more.
  const missing = policy.dailyDemand * (truth.days - policy.leadTimeDays);
  const timed = heldSafety(forecast, withLeadTime(policy, truth.days, policy.leadTimeSd));
  return {
    typed: expectedStock(forecast, real, heldSafety(forecast, policy) - missing),
    timed: expectedStock(forecast, real, timed),
    learnt: expectedStock(forecast, real, heldSafety(forecast, real)),
  };
}

/** The node with another lead time, everything that follows from it included. */
function withLeadTime(policy: NodePolicy, leadTimeDays: number, leadTimeSd: number): NodePolicy {
  const { dailyDemand, weeklySd, reviewDays, leadDemand } = policy;
  const before = policy.leadTimeDays + reviewDays;
  return {
    ...policy,
    leadTimeDays,
    leadTimeSd,
    sigma: protectionSigma(dailyDemand, weeklySd / Math.sqrt(7), leadTimeDays, leadTimeSd, reviewDays),
    leadDemand: before > 0 ? (leadDemand / before) * (leadTimeDays + reviewDays) : dailyDemand * (leadTimeDays + reviewDays),
  };
}
