import { readMasterData } from '#core/frame/read-master-data.ts';
import { createSiteOpenDays } from '#core/frame/site-open-days.ts';
import { createMemoryPackage } from '#core/model/package/memory-package.ts';
import type { PackageSource } from '#core/model/package/package-source.ts';
import type { PackageRow } from '#core/model/package/package-tables.ts';
import { watchSource } from './watch-source.ts';

/** Whether a site is open on a day. */
export type OpenDays = (siteId: string, day: number) => boolean;

/**
 * Gathers the calendars of sites while a package is read; `openDays` is to be called when it was. Sites without a calendar are open
 * every day. Does not throw.
 */
export function watchOpenDays(source: PackageSource): { readonly source: PackageSource; openDays(): Promise<OpenDays> } {
  const sites: PackageRow<'sites'>[] = [];
  const calendars: PackageRow<'calendars'>[] = [];
  const days: PackageRow<'calendar_days'>[] = [];
  return {
    source: watchSource(source, {
      sites: (row) => sites.push(row),
      calendars: (row) => calendars.push(row),
      calendar_days: (row) => days.push(row),
    }),
    async openDays() {
      const master = await readMasterData(createMemoryPackage(source.manifest, { sites, calendars, calendar_days: days }));
      const isOpenAt = createSiteOpenDays(master);
      return (siteId, day) => isOpenAt(master.siteIndex.indexOf(siteId))(day);
    },
  };
}
