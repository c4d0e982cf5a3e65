import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { weekdayOf } from '#core/base/calendar-day.ts';
import { grainsPerStep, roundUpTo } from '#core/base/quantity.ts';
import { forecastFrame } from '#core/demand/nodes/forecast-frame.ts';
import { buildFrame } from '#core/frame/build-frame.ts';
import { openFrame } from '#core/frame/open-frame.ts';
import { notSet } from '#core/frame/frame-layout.ts';
import { createMemoryPackage, type MemoryTables } from '#core/model/package/memory-package.ts';
import type { FirmOrder } from '#core/model/scenario/scenario-record.ts';
import { createPlanner } from './create-planner.ts';
import { mergeBlocks } from './merge-blocks.ts';
import { noNodeChanges, resolveChanges } from './node-changes.ts';
import { createFrameLookup } from './frame-lookup.ts';
import { keptRows, numberFirmLines } from './kept-rows.ts';
import { touchedNetworks } from './touched-networks.ts';
import { orderReasons } from './plan-result.ts';
import { noChanges, type PlanChanges } from './plan-changes.ts';
import { expectDelivery } from './testing/expect-delivery.ts';
import { planCase, planFrame } from './testing/plan-case.ts';

const planDay = 20458; // Monday 2026-01-05
const manifest = { planDay, horizonDays: 35, currency: 'EUR' };

const methods = ['min_max', 'reorder_point', 'periodic', 'time_phased', 'make_to_order', 'none'] as const;
const rules = ['lot_for_lot', 'fixed', 'eoq', 'periods', 'silver_meal', 'wagner_whitin'] as const;
const whole = (max: number) => fc.integer({ min: 0, max });

/** A hub that supplies a branch, a kit made at the hub, and everything a row may vary. */
const packages = fc
  .record({
    method: fc.constantFrom(...methods),
    hubMethod: fc.constantFrom(...methods),
    rule: fc.constantFrom(...rules),
    demand: fc.array(fc.record({ day: fc.integer({ min: -3, max: 40 }), qty: whole(40), kit: fc.boolean() }), { maxLength: 12 }),
    supply: fc.array(fc.record({ day: fc.integer({ min: -9, max: 40 }), qty: whole(40) }), { maxLength: 3 }),
    stock: whole(60),
    lot: fc.option(fc.record({ qty: whole(30), expires: whole(40), release: whole(20) }), { nil: null }),
    leadTime: whole(9),
    basis: fc.constantFrom('calendar' as const, 'working' as const),
    moq: whole(20),
    multiple: whole(7),
    maximum: fc.constantFrom(null, 25, 60),
    review: whole(9),
    safetyStock: fc.constantFrom(null, 0, 5),
    safetyDays: fc.constantFrom(0, 2.5),
    target: fc.constantFrom(null, 0.95),
    fence: whole(4),
    forecast: whole(20),
    history: whole(30),
    share: fc.boolean(),
  })
  .map((draw): MemoryTables => {
    const lane = {
      lead_time_days: draw.leadTime,
      lead_time_basis: draw.basis,
      moq: draw.moq,
      multiple: draw.multiple,
      max_qty: draw.maximum,
      review_days: draw.review,
      unit_cost: 3,
    };
    const policy = {
      lot_rule: draw.rule,
      lot_periods: 4,
      order_cost: 20,
      holding_rate: 2,
      min_qty: 8,
      max_qty: 30,
      safety_stock: draw.safetyStock,
      safety_days: draw.safetyDays,
      service_target: draw.target,
      fence_days: draw.fence,
    };
    return {
      calendars: [{ calendar_id: 'WEEK', weekdays: '1111100' }],
      sites: [
        { site_id: 'HUB', calendar_id: 'WEEK' },
        { site_id: 'BR', calendar_id: 'WEEK' },
      ],
      items: [{ item_id: 'A', price: 7, cost: 4 }, { item_id: 'KIT' }],
      suppliers: [{ supplier_id: 'S1', calendar_id: 'WEEK' }, { supplier_id: 'S2' }],
      stock: [
        { item_id: 'A', site_id: 'BR', qty: draw.stock, status: 'available' },
        ...(draw.lot === null
          ? []
          : [
              {
                item_id: 'A',
                site_id: 'BR',
                qty: draw.lot.qty,
                status: 'quarantine' as const,
                release_on: planDay + draw.lot.release,
                expires_on: planDay + draw.lot.expires,
              },
            ]),
      ],
      demand_history: [70, 63, 56, 14, 7].map((before) => ({
        item_id: 'A',
        site_id: 'BR',
        date: planDay - before,
        qty: draw.history,
      })),
      demand_open: draw.demand.map(({ day, qty, kit }, index) => ({
        order_id: `SO${index}`,
        item_id: kit ? 'KIT' : 'A',
        site_id: kit ? 'HUB' : 'BR',
        due_date: planDay + day,
        qty,
      })),
      forecast: [{ item_id: 'A', site_id: 'BR', start_date: planDay + 3, days: 6, qty: draw.forecast, stream: 'override' }],
      supply_open: draw.supply.map(({ day, qty }, index) => ({
        order_id: `PO${index}`,
        kind: 'transfer',
        item_id: 'A',
        site_id: 'BR',
        due_date: planDay + day,
        qty,
        source_id: 'HUB',
      })),
      lanes: [
        { ...lane, item_id: 'A', site_id: 'BR', kind: 'transfer', source_id: 'HUB' },
        { ...lane, item_id: 'A', site_id: 'HUB', kind: 'buy', source_id: 'S1', share: draw.share ? 0.6 : null },
        { ...lane, item_id: 'A', site_id: 'HUB', kind: 'buy', source_id: 'S2', priority: 2, share: draw.share ? 0.4 : null },
        { item_id: 'KIT', site_id: 'HUB', kind: 'make', source_id: '', lead_time_days: 1 },
      ],
      bom: [{ parent_item_id: 'KIT', component_item_id: 'A', qty: 3, scrap: 0.05 }],
      policies: [
        { ...policy, item_id: 'A', site_id: 'BR', method: draw.method },
        { ...policy, item_id: 'A', site_id: 'HUB', method: draw.hubMethod },
      ],
    };
  });

