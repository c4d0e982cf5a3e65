import { isClearGain, leastGains } from './is-clear-gain.ts';

/** How a candidate did over the origins, per period and in units of demand. */
export interface CandidateRecord {
  /** Its error at each origin: forecast total less what came, per judged period. */
  readonly errors: Float64Array;
  /** Mean error: above 0 it forecasts too much. */
  readonly bias: number;
  /** Root of the mean squared error. */
  readonly error: number;
  /** What candidates are ranked by: mean squared error plus squared bias. */
  readonly loss: number;
}

/**
 * The errors of one candidate summed up (rule DEM-70), one per origin in units of demand per period. Does not throw; without
 * errors everything is 0.
 *
 * @example recordCandidate(Float64Array.of(3, 1, -1, 1)) ≈ { errors: [3, 1, -1, 1], bias: 1, error: 1.7321, loss: 4 }
 */
export function recordCandidate(errors: Float64Array): CandidateRecord {
  const count = Math.max(1, errors.length);
  let sum = 0;
  let squares = 0;
  for (const error of errors) {
    sum += error;
    squares += error * error;
  }
  const bias = sum / count;
  return { errors, bias, error: Math.sqrt(squares / count), loss: squares / count + bias * bias };
}

/**
 * The candidate to forecast with (rule DEM-71): the combination in place `preferred`, unless the one with the least loss beat it
 * at the origins by a mean difference of squared errors above the 97.5 % quantile of Student's t. On real data a looser rule
 * loses more by chasing luck than it gains. `overlap`: judged totals that share a period, which are no evidence of their own.
 * Returns a position in `records`; does not throw.
 * Source: Student's paired test; Makridakis and Hibon 2000 (combinations beat the members they are made of).
 *
 * @example const record = recordCandidate(Float64Array.of(1, -1, 1, -1));
 *   chooseCandidate([record, record], 1, 1) === 1
 */
export function chooseCandidate(records: readonly CandidateRecord[], preferred: number, overlap: number): number {
  const kept = records[preferred];
  if (kept === undefined || kept.errors.length < leastGains) return preferred;
  let best = preferred;
  records.forEach((record, index) => {
    if (record.loss < (records[best]?.loss ?? Infinity)) best = index;
  });
  const rival = records[best];
  return best !== preferred && rival !== undefined && isClearGain(gainsOf(rival, kept), overlap) ? best : preferred;
}

function gainsOf(rival: CandidateRecord, kept: CandidateRecord): Float64Array {
  return kept.errors.map((error, origin) => error * error - (rival.errors[origin] ?? 0) ** 2);
}
