import { performance } from 'node:perf_hooks';

/** Nanoseconds per 8 bytes of a sum over an array much larger than the caches, for machines without a C compiler. */
export function measureReadTime(): number {
  const values = new Float64Array(32 << 20).fill(1);
  let best = Infinity;
  let total = 0;
  for (let run = 0; run < 5; run += 1) {
    const started = performance.now();
    total += sumOf(values);
    best = Math.min(best, performance.now() - started);
  }
  // The sum is used, so that it is computed.
  return total > 0 ? (best * 1e6) / values.length : Number.NaN;
}

/** Eight sums side by side: one alone would wait for its own additions and not for memory. */
function sumOf(values: Float64Array): number {
  let [a, b, c, d, e, f, g, h] = [0, 0, 0, 0, 0, 0, 0, 0];
  for (let row = 0; row + 7 < values.length; row += 8) {
    a += values[row] ?? 0;
    b += values[row + 1] ?? 0;
    c += values[row + 2] ?? 0;
    d += values[row + 3] ?? 0;
    e += values[row + 4] ?? 0;
    f += values[row + 5] ?? 0;
    g += values[row + 6] ?? 0;
    h += values[row + 7] ?? 0;
  }
  return a + b + c + d + e + f + g + h;
}