const typedOrder: FirmOrder = {
  id: '',
  kind: 'buy',
  itemId: '',
  siteId: '',
  sourceId: 'S1',
  orderDay: planDay,
  shipDay: planDay,
  receiptDay: planDay,
  qty: 0,
  origin: 'override',
  proposedQty: 12,
  reason: '',
};

describe('plan properties', () => {
  it('PLN-19 keeps every balance: previous + adjustment + receipts - demand, and every receipt is on a line', async () => {
    await fc.assert(
      fc.asyncProperty(packages, async (tables) => {
        const { frame, planner, result } = await planCase(createMemoryPackage(manifest, tables));
        for (let node = 0; node < frame.meta.nodes; node += 1) {
          const table = planner.project(node);
          const receipts = new Float64Array(manifest.horizonDays);
          for (let row = result.nodeOrderStart[node] ?? 0; row < (result.nodeOrderStart[node + 1] ?? 0); row += 1) {
            const day = (result.orderReceiptDay[row] ?? 0) - planDay;
            if (day < receipts.length) receipts[day] = (receipts[day] ?? 0) + (result.orderQty[row] ?? 0);
          }
          expect(table.receiptsPlanned).toEqual(receipts);
          let balance = result.nodeUsable[node] ?? 0;
          for (let day = 0; day < manifest.horizonDays; day += 1) {
            const demand = (table.demandForecast[day] ?? 0) + (table.demandOrders[day] ?? 0) + (table.demandDependent[day] ?? 0);
            balance += (table.stockAdjustment[day] ?? 0) + (table.receiptsOpen[day] ?? 0) + (receipts[day] ?? 0) - demand;
            expect(table.balance[day]).toBe(balance);
          }
          expect(result.nodeLowestBalance[node]).toBe(Math.min(...table.balance));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('PLN-7 to PLN-12 and PLN-20: dates, lots and explanations of every line hold', async () => {
    await fc.assert(
      fc.asyncProperty(packages, async (tables) => {
        const { frame, planner, result } = await planCase(createMemoryPackage(manifest, tables));
        result.orderNode.forEach((node, row) => {
          const lane = result.orderLane[row] ?? 0;
          const qty = result.orderQty[row] ?? 0;
          expect(result.orderDay[row]).toBeGreaterThanOrEqual(planDay + (frame.nodeFenceDays[node] ?? 0));
          if ((frame.laneCalendar[lane] ?? 0) > 0) expect(weekdayOf(result.orderDay[row] ?? 0)).toBeLessThan(5);
          expect(qty).toBeGreaterThan(0);
          expect(qty % grainsPerStep).toBe(0);
          expect(qty).toBeGreaterThanOrEqual(frame.laneMoq[lane] ?? 0);
          const explanation = planner.explain(node, row - (result.nodeOrderStart[node] ?? 0));
          expect(explanation.terms.reduce((sum, term) => sum + term.grains, 0)).toBe(qty);
          for (const term of explanation.terms) {
            if (term.children.length > 0) expect(term.children.reduce((sum, child) => sum + child.grains, 0)).toBe(term.grains);
          }
        });
      }),
      { numRuns: 60 },
    );
  });

  it('PLN-13 a planned transfer leaves the source on its ship day with the quantity that arrives', async () => {
    await fc.assert(
      fc.asyncProperty(packages, async (tables) => {
        const { frame, planner, result, nameOf } = await planCase(createMemoryPackage(manifest, tables));
        const shipped = new Float64Array(manifest.horizonDays);
        const components = new Float64Array(manifest.horizonDays);
        result.orderNode.forEach((node, row) => {
          const day = (result.orderShipDay[row] ?? 0) - planDay;
          const qty = result.orderQty[row] ?? 0;
          if (day >= shipped.length) return;
          if (nameOf(node) === 'A@BR') shipped[day] = (shipped[day] ?? 0) + qty;
          if (nameOf(node) === 'KIT@HUB')
            components[day] = (components[day] ?? 0) + roundUpTo(Math.ceil((qty * 60) / 19), grainsPerStep);
        });
        for (let node = 0; node < frame.meta.nodes; node += 1) {
          if (nameOf(node) !== 'A@HUB') continue;
          const { demandDependent } = planner.project(node);
          shipped.forEach((grains, day) => expect(demandDependent[day]).toBe(grains + (components[day] ?? 0)));
        }
      }),
      { numRuns: 40 },
    );
  });

  it('PLN-26 gives the same bytes however the networks are split', async () => {
    await fc.assert(
      fc.asyncProperty(packages, whole(4), async (tables, cut) => {
        const frame = openFrame(await buildFrame(createMemoryPackage(manifest, tables), 1));
        const { networks } = frame.meta;
        const forecast = forecastFrame(frame).views;
        const at = Math.min(cut, networks);
        const whole = createPlanner(frame, forecast, noNodeChanges);
        const one = mergeBlocks(frame, [{ rows: whole.planNetworks(0, networks), columns: whole.columns() }]);
        const planner = createPlanner(frame, forecast, noNodeChanges);
        const parts = [planner.planNetworks(at, networks), planner.planNetworks(0, at)];
        const two = mergeBlocks(
          frame,
          parts.map((rows) => ({ rows, columns: planner.columns() })),
        );
        expect(new Uint8Array(two.buffer)).toEqual(new Uint8Array(one.buffer));
      }),
      { numRuns: 40 },
    );
  });

  it('PLN-27 planning only what a change can reach gives the same bytes as planning everything', async () => {
    const fields = ['safety_stock', 'moq', 'lead_time_days', 'min_qty'] as const;
    const edits = fc.array(
      fc.record({
        item: fc.constantFrom('A', 'KIT', 'B'),
        site: fc.constantFrom('HUB', 'BR'),
        field: fc.constantFrom(...fields),
        value: whole(20),
        isFirm: fc.boolean(),
      }),
      { maxLength: 4 },
    );
    function changesOf(drawn: readonly (typeof edits extends fc.Arbitrary<infer List> ? List : never)[number][]): PlanChanges {
      return {
        ...noChanges,
        parameters: drawn
          .filter(({ isFirm }) => !isFirm)
          .map(({ item, site, field, value }) => ({
            kind: 'parameter.set',
            itemId: item,
            siteId: site,
            field,
            value,
            reason: '',
          })),
        firmOrders: drawn
          .filter(({ isFirm }) => isFirm)
          .map(({ item, site, value }, index) => ({
            ...typedOrder,
            id: `F${index}`,
            itemId: item,
            siteId: site,
            // Every other one is moved from the other site, to which a lane leads or not.
            kind: value % 2 === 0 ? 'buy' : 'transfer',
            sourceId: value % 2 === 0 ? 'S1' : site === 'HUB' ? 'BR' : 'HUB',
            qty: value,
            receiptDay: planDay + value,
          })),
      };
    }
    await fc.assert(
      fc.asyncProperty(packages, edits, edits, async (drawn, before, after) => {
        const tables: MemoryTables = {
          ...drawn,
          items: [...(drawn.items ?? []), { item_id: 'B' }],
          stock: [...(drawn.stock ?? []), { item_id: 'B', site_id: 'HUB', qty: 20 }],
          lanes: [...(drawn.lanes ?? []), { item_id: 'B', site_id: 'BR', kind: 'buy', source_id: 'S1', lead_time_days: 2 }],
          demand_open: [
            ...(drawn.demand_open ?? []),
            { order_id: 'B', item_id: 'B', site_id: 'BR', due_date: planDay + 9, qty: 7 },
          ],
        };
        const frame = openFrame(await buildFrame(createMemoryPackage(manifest, tables), 1));
        const lookup = createFrameLookup(frame);
        const [old, next] = [resolveChanges(frame, lookup, changesOf(before)), resolveChanges(frame, lookup, changesOf(after))];
        const planned = planFrame(frame, changesOf(before));
        const touched = touchedNetworks(frame, old, next);
        planned.planner.restart(next);
        const rows = [...touched].map((network) => planned.planner.planNetworks(network, network + 1));
        const merged = mergeBlocks(frame, [
          ...keptRows(frame, planned.result, touched).map((kept) => ({ rows: kept, columns: planned.result })),
          ...rows.map((each) => ({ rows: each, columns: planned.planner.columns() })),
        ]);
        numberFirmLines(merged, next);
        expect(new Uint8Array(merged.buffer)).toEqual(new Uint8Array(planFrame(frame, changesOf(after)).result.buffer));
      }),
      { numRuns: 80 },
    );
  });

  it('PLN-33 delivers no line before its day nor more than it asks for, and names what is late where anything is', async () => {
    await fc.assert(
      fc.asyncProperty(packages, async (tables) => {
        const plan = await planCase(createMemoryPackage(manifest, tables));
        const { frame, result } = plan;
        for (let network = 0; network < frame.meta.networks; network += 1) {
          const { deliveries, lateDemand } = expectDelivery(plan, network);
          const first = frame.networkStart[network] ?? 0;
          const lowest = result.nodeLowestBalance.subarray(first, frame.networkStart[network + 1]);
          if (lowest.some((balance) => balance < 0)) expect(lateDemand.length + deliveries.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('PLN-35 what makes a line go makes it go, and a grain less does not', async () => {
    await fc.assert(
      fc.asyncProperty(packages, async (drawn) => {
        const tables: MemoryTables = {
          ...drawn,
          policies: [{ item_id: '*', site_id: '*', method: 'time_phased', safety_stock: 2 }],
          lanes: [...(drawn.lanes ?? [])].map((lane) => ({
            ...lane,
            review_days: null,
            share: null,
            moq: 7,
            multiple: 5,
            max_qty: null,
          })),
          supply_open: [],
        };
        const bytes = await buildFrame(createMemoryPackage(manifest, tables), 1);
        const { frame, planner, result, nameOf } = planFrame(openFrame(bytes));
        const row = result.orderNode.findIndex((node) => nameOf(node) === 'A@BR');
        fc.pre(row >= 0);
        const node = result.orderNode[row] ?? 0;
        const explanation = planner.explain(node, 0);
        const point = (code: string) => explanation.tippingPoints.find((each) => each.code === code);
        const quantityWith = (more: number): number | undefined => {
          const changed = openFrame(bytes.slice(0));
          const stockRow = frame.stockStart[node] ?? 0;
          changed.stockQty[stockRow] = (changed.stockQty[stockRow] ?? 0) + more;
          const again = planFrame(changed);
          const first = again.result.nodeOrderStart[node] ?? 0;
          if (first === again.result.nodeOrderStart[node + 1]) return undefined;
          return again.planner.explain(node, 0).needDay === explanation.needDay ? again.result.orderQty[first] : undefined;
        };
        const vanishes = point('vanishes');
        const rises = point('rises');
        const falls = point('falls');
        if (vanishes?.code === 'vanishes') {
          expect(quantityWith(vanishes.grains)).toBeUndefined();
          expect(quantityWith(vanishes.grains - 1)).toBeGreaterThan(0);
        }
        if (rises?.code === 'rises' && explanation.needDay === planDay) {
          expect(quantityWith(-rises.grains)).toBeGreaterThan(explanation.grains);
          expect(quantityWith(1 - rises.grains)).toBe(explanation.grains);
        }
        if (falls?.code === 'falls') {
          expect(quantityWith(falls.grains)).toBeLessThan(explanation.grains);
          expect(quantityWith(falls.grains - 1)).toBe(explanation.grains);
        }
      }),
      { numRuns: 80 },
    );
  });

  it('PLN-36 orders nothing without need: before lot, minimum and multiple every line answers a requirement', async () => {
    const lotCodes = new Set([
      'lotRule',
      'raisedToMoq',
      'roundedToMultiple',
      'roundedToStep',
      'raisedToPriceBreak',
      'splitAtMaximum',
    ]);
    await fc.assert(
      fc.asyncProperty(packages, async (tables) => {
        const { planner, result, frame } = await planCase(createMemoryPackage(manifest, tables));
        result.orderNode.forEach((node, row) => {
          const { terms } = planner.explain(node, row - (result.nodeOrderStart[node] ?? 0));
          const need = terms.reduce((sum, { code, grains }) => (lotCodes.has(code) ? sum : sum + grains), 0);
          // A reorder point orders at the point itself, where nothing is short yet.
          if (orderReasons[result.orderReason[row] ?? 0] === 'atReorderPoint') expect(need).toBeGreaterThanOrEqual(0);
          else expect(need).toBeGreaterThan(0);
          const multiple = frame.laneMultiple[result.orderLane[row] ?? 0] ?? 0;
          const isSplit = terms.some(({ code }) => code === 'splitAtMaximum');
          if (multiple > 0 && !isSplit) expect((result.orderQty[row] ?? 0) % multiple).toBe(0);
        });
      }),
      { numRuns: 100 },
    );
  });

  it('PLN-25 under lot-for-lot more stock never means more ordered', async () => {
    await fc.assert(
      fc.asyncProperty(packages, fc.integer({ min: 1, max: 30 }), async (drawn, more) => {
        const tables: MemoryTables = {
          ...drawn,
          policies: [{ item_id: '*', site_id: '*', method: 'time_phased' }],
          lanes: [...(drawn.lanes ?? [])].map((lane) => ({
            ...lane,
            moq: null,
            multiple: null,
            max_qty: null,
            review_days: null,
            share: null,
          })),
        };
        const [first, ...rest] = tables.stock ?? [];
        const richer = { ...tables, stock: [{ ...first, qty: (first?.qty ?? 0) + more }, ...rest] };
        const ordered = async (input: MemoryTables) => {
          const { result, nameOf } = await planCase(createMemoryPackage(manifest, input));
          return result.orderQty.reduce((sum, qty, row) => sum + (nameOf(result.orderNode[row] ?? 0) === 'A@BR' ? qty : 0), 0);
        };
        expect(await ordered(richer)).toBeLessThanOrEqual(await ordered(tables));
      }),
      { numRuns: 40 },
    );
  });

  it('PLN-21 keeps a firm order exactly as typed, and PLN-22 does not fill up a lowered one in its window', async () => {
    await fc.assert(
      fc.asyncProperty(packages, whole(50), async (tables, qty) => {
        const source = () => createMemoryPackage(manifest, tables);
        const before = await planCase(source());
        const row = before.result.orderNode.findIndex((node) => before.nameOf(node) === 'A@BR');
        fc.pre(row >= 0);
        const orderDay = before.result.orderDay[row] ?? 0;
        const proposedQty = (before.result.orderQty[row] ?? 0) / grainsPerStep;
        const firm: FirmOrder = {
          kind: 'transfer',
          itemId: 'A',
          siteId: 'BR',
          sourceId: 'HUB',
          orderDay,
          shipDay: orderDay,
          receiptDay: before.result.orderReceiptDay[row] ?? 0,
          qty,
          id: 'F1',
          origin: 'override',
          proposedQty,
          reason: '',
        };
        const { result, nameOf, planner } = await planCase(source(), { ...noChanges, firmOrders: [firm] });
        const firmRows = [...result.orderFirm.keys()].filter((each) => result.orderFirm[each] !== notSet);
        expect(firmRows.map((each) => result.orderQty[each])).toEqual(qty === 0 ? [] : [qty * grainsPerStep]);
        result.orderNode.forEach((node, each) => {
          const { terms } = planner.explain(node, each - (result.nodeOrderStart[node] ?? 0));
          expect(terms.reduce((sum, term) => sum + term.grains, 0)).toBe(result.orderQty[each]);
          if (nameOf(node) !== 'A@BR' || result.orderFirm[each] !== notSet || qty >= proposedQty) return;
          const day = result.orderDay[each] ?? 0;
          expect(day < orderDay || day >= orderDay + 7).toBe(true);
        });
      }),
      { numRuns: 60 },
    );
  });
});
