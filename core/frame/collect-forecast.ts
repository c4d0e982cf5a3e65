import { toGrains } from '#core/base/quantity.ts';
import type { PackageSource } from '#core/model/package/package-source.ts';
import type { BillOfMaterials } from './bill-of-materials.ts';
import { codeOf, forecastStreams } from './codes.ts';
import { notSet } from './frame-layout.ts';
import type { ItemLocations } from './item-locations.ts';
import type { MasterData } from './read-master-data.ts';
import { recipeRuns, spreadKits } from './spread-kits.ts';
import { daysNotIn, type ValidDays } from './valid-days.ts';

/** A given forecast bucket as it falls on stock. */
export interface ForecastEntry {
  readonly location: number;
  readonly day: number;
  readonly days: number;
  readonly grains: number;
  readonly stream: number;
  /** The kit whose forecast it is, or notSet where it is the item's own. */
  readonly kit: number;
}

export interface CollectedForecast {
  readonly entries: readonly ForecastEntry[];
  /** True for a kit whose own given forecast says all there is to say from the plan day to the end of the horizon. */
  isGiven(item: number, site: number): boolean;
}

const statistical = codeOf(forecastStreams, 'statistical');
const override = codeOf(forecastStreams, 'override');

/** True for the streams that take the place of a computed forecast; the others come on top (PLN-4). */
export function replacesForecast(stream: number): boolean {
  return stream === statistical || stream === override;
}

/** Grains of a bucket of `days` days up to before day `index`, rounded so that parts add up to the whole (PLN-4). */
export function grainsThrough(grains: number, index: number, days: number): number {
  return Math.floor((grains * index) / days + 0.5);
}

/** Reads the given forecasts in grains; those of kits fall on their components (FRM-12). Errors: `plan.cycle`. */
export async function collectForecast(
  source: PackageSource,
  master: MasterData,
  bill: BillOfMaterials,
  locations: ItemLocations,
): Promise<CollectedForecast> {
  const { planDay, horizonDays } = source.manifest;
  const entries: ForecastEntry[] = [];
  const givenDays = new Map<number, ValidDays[]>();
  const keyOf = (item: number, site: number): number => item * master.sites.length + site;
  for await (const row of source.rows('forecast')) {
    const item = master.itemIndex.indexOf(row.item_id);
    const site = master.siteIndex.indexOf(row.site_id);
    const grains = toGrains(row.qty, master.items[item]?.decimals ?? 0);
    const stream = codeOf(forecastStreams, row.stream ?? 'statistical');
    const end = row.start_date + row.days;
    if (bill.isKit(item, site) && replacesForecast(stream)) {
      const given = givenDays.get(keyOf(item, site)) ?? [];
      given.push({ from: row.start_date, to: end - 1 });
      givenDays.set(keyOf(item, site), given);
    }
    const starts = recipeRuns(bill, item, site, row.start_date, end, planDay);
    starts.forEach((day, run) => {
      const next = starts[run + 1] ?? end;
      const part = grainsThrough(grains, next - row.start_date, row.days) - grainsThrough(grains, day - row.start_date, row.days);
      spreadKits(bill, item, site, part, Math.max(day, planDay), (component, componentGrains) => {
        entries.push({
          location: locations.numberOf(component, site),
          day,
          days: next - day,
          grains: componentGrains,
          stream,
          kit: component === item ? notSet : item,
        });
      });
    });
  }
  return {
    entries,
    isGiven(item, site) {
      const given = givenDays.get(keyOf(item, site));
      return given !== undefined && !daysNotIn(given).some(({ from, to }) => from < planDay + horizonDays && to >= planDay);
    },
  };
}
