import { notSet } from '#core/frame/frame-layout.ts';
import { inPacks } from '#core/insight/parameters/usual-order.ts';
import { placeSafetyStock } from '#core/policy/network/place-safety-stock.ts';
import { stageStock } from '#core/policy/network/stage-stock.ts';
import type { NetworkStage } from './network-stage.ts';

/** A stage with what it sees, promises and holds; quantities in stock units. */
export interface PlacedStage {
  readonly inboundDays: number;
  readonly serviceDays: number;
  readonly coveredDays: number;
  readonly factor: number;
  readonly sigma: number;
  readonly spread: number;
  /** Before and after rounding up to a whole step; of a site that stays as it is, what it holds. */
  readonly exact: number;
  readonly placed: number;
  /** As if every stage waited for no other, exact and in whole steps. */
  readonly exactAlone: number;
  readonly alone: number;
}

/**
 * Where the stages of a tree hold their safety stock at least cost (POL-83, POL-85 to POL-87): `suppliers` are positions in
 * `stages`, notSet for the first, and lie before those they supply. `isByUnits`: every unit counts the same. Does not throw.
 *
 * @example const stage = { kind: 'free', leadTimeSd: 0, unitCost: 1, step: 1 };
 *   const hub = { ...stage, processingDays: 9, meanDemand: 0, sigma: 0, factor: 0 };
 *   const branch = { ...stage, processingDays: 7, meanDemand: 5, sigma: 10, factor: 2 };
 *   placeNetwork([hub, branch], [-1, 0], false).map(({ placed }) => placed) is [0, 80] (2·10·√16 at the branch)
 */
export function placeNetwork(
  stages: readonly NetworkStage[],
  suppliers: readonly number[],
  isByUnits: boolean,
): readonly PlacedStage[] {
  const mean = Float64Array.from(stages, ({ meanDemand }) => meanDemand);
  const variance = Float64Array.from(stages, ({ sigma }) => sigma * sigma);
  const bound = Float64Array.from(stages, ({ factor, sigma }) => (factor * sigma) ** 2);
  const mostFactor = Float64Array.from(stages, ({ factor }) => factor);
  const isAtOnce = new Uint8Array(stages.length);
  for (let at = stages.length - 1; at > 0; at -= 1) {
    const supplier = suppliers[at] ?? notSet;
    mean[supplier]! += mean[at] ?? 0; // suppliers are positions, here and below
    variance[supplier]! += variance[at] ?? 0;
    bound[supplier]! += bound[at] ?? 0;
    mostFactor[supplier] = Math.max(mostFactor[supplier]!, mostFactor[at]!); // one entry per stage
    if (stages[at]?.kind === 'fixed') isAtOnce[supplier] = 1;
  }
  // Independent demand beyond its mean adds by squares; where none is known to vary, the highest factor stands for all.
  const factors = bound.map((square, at) =>
    (variance[at] ?? 0) > 0 ? Math.sqrt(square / (variance[at] ?? 1)) : mostFactor[at]!,
  ); // one entry per stage
  const spreads = mean.map((demand, at) => demand * (stages[at]?.leadTimeSd ?? 0));
  const found = placeSafetyStock({
    nodes: stages.map(({ processingDays, unitCost, meanDemand, sigma, factor }, at) => ({
      processingTime: processingDays,
      holdingCost: isByUnits ? 1 : unitCost,
      safetyFactor: 1,
      demandSd: factor * sigma,
      supplyVariance: (factors[at]! * spreads[at]!) ** 2, // one entry per stage
      ...(isAtOnce[at] === 1 || meanDemand > 0 ? { customerServiceTime: 0 } : {}),
    })),
    arcs: suppliers.flatMap((supplier, at) => (supplier === notSet ? [] : [{ from: supplier, to: at }])),
  });
  return stages.map(({ kind, now, step, processingDays }, at) => {
    const factor = factors[at]!; // one entry per stage, here and below
    const sigma = Math.sqrt(variance[at]!);
    const spread = spreads[at]!;
    const isFixed = kind === 'fixed';
    const exact = isFixed ? now : found.safetyStocks[at]!;
    const exactAlone = isFixed ? now : stageStock(factor * sigma, factor * spread, processingDays);
    return {
      inboundDays: found.inboundTimes[at]!,
      serviceDays: found.serviceTimes[at]!,
      coveredDays: found.coveredTimes[at]!,
      factor,
      sigma,
      spread,
      exact,
      placed: isFixed ? now : wholeSteps(exact, step),
      exactAlone,
      alone: isFixed ? now : wholeSteps(exactAlone, step),
    };
  });
}

/** Nothing is a plain 0, also in the sign that a rounding would leave. */
function wholeSteps(quantity: number, step: number): number {
  return quantity > 0 ? inPacks(quantity, step) : 0;
}
