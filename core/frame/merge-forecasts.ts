import { codeOf, forecastStreams } from './codes.ts';
import { grainsThrough, replacesForecast, type ForecastEntry } from './collect-forecast.ts';
import { notSet } from './frame-layout.ts';
import { byFields } from './node-entries.ts';

const statistical = codeOf(forecastStreams, 'statistical');
/** A stream that comes on top of whatever else is forecast. */
const onTop = codeOf(forecastStreams, 'project');

/** The order in which a plan reads buckets that replace each other: the last one on a day holds. */
const asRead = byFields<ForecastEntry>(
  (entry) => entry.stream,
  (entry) => entry.day,
  (entry) => entry.days,
  (entry) => entry.grains,
);

/**
 * Lets the forecasts that kits put on a component add up, with each other and with its own (FRM-12): a plan takes one
 * bucket in place of another, which between different askers would lose demand. `historyOf` are the kits (and notSet for
 * the item itself) whose history is in the history of a location; where one of them has no given forecast on a day, the
 * kits' buckets come on top of what is computed. Linear in entries, and at locations with kits in the pieces their buckets cut each other into. Does not throw.
 *
 * @example mergeForecasts([own5, kit20], () => new Set()) → one bucket of 25 for the same days
 */
export function mergeForecasts(
  entries: readonly ForecastEntry[],
  historyOf: (location: number) => ReadonlySet<number>,
): ForecastEntry[] {
  const touched = new Set(entries.filter((entry) => entry.kit !== notSet).map((entry) => entry.location));
  if (touched.size === 0) return [...entries];
  const merged: ForecastEntry[] = [];
  const replacing = new Map<number, ForecastEntry[]>();
  for (const entry of entries) {
    if (!touched.has(entry.location) || !replacesForecast(entry.stream)) {
      merged.push(entry);
      continue;
    }
    const list = replacing.get(entry.location);
    if (list) list.push(entry);
    else replacing.set(entry.location, [entry]);
  }
  for (const [location, list] of replacing) merged.push(...mergeAt(list, historyOf(location)));
  return merged;
}

function mergeAt(entries: readonly ForecastEntry[], history: ReadonlySet<number>): readonly ForecastEntry[] {
  const askers = [...new Set(entries.map((entry) => entry.kit))];
  const isOneAsker = askers.length === 1 && (askers[0] === notSet || [...history].every((asker) => asker === askers[0]));
  if (isOneAsker) return entries;
  const borders = [...new Set(entries.flatMap(({ day, days }) => [day, day + days]))].sort((a, b) => a - b);
  const placeOf = new Map(borders.map((day, index) => [day, index]));
  const byAsker = new Map(askers.map((asker) => [asker, new Array<ForecastEntry | undefined>(borders.length)]));
  for (const entry of [...entries].sort(asRead)) {
    byAsker.get(entry.kit)?.fill(entry, placeOf.get(entry.day), placeOf.get(entry.day + entry.days));
  }
  const merged: ForecastEntry[] = [];
  borders.slice(0, -1).forEach((from, index) => {
    const to = borders[index + 1] ?? from;
    const inForce = askers.flatMap((asker) => byAsker.get(asker)?.[index] ?? []);
    const [first] = inForce;
    if (!first) return;
    const isOwnGiven = inForce.some((entry) => entry.kit === notSet);
    const isComputedToo = !isOwnGiven && [...history].some((asker) => !inForce.some((entry) => entry.kit === asker));
    const grains = inForce.reduce((sum, entry) => sum + grainsBetween(entry, from, to), 0);
    const stream = isComputedToo ? onTop : statistical;
    merged.push({ location: first.location, day: from, days: to - from, grains, stream, kit: notSet });
  });
  return merged;
}

function grainsBetween({ grains, day, days }: ForecastEntry, from: number, to: number): number {
  return grainsThrough(grains, to - day, days) - grainsThrough(grains, from - day, days);
}
