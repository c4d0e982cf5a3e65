import type { EventEvidence } from './event-evidence.ts';

/** What is believed of a factor before a series is looked at. */
export interface FactorBelief {
  /** By what demand is multiplied; default 1, no effect. */
  readonly factor?: number;
  /** How far factors usually lie from that; default 1. */
  readonly deviation?: number;
}

/** By what an event multiplies demand, and how far the series itself is believed. */
export interface EventFactor {
  readonly factor: number;
  /** The factor by the series alone; NaN without evidence. */
  readonly own: number;
  /** Standard error of `own`. */
  readonly error: number;
  /** Share of the evidence of the series in `factor`, 0 to 1. */
  readonly weight: number;
}

/**
 * The factor of an event (rule DEM-87): demand above the baseline over the baseline on its days, shrunk to what is believed beforehand, the
 * more the less certain it is. With the factor of a whole family as the belief, single items lean on it. Not below 0; does not throw.
 * Source: Efron and Morris 1975, JASA 70 (shrinkage by the variance of the estimate).
 *
 * @example eventFactor({ buckets: 1, observed: 25, baseline: 10, exposure: 10, variance: 100 }) is { factor: 1.75, own: 2.5, error: 1, weight: 0.5 }
 */
export function eventFactor(evidence: EventEvidence, { factor: believed = 1, deviation = 1 }: FactorBelief = {}): EventFactor {
  const { observed, baseline, exposure, variance } = evidence;
  if (!(exposure > 0)) return { factor: believed, own: NaN, error: Infinity, weight: 0 };
  const own = Math.max(0, 1 + (observed - baseline) / exposure);
  // Demand varies more the more there is of it; going by what was seen would call every high factor uncertain.
  const error = Math.sqrt(variance * Math.max(1, believed)) / exposure;
  const weight = deviation > 0 ? deviation ** 2 / (deviation ** 2 + error ** 2) : 0;
  return { factor: believed + weight * (own - believed), own, error, weight };
}
