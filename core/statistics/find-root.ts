/**
 * The root of a continuous function between `low` and `high`, where its values have different signs; the end whose value
 * is nearer to 0 where they do not. Exact to `tolerance`, by default to the last digits. Deterministic, at most 200
 * evaluations; throws only what the function throws. Source: Chandrupatla 1997, Advances in Engineering Software 28:
 * inverse quadratic interpolation where it is safe, bisection elsewhere.
 *
 * @example findRoot((x) => x * x - 2, 0, 2) ≈ 1.4142135623730951
 */
export function findRoot(value: (x: number) => number, low: number, high: number, tolerance = 0): number {
  let [latest, other] = [high, low];
  let [valueLatest, valueOther] = [value(latest), value(other)];
  if (valueLatest === 0 || valueOther === 0) return valueLatest === 0 ? latest : other;
  if (valueLatest > 0 === valueOther > 0) return Math.abs(valueLatest) < Math.abs(valueOther) ? latest : other;
  let share = 0.5;
  for (let round = 0; round < 198; round += 1) {
    const next = latest + share * (other - latest);
    const valueNext = value(next);
    let [third, valueThird] = [latest, valueLatest];
    if (valueNext > 0 !== valueLatest > 0) {
      [third, valueThird] = [other, valueOther];
      [other, valueOther] = [latest, valueLatest];
    }
    [latest, valueLatest] = [next, valueNext];
    const best = Math.abs(valueLatest) < Math.abs(valueOther) ? latest : other;
    const near = (2 * Number.EPSILON * Math.abs(best) + 0.5 * tolerance) / Math.abs(other - latest);
    if (near > 0.5 || valueLatest === 0 || valueOther === 0) return best;
    const place = (latest - other) / (third - other);
    const height = (valueLatest - valueOther) / (valueThird - valueOther);
    share = 0.5;
    if (height * height < place && (1 - height) ** 2 < 1 - place) {
      const first = (valueLatest / (valueOther - valueLatest)) * (valueThird / (valueOther - valueThird));
      const second = (valueLatest / (valueThird - valueLatest)) * (valueOther / (valueThird - valueOther));
      share = first + ((third - latest) / (other - latest)) * second;
    }
    share = Math.min(1 - near, Math.max(near, share));
  }
  return Math.abs(valueLatest) < Math.abs(valueOther) ? latest : other;
}
