import { weekdayOf } from '#core/base/calendar-day.ts';
import type { CalendarRange } from './calendar-range.ts';
import { codeOf, lifecycles, siteKinds, supplierStatuses } from './codes.ts';
import { notSet, type FrameViews } from './frame-layout.ts';
import type { MasterTexts } from './pack-master-texts.ts';
import type { MasterData } from './read-master-data.ts';

/** Fills the columns of calendars, sites, items and suppliers. Does not throw. */
export function writeMasterColumns(
  views: FrameViews,
  master: MasterData,
  texts: MasterTexts,
  range: CalendarRange,
  pairs: readonly (readonly [number, number])[],
): void {
  writeCalendars(views, master, range, pairs);
  master.sites.forEach((row, site) => {
    views.siteKind[site] = codeOf(siteKinds, row.kind ?? 'warehouse');
    views.siteCompany[site] = master.companyIndex.find(row.company_id ?? '') ?? notSet;
    views.siteCalendar[site] = calendarOf(master, row.calendar_id);
  });
  master.items.forEach((row, item) => {
    views.itemFamily[item] = texts.families.find(row.family ?? '') ?? notSet;
    views.itemUom[item] = texts.units.find(row.uom ?? '') ?? notSet;
    views.itemDecimals[item] = row.decimals ?? 0;
    views.itemCost[item] = row.cost ?? 0;
    views.itemPrice[item] = row.price ?? 0;
    views.itemLifecycle[item] = codeOf(lifecycles, row.lifecycle ?? 'active');
    views.itemSuccessor[item] = master.itemIndex.find(row.successor_id ?? '') ?? notSet;
    views.itemSuccessorFrom[item] = row.successor_from ?? notSet;
    views.itemShelfLifeDays[item] = row.shelf_life_days ?? notSet;
    views.itemWeight[item] = row.weight ?? 0;
    views.itemVolume[item] = row.volume ?? 0;
  });
  master.suppliers.forEach((row, supplier) => {
    views.supplierCompany[supplier] = master.companyIndex.find(row.company_id ?? '') ?? notSet;
    views.supplierCalendar[supplier] = calendarOf(master, row.calendar_id);
    views.supplierMinOrderValue[supplier] = row.min_order_value ?? 0;
    views.supplierStatus[supplier] = codeOf(supplierStatuses, row.status ?? 'approved');
    views.supplierGroupingDays[supplier] = Math.ceil(row.grouping_days ?? 0);
    views.supplierLoadWeight[supplier] = row.load_weight ?? 0;
    views.supplierLoadVolume[supplier] = row.load_volume ?? 0;
  });
}

/** The frame's number of a calendar: 0 is open every day, the package's own follow. */
export function calendarOf(master: MasterData, calendarId: string | null): number {
  return (master.calendarIndex.find(calendarId ?? '') ?? -1) + 1;
}

function writeCalendars(
  views: FrameViews,
  master: MasterData,
  range: CalendarRange,
  pairs: readonly (readonly [number, number])[],
): void {
  views.calendarOpen.fill(1, 0, range.span);
  master.calendars.forEach((row, index) => {
    const offset = (index + 1) * range.span;
    for (let day = 0; day < range.span; day += 1) {
      views.calendarOpen[offset + day] = row.weekdays[weekdayOf(range.firstDay + day)] === '1' ? 1 : 0;
    }
  });
  for (const row of master.calendarDays) {
    const day = row.date - range.firstDay;
    if (day >= 0 && day < range.span) views.calendarOpen[calendarOf(master, row.calendar_id) * range.span + day] = row.open;
  }
  pairs.forEach(([one, other], index) => {
    const offset = (master.calendars.length + 1 + index) * range.span;
    for (let day = 0; day < range.span; day += 1) {
      const isOpen = views.calendarOpen[one * range.span + day] === 1 && views.calendarOpen[other * range.span + day] === 1;
      views.calendarOpen[offset + day] = isOpen ? 1 : 0;
    }
  });
}
