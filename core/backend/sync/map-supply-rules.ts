import type { MemoryTables } from '#core/model/package/memory-package.ts';
import type { PackageSource } from '#core/model/package/package-source.ts';
import type { PackageRow } from '#core/model/package/package-tables.ts';
import type { ErpLink } from '#core/backend/store/cache-store.ts';
import type { ErpMirror } from '#core/backend/store/erp-mirror.ts';
import { numberOf, refOf } from './erp-values.ts';
import { mapBuyLanes } from './map-buy-lanes.ts';
import type { MappedMasters } from './map-masters.ts';
import type { StockPlaces } from './map-places.ts';
import { poolRows } from './row-pool.ts';
import { isSelector, isSiteSelector, withErpValue, type LaneRow } from './lane-rows.ts';

type Rules = Required<Pick<MemoryTables, 'lanes' | 'price_breaks' | 'bom' | 'policies'>> & { readonly links: readonly ErpLink[] };

/** Lanes, price breaks, bills of materials and min/max levels (SYN-8). Rows for groups of items stay the planner's own. */
export async function mapSupplyRules(
  mirror: ErpMirror,
  old: PackageSource,
  masters: MappedMasters,
  places: StockPlaces,
): Promise<Rules> {
  const { items, itemsByTemplate } = masters;
  const knownItems = new Set(items.values());
  const oldLanes: LaneRow[] = [];
  for await (const row of old.rows('lanes')) oldLanes.push(row);
  const isOurs = (row: { readonly item_id?: string }): boolean => !knownItems.has(row.item_id ?? '');

  const transfers = mapTransferLanes(mirror, oldLanes, masters, places);
  const fedSites = new Set(transfers.filter((lane) => lane.item_id === '*').map((lane) => lane.site_id));
  const buys = mapBuyLanes(mirror, oldLanes, masters, fedSites);
  const bills = [...mirror.records('mrp.bom')].filter(({ body }) => body['active'] !== false);
  const links: ErpLink[] = [];
  const makes: Partial<LaneRow>[] = oldLanes.filter((lane) => lane.kind === 'make' && isOurs(lane));
  const parents = new Map<number, { readonly itemId: string; readonly body: Readonly<Record<string, unknown>> }>();
  for (const { id, body } of bills) {
    const itemId = items.get(refOf(body, 'product_id')) ?? itemsByTemplate.get(refOf(body, 'product_tmpl_id'));
    if (itemId === undefined) continue;
    parents.set(id, { itemId, body });
    if (links.some((link) => link.entityId === itemId)) continue;
    links.push({ model: 'mrp.bom', erpId: id, entityId: itemId, facts: {} });
    if (body['type'] !== 'normal') continue;
    const kept = oldLanes.filter((lane) => lane.kind === 'make' && lane.item_id === itemId);
    const lead = numberOf(body, 'produce_delay');
    const site_id = places.siteOfType(refOf(body, 'picking_type_id'));
    if (kept.length > 0) makes.push(...withErpValue(kept, 'lead_time_days', lead));
    else if (site_id !== undefined) makes.push({ item_id: itemId, site_id, kind: 'make', lead_time_days: lead });
  }
  const lanes = [...oldLanes.filter((lane) => lane.kind === 'buy' && isOurs(lane)), ...buys.lanes, ...transfers, ...makes];
  const [bom, policies] = [await mapBom(), await mapPolicies()];
  return { lanes, price_breaks: buys.priceBreaks, bom, policies, links };

  async function mapBom(): Promise<Partial<PackageRow<'bom'>>[]> {
    const kept = await poolRows(old.rows('bom'), (row) =>
      [row.parent_item_id, row.component_item_id, row.site_id ?? '', row.kind ?? 'normal'].join('\n'),
    );
    return [...mirror.records('mrp.bom.line')].flatMap(({ body }) => {
      const parent = parents.get(refOf(body, 'bom_id'));
      const component_item_id = items.get(refOf(body, 'product_id'));
      if (!parent || component_item_id === undefined) return [];
      const kind =
        parent.body['type'] === 'phantom' ? 'phantom' : parent.body['type'] === 'subcontract' ? 'subcontract' : 'normal';
      const site_id = places.siteOfType(refOf(parent.body, 'picking_type_id')) ?? null;
      const before = kept.take([parent.itemId, component_item_id, site_id ?? '', kind].join('\n'));
      const per_qty = numberOf(parent.body, 'product_qty') || 1;
      return [
        {
          ...before,
          parent_item_id: parent.itemId,
          component_item_id,
          qty: numberOf(body, 'product_qty'),
          per_qty,
          kind,
          site_id,
        },
      ];
    });
  }

  async function mapPolicies(): Promise<Partial<PackageRow<'policies'>>[]> {
    const own: PackageRow<'policies'>[] = [];
    const kept = new Map<string, PackageRow<'policies'>>();
    const siteIds = new Set([...masters.sites.values()].map((site) => site.siteId));
    for await (const row of old.rows('policies')) {
      const isLevel = row.method === 'min_max' && knownItems.has(row.item_id) && siteIds.has(row.site_id);
      if (isLevel) kept.set(`${row.item_id}\n${row.site_id}`, row);
      else own.push(row);
    }
    const taken = new Set(own.map((row) => `${row.item_id}\n${row.site_id}`));
    const levels: Partial<PackageRow<'policies'>>[] = [];
    for (const { body } of mirror.records('stock.warehouse.orderpoint')) {
      const item_id = items.get(refOf(body, 'product_id'));
      const site_id = places.at(refOf(body, 'location_id'))?.siteId;
      const key = `${item_id}\n${site_id}`;
      if (item_id === undefined || site_id === undefined || body['active'] === false || taken.has(key)) continue;
      taken.add(key);
      levels.push({
        ...kept.get(key),
        item_id,
        site_id,
        method: 'min_max',
        min_qty: numberOf(body, 'product_min_qty'),
        max_qty: numberOf(body, 'product_max_qty'),
      });
    }
    return [...own, ...levels];
  }
}

