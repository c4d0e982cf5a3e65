import { grainsPerStep, toGrains } from '#core/base/quantity.ts';
import { censorStockOuts } from '#core/demand/cleansing/censor-stock-outs.ts';
import { countStockOutDays, type StockOut } from '#core/demand/cleansing/count-stock-out-days.ts';
import { createHistoryCleanser, type HistoryCleanser } from '#core/demand/cleansing/create-history-cleanser.ts';
import { streamOf } from '#core/demand/cleansing/demand-stream.ts';
import type { LineExclusion } from '#core/demand/cleansing/exclusion-index.ts';
import { bucketOf } from '#core/demand/cleansing/time-buckets.ts';
import type { PackageSource } from '#core/model/package/package-source.ts';
import type { PackageRow } from '#core/model/package/package-tables.ts';
import { growingColumn, type GrowingColumn } from './growing-column.ts';
import { watchSource } from './watch-source.ts';

/** The demand of one item-location. */
export interface LocationHistory {
  readonly itemId: string;
  readonly siteId: string;
  readonly decimals: number;
  /** Grains per bucket, oldest first, from the first bucket with a booking on; NaN where demand is unknown. */
  readonly grains: Float64Array;
}

/** Gathers demand by item-location and bucket while a package is read. */
export interface HistoryCollector {
  /** The source, whose items, demand and stock-outs are counted as they pass. */
  readonly source: PackageSource;
  /**
   * What was gathered, by item and site; to be called once, when everything was read. `isOpen` says whether a site is open on a
   * day: a closed one is not out of stock.
   */
  locations(isOpen: (siteId: string, day: number) => boolean): readonly LocationHistory[];
}

interface Place {
  readonly itemId: string;
  readonly siteId: string;
  readonly decimals: number;
  /** Grains by age: the last bucket first. */
  readonly ages: GrowingColumn;
  readonly stockOuts: StockOut[];
}

/**
 * Cleanses the demand history of a package on its way to another reader, as a package can be read once only (FCT-11), and sums what is
 * kept into buckets whose first days are `starts`. Each item-location keeps what was booked on it, kits included. Sums are exact, so
 * the order of the rows does not matter. Does not throw.
 */
export function collectBuckets(source: PackageSource, starts: Int32Array): HistoryCollector {
  const { planDay } = source.manifest;
  const last = starts.length - 2;
  const decimals = new Map<string, number>();
  const places: Place[] = [];
  const numbers = new Map<string, Map<string, number>>();
  const exclusions: LineExclusion[] = [];
  let cleanser: HistoryCleanser | undefined;

  function numberOf(itemId: string, siteId: string): number {
    const bySite = numbers.get(itemId) ?? new Map<string, number>();
    numbers.set(itemId, bySite);
    const found = bySite.get(siteId);
    if (found !== undefined) return found;
    bySite.set(siteId, places.length);
    places.push({ itemId, siteId, decimals: decimals.get(itemId) ?? 0, ages: growingColumn(), stockOuts: [] });
    return places.length - 1;
  }

  function count(place: number, day: number, grains: number): void {
    const bucket = bucketOf(starts, day);
    if (bucket !== undefined) places[place]?.ages.add(last - bucket, grains);
  }

  function addLine(row: PackageRow<'demand_history'>): void {
    const stream = streamOf(row.kind, row.qty);
    if (stream === undefined || row.date >= planDay) return;
    const place = numberOf(row.item_id, row.site_id);
    const qty = toGrains(Math.abs(row.qty), places[place]?.decimals ?? 0);
    // A frame reads exclusions before history, so all of them are known with the first line.
    cleanser ??= createHistoryCleanser(exclusions, count);
    cleanser.add({ place, day: row.date, qty, stream, customer: row.customer_id });
  }

  function addExclusion(row: PackageRow<'demand_exclusions'>): void {
    const qty = toGrains(Math.abs(row.qty), decimals.get(row.item_id) ?? 0);
    exclusions.push({ place: numberOf(row.item_id, row.site_id), day: row.date, qty, customer: row.customer_id });
  }

  function addStockOut(row: PackageRow<'stockouts'>): void {
    const place = numbers.get(row.item_id)?.get(row.site_id);
    if (place !== undefined) places[place]?.stockOuts.push({ from: row.from_date, to: row.to_date });
  }

  return {
    source: watchSource(source, {
      items: (row) => decimals.set(row.item_id, row.decimals ?? 0),
      demand_exclusions: addExclusion,
      demand_history: addLine,
      stockouts: addStockOut,
    }),
    locations(isOpen) {
      cleanser?.finish();
      return places
        .map((place) => ({ ...place, grains: grainsOf(place, starts, (day) => isOpen(place.siteId, day)) }))
        .sort((a, b) => compareText(a.itemId, b.itemId) || compareText(a.siteId, b.siteId));
    },
  };
}

function grainsOf({ ages, stockOuts }: Place, starts: Int32Array, isOpen: (day: number) => boolean): Float64Array {
  const grains = ages.values().reverse();
  if (stockOuts.length === 0) return grains;
  const own = starts.subarray(starts.length - 1 - grains.length);
  return censorStockOuts(grains, countStockOutDays(own, stockOuts, isOpen), grainsPerStep).values;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
