import type { ErpMirror } from '#core/backend/store/erp-mirror.ts';
import type { PackageRow } from '#core/model/package/package-tables.ts';
import { refOf, textOf } from './erp-values.ts';
import type { MappedMasters } from './map-masters.ts';

type StockStatus = NonNullable<PackageRow<'stock'>['status']>;

export interface StockPlace {
  readonly usage: string;
  readonly siteId: string | undefined;
  readonly status: StockStatus;
  readonly isScrap: boolean;
}

/** What a location means to the planner: its site, and the status of what lies there. */
export interface StockPlaces {
  at(locationId: number): StockPlace | undefined;
  siteOfType(pickingTypeId: number): string | undefined;
}

/** Names of locations and the status of what lies below them; everything else is available (SYN-7). */
const statusNames: Readonly<Record<string, StockStatus>> = {
  reserved: 'reserved',
  'quality hold': 'quality_hold',
  quality: 'quality_hold',
  blocked: 'quality_hold',
  quarantine: 'quarantine',
  damaged: 'damaged',
  'pending inspection': 'pending_inspection',
  inspection: 'pending_inspection',
  'consigned out': 'consigned_out',
  wip: 'wip',
  allocated: 'allocated',
};

/** Reads the locations with what they inherit from those above. */
export function mapPlaces(mirror: ErpMirror, { sites }: MappedMasters): StockPlaces {
  const bodies = new Map([...mirror.records('stock.location')].map(({ id, body }) => [id, body]));
  const types = new Map(
    [...mirror.records('stock.picking.type')].map(({ id, body }) => [id, sites.get(refOf(body, 'warehouse_id'))?.siteId]),
  );
  // A location may leave its warehouse unsaid; it then is where its parent is.
  const stockSites = new Map(
    [...mirror.records('stock.warehouse')].map(({ id, body }) => [refOf(body, 'lot_stock_id'), sites.get(id)?.siteId]),
  );
  const known = new Map<number, StockPlace>();

  function at(id: number): StockPlace | undefined {
    const found = known.get(id);
    const body = bodies.get(id);
    if (found || !body) return found;
    const parent = at(refOf(body, 'location_id'));
    const isScrap = body['scrap_location'] === true;
    const named = statusNames[(textOf(body, 'name') ?? '').toLowerCase()];
    const place: StockPlace = {
      usage: textOf(body, 'usage') ?? '',
      siteId: sites.get(refOf(body, 'warehouse_id'))?.siteId ?? stockSites.get(id) ?? parent?.siteId,
      status: named ?? (isScrap ? 'damaged' : (parent?.status ?? 'available')),
      isScrap,
    };
    known.set(id, place);
    return place;
  }
  return { at, siteOfType: (id) => types.get(id) };
}
