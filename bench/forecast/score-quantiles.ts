import { coverage, pinballLoss } from '#core/demand/accuracy/quantile-errors.ts';
import { readCarParts, readRetail } from './open-sets.ts';
import { runCommand } from './run-command.ts';

/** Quantiles of the total of the next periods, forecast at several origins. */
export interface QuantileProtocol {
  readonly name: string;
  readonly season: number;
  readonly horizon: number;
  readonly origins: readonly number[];
}

export const quantileProtocols: readonly QuantileProtocol[] = [
  { name: 'carparts', season: 12, horizon: 3, origins: [36, 39, 42, 45, 48] },
  { name: 'retail_weekly', season: 52, horizon: 4, origins: [71, 75, 79, 83, 87] },
];

export const probabilities = [0.5, 0.8, 0.9, 0.95, 0.99] as const;

/** Coverage of each probability, and the mean pinball loss of those from .8 on over the mean demand. */
export interface QuantileScores {
  readonly totals: number;
  readonly coverage: readonly number[];
  readonly loss: number;
}

interface Judged {
  readonly total: number;
  readonly scale: number;
  readonly quantiles: Float64Array;
}

/** Has the command forecast the set at every origin and judges what the protocol judges. */
export async function scoreQuantiles({ name, season, horizon, origins }: QuantileProtocol): Promise<QuantileScores> {
  const series = name === 'carparts' ? readCarParts() : readRetail();
  const judged: Judged[] = [];
  for (const origin of origins) {
    const known = series.map(({ id, values }) => ({ id, known: values.subarray(0, origin) }));
    const { totals } = await runCommand(known, season, horizon);
    for (const { id, values } of series) {
      const history = judgedHistory(values.subarray(0, origin));
      const quantiles = totals.get(id);
      if (history === undefined || quantiles === undefined || values.length < origin + horizon) continue;
      judged.push({
        total: sumOf(values.subarray(origin, origin + horizon)),
        scale: (sumOf(history) / history.length) * horizon,
        quantiles,
      });
    }
  }
  const actual = judged.map(({ total }) => total);
  const losses = probabilities.map((probability, index) =>
    meanOf(
      judged.map(({ total, scale, quantiles }) => {
        return pinballLoss([total], [quantiles[index] ?? NaN], probability) / scale;
      }),
    ),
  );
  return {
    totals: judged.length,
    coverage: probabilities.map((_, index) =>
      coverage(
        actual,
        judged.map(({ quantiles }) => quantiles[index] ?? NaN),
      ),
    ),
    loss: meanOf(losses.slice(1)),
  };
}

/** From the first sale on: at least four sales, twenty periods, and one sale in the last 26. */
function judgedHistory(known: Float64Array): Float64Array | undefined {
  const history = known.subarray(known.findIndex((value) => value > 0));
  const sales = known.filter((value) => value > 0).length;
  const isJudged = sales >= 4 && history.length >= 20 && history.subarray(-26).some((value) => value > 0);
  return isJudged ? history : undefined;
}

function sumOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
