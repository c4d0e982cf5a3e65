import type { PackageRow } from '#core/model/package/package-tables.ts';
import type { ErpMirror } from '#core/backend/store/erp-mirror.ts';
import { dayOf, numberOf, refOf } from './erp-values.ts';
import { withErpValue, type LaneRow } from './lane-rows.ts';
import type { MappedMasters } from './map-masters.ts';

type Body = Readonly<Record<string, unknown>>;

export interface BuyLanes {
  readonly lanes: Partial<LaneRow>[];
  readonly priceBreaks: Partial<PackageRow<'price_breaks'>>[];
}

/**
 * Buy lanes and price breaks of the vendors' price lists (SYN-9). The ERP does not say for which site: old lanes keep their
 * sites, a new one goes to the sites of the company that no other site feeds.
 */
export function mapBuyLanes(
  mirror: ErpMirror,
  oldLanes: readonly LaneRow[],
  masters: MappedMasters,
  fedSites: ReadonlySet<unknown>,
): BuyLanes {
  const { items, itemsByTemplate, suppliers, sites, companies } = masters;
  const companyOfSite = new Map([...sites.values()].map((site) => [site.siteId, site.companyId]));
  const old = new Map<string, LaneRow[]>();
  for (const lane of oldLanes) {
    if (lane.kind !== 'buy') continue;
    const key = `${lane.item_id}\n${lane.source_id}`;
    old.set(key, [...(old.get(key) ?? []), lane]);
  }
  const groups = new Map<string, { readonly itemId: string; readonly supplierId: string; readonly bodies: Body[] }>();
  for (const { body } of mirror.records('product.supplierinfo')) {
    const itemId = items.get(refOf(body, 'product_id')) ?? itemsByTemplate.get(refOf(body, 'product_tmpl_id'));
    const supplierId = suppliers.get(refOf(body, 'partner_id'));
    if (itemId === undefined || supplierId === undefined) continue;
    const key = `${itemId}\n${supplierId}`;
    const group = groups.get(key) ?? { itemId, supplierId, bodies: [] };
    group.bodies.push(body);
    groups.set(key, group);
  }
  const lanes: Partial<LaneRow>[] = [];
  const breaks = new Map<string, Partial<PackageRow<'price_breaks'>>>();
  for (const [key, { itemId, supplierId, bodies }] of groups) {
    bodies.sort((a, b) => numberOf(a, 'sequence') - numberOf(b, 'sequence') || numberOf(a, 'min_qty') - numberOf(b, 'min_qty'));
    const bases = new Map<number, Body>();
    for (const body of bodies) {
      const company = refOf(body, 'company_id');
      const isFirst = numberOf(body, 'sequence') === numberOf(bodies[0] ?? {}, 'sequence') && !bases.has(company);
      if (isFirst) {
        bases.set(company, body);
        continue;
      }
      const min_qty = numberOf(body, 'min_qty');
      breaks.set(`${key}\n${min_qty}`, { item_id: itemId, supplier_id: supplierId, min_qty, unit_cost: numberOf(body, 'price') });
    }
    for (const [company, body] of bases) lanes.push(...lanesOf(itemId, supplierId, company, body, old.get(key) ?? []));
  }
  return { lanes, priceBreaks: [...breaks.values()] };

  function lanesOf(
    itemId: string,
    supplierId: string,
    company: number,
    body: Body,
    kept: readonly LaneRow[],
  ): Partial<LaneRow>[] {
    const [delay, moq, price] = [numberOf(body, 'delay'), numberOf(body, 'min_qty'), numberOf(body, 'price')];
    const mine = kept.filter(
      (lane) => company === 0 || !companies.has(company) || (companyOfSite.get(lane.site_id) ?? company) === company,
    );
    if (mine.length > 0) {
      return withErpValue(withErpValue(withErpValue(mine, 'lead_time_days', delay), 'moq', moq), 'unit_cost', price);
    }
    const free = [...sites.values()].filter(
      (site) => !fedSites.has(site.siteId) && (company === 0 || site.companyId === company),
    );
    return free.map(({ siteId }) => ({
      item_id: itemId,
      site_id: siteId,
      kind: 'buy',
      source_id: supplierId,
      lead_time_days: delay,
      moq,
      unit_cost: price,
      valid_from: dayOf(body, 'date_start'),
      valid_to: dayOf(body, 'date_end'),
    }));
  }
}
