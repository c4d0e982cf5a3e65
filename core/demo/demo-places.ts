import { parseDay, type CalendarDay } from '#core/base/calendar-day.ts';
import type { PackageRow } from '#core/model/package/package-tables.ts';

/** Rows as a generator writes them: what is not set may be left out. */
export type DemoRow<Name extends keyof RowsByTable> = Partial<RowsByTable[Name]>;
interface RowsByTable {
  readonly companies: PackageRow<'companies'>;
  readonly calendars: PackageRow<'calendars'>;
  readonly calendar_days: PackageRow<'calendar_days'>;
  readonly sites: PackageRow<'sites'>;
  readonly suppliers: PackageRow<'suppliers'>;
}

export const demoCompanies: readonly DemoRow<'companies'>[] = [
  { company_id: 'NWK', name: 'Nordwerk Industriebedarf GmbH', currency: 'EUR' },
  { company_id: 'ALB', name: 'Albion Drive Supplies Ltd', currency: 'GBP' },
  { company_id: 'HLV', name: 'Helvion Technik AG', currency: 'CHF' },
];

/** A site of the demo company, with its part in the demand and the way goods come to it. */
export interface DemoSite {
  readonly siteId: string;
  readonly name: string;
  readonly companyId: string;
  readonly kind: 'hub' | 'branch' | 'depot' | 'plant';
  readonly region: string;
  /** Share of an item's demand that falls here. */
  readonly demandShare: number;
  /** Share of items that are kept here. */
  readonly rangeShare: number;
  /** The site that supplies it, and days on the way; the hub has suppliers instead. */
  readonly suppliedBy: string | null;
  readonly transferDays: number;
  readonly transferEveryDays: number;
}

export const hubId = 'HUB';
export const plantId = 'PLT';

export const demoSites: readonly DemoSite[] = [
  {
    siteId: hubId,
    name: 'Central hub Kassel',
    companyId: 'NWK',
    kind: 'hub',
    region: 'DE',
    demandShare: 0.3,
    rangeShare: 1,
    suppliedBy: null,
    transferDays: 0,
    transferEveryDays: 0,
  },
  {
    siteId: 'HAM',
    name: 'Branch Hamburg',
    companyId: 'NWK',
    kind: 'branch',
    region: 'DE',
    demandShare: 0.25,
    rangeShare: 0.8,
    suppliedBy: hubId,
    transferDays: 2,
    transferEveryDays: 7,
  },
  {
    siteId: 'BHX',
    name: 'Branch Birmingham',
    companyId: 'ALB',
    kind: 'branch',
    region: 'GB',
    demandShare: 0.22,
    rangeShare: 0.7,
    suppliedBy: hubId,
    transferDays: 6,
    transferEveryDays: 7,
  },
  {
    siteId: 'ZRH',
    name: 'Branch Zürich',
    companyId: 'HLV',
    kind: 'branch',
    region: 'CH',
    demandShare: 0.15,
    rangeShare: 0.6,
    suppliedBy: hubId,
    transferDays: 4,
    transferEveryDays: 7,
  },
  {
    siteId: 'VAN',
    name: 'Van depot Leeds',
    companyId: 'ALB',
    kind: 'depot',
    region: 'GB',
    demandShare: 0.08,
    rangeShare: 0.35,
    suppliedBy: 'BHX',
    transferDays: 1,
    transferEveryDays: 7,
  },
  {
    siteId: plantId,
    name: 'Assembly plant Erfurt',
    companyId: 'NWK',
    kind: 'plant',
    region: 'DE',
    demandShare: 0,
    rangeShare: 0,
    suppliedBy: hubId,
    transferDays: 2,
    transferEveryDays: 7,
  },
];

export const demoCalendars: readonly DemoRow<'calendars'>[] = [
  { calendar_id: 'WORK', weekdays: '1111100' },
  { calendar_id: 'SHOP', weekdays: '1111110' },
];

/** The days around the turn of the year on which nobody works, for each year of the range. */
export function demoHolidays(firstDay: CalendarDay, lastDay: CalendarDay): DemoRow<'calendar_days'>[] {
  const rows: DemoRow<'calendar_days'>[] = [];
  for (let year = 2000; year < 2100; year += 1) {
    for (const date of [`${year}-01-01`, `${year}-05-01`, `${year}-12-25`, `${year}-12-26`]) {
      const day = parseDay(date);
      if (day < firstDay || day > lastDay) continue;
      for (const calendar_id of ['WORK', 'SHOP']) rows.push({ calendar_id, date: day, open: 0 });
    }
  }
  return rows;
}

/** A supplier with the lead time it names and the one it keeps. */
export interface DemoSupplier {
  readonly supplierId: string;
  readonly name: string;
  readonly companyId: string | null;
  readonly currency: string;
  /** Days the lane names. */
  readonly leadTimeDays: number;
  /** Mean and standard deviation of the days it takes in truth. */
  readonly trueDays: number;
  readonly trueSd: number;
  readonly minOrderValue: number;
  readonly status: 'approved' | 'conditional' | 'blocked';
}

export const demoSuppliers: readonly DemoSupplier[] = [
  supplier('S001', 'Brandt Wälzlager GmbH', 'EUR', 7, 8, 2, 250),
  supplier('S002', 'Ostermann Normteile KG', 'EUR', 5, 5, 1, 150),
  supplier('S003', 'Lacroix Étanchéité SAS', 'EUR', 14, 15, 4, 400),
  supplier('S004', 'Officine Berti S.p.A.', 'EUR', 21, 24, 6, 600),
  supplier('S005', 'Śląskie Napędy Sp. z o.o.', 'EUR', 12, 13, 3, 300),
  supplier('S006', 'Anadolu Hidrolik A.Ş.', 'EUR', 28, 33, 9, 800),
  supplier('S007', 'Taihe Pneumatic Co., Ltd.', 'USD', 56, 63, 14, 2500),
  supplier('S008', 'Ningshan Fastener Works', 'USD', 63, 70, 18, 3000),
  supplier('S009', 'Kestrel Lubricants Ltd', 'GBP', 10, 11, 3, 300),
  supplier('S010', 'Alpenchemie AG', 'CHF', 9, 9, 2, 350),
  supplier('S011', 'Hallgren Motor AB', 'EUR', 18, 20, 5, 700),
  supplier('S012', 'Grünfeld Gartentechnik GmbH', 'EUR', 15, 16, 5, 350),
  { ...supplier('S013', 'Waelzlager Brandt', 'EUR', 7, 8, 2, 250), status: 'conditional' },
  { ...supplier('S014', 'Meridian Trading Ltd', 'USD', 45, 70, 30, 1000), status: 'blocked' },
];

function supplier(
  supplierId: string,
  name: string,
  currency: string,
  leadTimeDays: number,
  trueDays: number,
  trueSd: number,
  minOrderValue: number,
): DemoSupplier {
  return { supplierId, name, companyId: null, currency, leadTimeDays, trueDays, trueSd, minOrderValue, status: 'approved' };
}

/** The supplier an item is bought from, by the position of its family. */
export const suppliersOfFamily: readonly (readonly string[])[] = [
  ['S001', 'S004'],
  ['S002', 'S008', 'S008'],
  ['S003'],
  ['S005', 'S004'],
  ['S009', 'S010'],
  ['S010'],
  ['S007', 'S004'],
  ['S012', 'S007'],
  ['S005', 'S011'],
  ['S011'],
  ['S008', 'S002'],
  ['S006', 'S004'],
];