function mapTransferLanes(
  mirror: ErpMirror,
  oldLanes: readonly LaneRow[],
  masters: MappedMasters,
  places: StockPlaces,
): Partial<LaneRow>[] {
  const routes = new Map([...mirror.records('stock.route')].map(({ id, body }) => [id, body]));
  const keyOf = (lane: Partial<LaneRow>): string => [lane.item_id, lane.site_id, lane.source_id].join('\n');
  const transfers = oldLanes.filter((lane) => lane.kind === 'transfer');
  const result: Partial<LaneRow>[] = transfers.filter((lane) => isSelector(lane.item_id) || isSiteSelector(lane.site_id));
  const seen = new Set<string>();
  for (const { body } of mirror.records('stock.rule')) {
    const route = routes.get(refOf(body, 'route_id'));
    const site_id = places.at(refOf(body, 'location_dest_id'))?.siteId;
    const source_id = places.at(refOf(body, 'location_src_id'))?.siteId;
    if (body['action'] !== 'pull' || body['active'] === false || route?.['active'] === false) continue;
    if (site_id === undefined || source_id === undefined || site_id === source_id) continue;
    const products = Array.isArray(route?.['product_ids']) ? (route['product_ids'] as number[]) : []; // a list of ids
    const itemIds = products.length === 0 ? ['*'] : products.flatMap((id) => masters.items.get(id) ?? []);
    for (const item_id of itemIds) {
      const lane = { item_id, site_id, source_id, kind: 'transfer', lead_time_days: numberOf(body, 'delay') } as const;
      if (seen.has(keyOf(lane))) continue;
      seen.add(keyOf(lane));
      const kept = transfers.filter((candidate) => keyOf(candidate) === keyOf(lane));
      result.push(...(kept.length > 0 ? withErpValue(kept, 'lead_time_days', lane.lead_time_days) : [lane]));
    }
  }
  return result;
}
