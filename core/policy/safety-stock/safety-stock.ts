import { fillFactor } from './fill-factor.ts';
import { protectionSigma } from './protection-sigma.ts';
import { normalQuantile } from '#core/statistics/normal-quantile.ts';

/** What a safety stock follows from; demand and its deviation are per period, times in the same periods. */
export interface SafetyStockInputs {
  readonly demandPerPeriod: number;
  readonly demandSdPerPeriod: number;
  readonly leadTimePeriods: number;
  readonly leadTimeSdPeriods: number;
  readonly reviewPeriods: number;
  /** 0 to 1; at or below 0.5 a cycle service needs no safety stock. */
  readonly serviceTarget: number;
  readonly serviceType: 'cycle' | 'fill';
  /** The usual order quantity, for the fill rate only. */
  readonly orderQty: number;
}

/**
 * Safety stock SS = k · √((L+R)·σ_D² + D²·σ_L²) in the unit of the demand, never negative. Does not throw for
 * targets below 1. `cycle`: k = Φ⁻¹(target); `fill`: G(k) = (1 − target)·Q ÷ σ, k between 0 and 4. This is the rule of the
 * plan; without its bounds, and for other families of demand, see `reorderPointForFillRate`.
 * Source: Silver, Pyke and Thomas, Inventory and Production Management in Supply Chains, 4th ed., section 6.
 *
 * @example safetyStock({ demandPerPeriod: 100, demandSdPerPeriod: 30, leadTimePeriods: 4, leadTimeSdPeriods: 1.2,
 *   reviewPeriods: 0, serviceTarget: 0.95, serviceType: 'cycle', orderQty: 0 }) ≈ 220.68
 */
export function safetyStock(inputs: SafetyStockInputs): number {
  const { demandPerPeriod, demandSdPerPeriod, leadTimePeriods, leadTimeSdPeriods, reviewPeriods, serviceTarget } = inputs;
  const sigma = protectionSigma(demandPerPeriod, demandSdPerPeriod, leadTimePeriods, leadTimeSdPeriods, reviewPeriods);
  if (sigma === 0 || serviceTarget <= 0) return 0;
  const k =
    inputs.serviceType === 'cycle' ? normalQuantile(serviceTarget) : fillFactor(((1 - serviceTarget) * inputs.orderQty) / sigma);
  return Math.max(0, k * sigma);
}
