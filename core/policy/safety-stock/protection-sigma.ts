/**
 * Standard deviation of the demand over lead time and review, σ = √((L+R)·σ_D² + D²·σ_L²), in the unit of the demand; times
 * in periods, demand per period. Does not throw.
 * Source: Silver, Pyke and Thomas, Inventory and Production Management in Supply Chains, 4th ed., section 6.
 *
 * @example protectionSigma(100, 30, 4, 1.2, 0) ≈ 134.16
 */
export function protectionSigma(
  demandPerPeriod: number,
  demandSdPerPeriod: number,
  leadTimePeriods: number,
  leadTimeSdPeriods: number,
  reviewPeriods: number,
): number {
  const demandPart = (leadTimePeriods + reviewPeriods) * demandSdPerPeriod * demandSdPerPeriod;
  return Math.sqrt(demandPart + demandPerPeriod * demandPerPeriod * leadTimeSdPeriods * leadTimeSdPeriods);
}
