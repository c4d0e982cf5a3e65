import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineValueMinor } from '#core/base/money.ts';
import { groupOrders } from './group-orders.ts';
import type { JointOrder } from './joint-order.ts';
import { loadsOf } from './measure-order.ts';
import type { ProposedLine, SupplierTerms } from './proposed-line.ts';
import { raiseToValue } from './raise-by-cover.ts';

const piece = 1000;

/** 10 pieces of a thing worth 1 that is used once a day and may not be ordered earlier. */
const line = (orderDay: number, more: Partial<ProposedLine> = {}): ProposedLine => ({
  ...{ supplier: 1, company: 1, site: 1, orderDay, grains: 10 * piece, grainsPerUnit: piece, unitValue: 1 },
  ...{ weight: 0, volume: 0, slackDays: 0, multiple: piece, dailyDemand: piece, holdingRate: 0.365 },
  ...more,
});
const terms: SupplierTerms = { minimumValueMinor: 0, loadWeight: 0, loadVolume: 0, groupingDays: 0, raiseDays: 0 };
const group = (lines: readonly ProposedLine[], more: Partial<SupplierTerms> = {}) =>
  groupOrders(lines, new Map([[1, { ...terms, ...more }]]));
/** Per order its day and, per line, position, pieces and days pulled forward. */
const shape = (orders: readonly JointOrder[]) =>
  orders.map(({ orderDay, lines }) => [orderDay, ...lines.map((one) => [one.line, one.grains / piece, one.pulledDays])]);

describe('groupOrders', () => {
  it('JNT-1 keeps suppliers, companies and sites apart', () => {
    const lines = [line(3), line(3, { site: 2 }), line(3, { company: 2 }), line(3, { supplier: 2 }), line(3)];
    expect(
      group(lines, { groupingDays: 9 }).map((order) => [order.supplier, order.company, order.site, order.lines.length]),
    ).toEqual([
      [1, 1, 1, 2],
      [1, 1, 2, 1],
      [1, 2, 1, 1],
      [2, 1, 1, 1],
    ]);
  });

  it('JNT-2 pulls the lines of the window forward to the first, where their slack allows it', () => {
    const lines = [line(7, { slackDays: 9 }), line(4, { slackDays: 4 }), line(5, { slackDays: 4 }), line(0)];
    expect(shape(group(lines, { groupingDays: 5 }))).toEqual([
      [0, [3, 10, 0], [1, 10, 4]],
      [5, [2, 10, 0], [0, 10, 2]],
    ]);
  });

  it('JNT-4 pulls the nearest lines forward until the minimum is reached', () => {
    const lines = [
      line(0),
      line(9, { slackDays: 20 }),
      line(3, { slackDays: 2 }),
      line(5, { slackDays: 5 }),
      line(12, { slackDays: 20 }),
    ];
    expect(shape(group(lines, { minimumValueMinor: 2500 }))).toEqual([
      [0, [0, 10, 0], [3, 10, 5], [1, 10, 9]],
      [3, [2, 10, 0]],
      [12, [4, 10, 0]],
    ]);
    const two = [line(0, { grains: 400 * piece }), line(3, { grains: 700 * piece, slackDays: 5 })];
    expect(group(two, { minimumValueMinor: 100_000 })).toMatchObject([{ orderDay: 0, valueMinor: 110_000, missingMinor: 0 }]);
  });

  it('JNT-5 raises by equal days of cover in whole multiples until the minimum is reached', () => {
    const lines = [line(0), line(0, { dailyDemand: 2 * piece })];
    const [order] = group(lines, { minimumValueMinor: 11_000, raiseDays: 30 });
    expect(order?.lines.map(({ raisedGrains, extraDays }) => [raisedGrains / piece, extraDays])).toEqual([
      [30, 30],
      [60, 30],
    ]);
    const packs = [line(0, { multiple: 6 * piece }), line(0, { multiple: 4 * piece }), line(0, { dailyDemand: 0 })];
    const [packed] = group(packs, { minimumValueMinor: 4000, raiseDays: 30 });
    expect(packed?.lines.map(({ raisedGrains }) => raisedGrains / piece)).toEqual([6, 4, 0]);
    expect(
      raiseToValue([{ index: 0, line: line(0), extra: 0 }], { ...terms, minimumValueMinor: 1001, raiseDays: 1 }),
    ).toMatchObject([{ extra: 1000 }]);
  });

  it('JNT-6 fills the started load with later lines that fit whole and then by a raise, but starts no other', () => {
    const heavy = { weight: 10 };
    const lines = [line(0, heavy), line(4, { ...heavy, slackDays: 9, grains: 20 * piece }), line(6, { ...heavy, slackDays: 9 })];
    const [order, rest] = group(lines, { loadWeight: 250, raiseDays: 30 });
    expect(shape([order ?? expect.fail()])).toEqual([[0, [0, 13, 0], [2, 12, 6]]]);
    expect(order).toMatchObject({ weight: 250, loads: 1, lastLoadShare: 1 });
    expect(rest).toMatchObject({ orderDay: 4, loads: 1, weight: 250 });
    expect(group(lines.slice(0, 1), { loadWeight: 250, raiseDays: 4 })).toMatchObject([{ weight: 140, lastLoadShare: 0.56 }]);
    expect(group([line(0)], { loadWeight: 250, loadVolume: 9, raiseDays: 4 })).toMatchObject([{ loads: 0, lastLoadShare: 0 }]);
  });

  it('JNT-6 counts loads by whichever of weight and volume is used up first', () => {
    expect(loadsOf({ weight: 15, volume: 20 }, { ...terms, loadWeight: 10, loadVolume: 40 })).toBe(1.5);
    const [order] = group([line(0, { weight: 1.5, volume: 2 })], { loadWeight: 10, loadVolume: 40 });
    expect(order).toMatchObject({ weight: 15, volume: 20, loads: 2, lastLoadShare: 0.5 });
  });

  it('JNT-7 leaves the order as it was and names what is missing where nothing reaches the minimum', () => {
    const lines = [line(0), line(5, { slackDays: 9 })];
    const orders = group(lines, { minimumValueMinor: 9000, raiseDays: 3, loadWeight: 100 });
    expect(shape(orders)).toEqual([
      [0, [0, 10, 0]],
      [5, [1, 10, 0]],
    ]);
    expect(orders.map(({ missingMinor }) => missingMinor)).toEqual([8000, 8000]);
  });

  it('JNT-8 names the cost of holding what is ordered earlier or above the proposal', () => {
    // A thousandth of its value a day: 10 pieces for 5 days are 5 cents, as are 2 more that wait 10 days and last 2.
    const [pulled] = group([line(0), line(5, { slackDays: 5 })], { groupingDays: 5 });
    expect(pulled?.lines.map(({ holdingMinor }) => holdingMinor)).toEqual([0, 5]);
    const [raised] = group([line(0, { unitValue: 100 })], { minimumValueMinor: 120_000, raiseDays: 9 });
    expect(raised?.lines).toMatchObject([{ raisedGrains: 2000, extraDays: 2, holdingMinor: 220 }]);
    expect(raised?.holdingMinor).toBe(220);
  });

  it('has no orders without lines, and needs no terms', () => {
    expect(groupOrders([], new Map())).toEqual([]);
    expect(groupOrders([line(4)], new Map())).toMatchObject([{ orderDay: 4, valueMinor: 1000, missingMinor: 0, loads: 0 }]);
  });
});

const whole = (max: number) => fc.integer({ min: 0, max });
const anyLines = fc.array(
  fc.record({
    ...{ supplier: fc.integer({ min: 1, max: 2 }), company: fc.constant(1), site: whole(1), orderDay: whole(20) },
    ...{ grains: fc.integer({ min: 1, max: 40 }).map((pieces) => pieces * piece), grainsPerUnit: fc.constant(piece) },
    ...{ unitValue: fc.constantFrom(0, 1, 2.5, 0.333), weight: fc.constantFrom(0, 1, 2.7), volume: fc.constantFrom(0, 0.1, 3) },
    ...{ slackDays: whole(12), multiple: fc.integer({ min: 1, max: 7 }).map((pieces) => pieces * piece) },
    ...{ dailyDemand: fc.constantFrom(0, 500, 1000, 3300), holdingRate: fc.constantFrom(0, 0.2) },
  }),
  { maxLength: 14 },
);
const anyTerms = fc.record({
  ...{ minimumValueMinor: fc.constantFrom(0, 4000, 12_000), loadWeight: fc.constantFrom(0, 60, 150) },
  ...{ loadVolume: fc.constantFrom(0, 70), groupingDays: whole(6), raiseDays: fc.constantFrom(0, 3, 20) },
});

describe('joint orders of any lines', () => {
  const property = (check: (lines: readonly ProposedLine[], terms: SupplierTerms, orders: readonly JointOrder[]) => void) => {
    fc.assert(
      fc.property(anyLines, anyTerms, (lines, drawn) => {
        const termsOf = new Map([
          [1, drawn],
          [2, drawn],
        ]);
        check(lines, drawn, groupOrders(lines, termsOf));
      }),
      { numRuns: 300 },
    );
  };

  it('JNT-1 JNT-2 hold every line exactly once, never later and never earlier than its slack allows', () => {
    property((lines, _, orders) => {
      expect(orders.flatMap((order) => order.lines.map((one) => one.line)).sort((a, b) => a - b)).toEqual(
        lines.map((__, index) => index),
      );
      for (const { orderDay, supplier, company, site, lines: joined } of orders) {
        for (const one of joined) {
          const proposed = lines[one.line] ?? expect.fail();
          expect(proposed).toMatchObject({ supplier, company, site });
          expect(one.pulledDays).toBe(proposed.orderDay - orderDay);
          expect(one.pulledDays).toBeGreaterThanOrEqual(0);
          expect(one.pulledDays).toBeLessThanOrEqual(proposed.slackDays);
        }
      }
    });
  });

  it('JNT-3 add up: value, weight, volume and cost of holding', () => {
    property((lines, drawn, orders) => {
      for (const order of orders) {
        const units = order.lines.map((one) => ({
          ...one,
          proposed: lines[one.line] ?? expect.fail(),
          units: one.grains / piece,
        }));
        const sum = (of: (one: (typeof units)[number]) => number) => units.reduce((total, one) => total + of(one), 0);
        expect(order.valueMinor).toBe(sum((one) => lineValueMinor(one.units, one.proposed.unitValue)));
        expect(order.holdingMinor).toBe(sum((one) => one.holdingMinor));
        expect(order.weight).toBeCloseTo(
          sum((one) => one.units * one.proposed.weight),
          6,
        );
        expect(order.volume).toBeCloseTo(
          sum((one) => one.units * one.proposed.volume),
          6,
        );
        const filled = order.loads === 0 ? 0 : order.loads - 1 + order.lastLoadShare;
        expect(filled).toBeCloseTo(loadsOf(order, drawn), 6);
      }
    });
  });

  it('JNT-4 JNT-5 JNT-7 reach the minimum or name what is missing, and are then neither pulled beyond the window nor raised', () => {
    property((lines, drawn, orders) => {
      for (const order of orders) {
        expect(order.missingMinor).toBe(Math.max(0, drawn.minimumValueMinor - order.valueMinor));
        for (const one of order.lines) {
          const proposed = lines[one.line] ?? expect.fail();
          expect(one.grains).toBe(proposed.grains + one.raisedGrains);
          expect(one.raisedGrains % proposed.multiple).toBe(0);
          expect(one.extraDays).toBeLessThanOrEqual(drawn.raiseDays + 1e-9);
          if (order.missingMinor === 0) continue;
          expect(one.raisedGrains).toBe(0);
          expect(one.pulledDays).toBeLessThanOrEqual(drawn.groupingDays);
        }
      }
    });
  });

  it('JNT-5 raise no line by a multiple more than the minimum takes, and no line before another with less cover', () => {
    property((lines, drawn) => {
      const orders = groupOrders(
        lines,
        new Map([1, 2].map((supplier) => [supplier, { ...drawn, loadWeight: 0, loadVolume: 0 }])),
      );
      for (const order of orders) {
        const raisable = order.lines
          .map((one) => ({ ...one, proposed: lines[one.line] ?? expect.fail() }))
          .filter(({ proposed }) => proposed.dailyDemand > 0 && proposed.unitValue > 0);
        const raised = raisable.filter(({ raisedGrains }) => raisedGrains > 0);
        const last = raised.reduce((days, one) => Math.max(days, one.extraDays), 0);
        for (const { proposed, raisedGrains } of raisable) {
          if (last > 0) expect((raisedGrains + proposed.multiple) / proposed.dailyDemand).toBeGreaterThanOrEqual(last - 1e-9);
        }
        const isLeast = raised.some(({ proposed, grains }) => {
          const less =
            lineValueMinor(grains / piece, proposed.unitValue) -
            lineValueMinor((grains - proposed.multiple) / piece, proposed.unitValue);
          return order.valueMinor - less < drawn.minimumValueMinor;
        });
        expect(raised.length === 0 || isLeast).toBe(true);
      }
    });
  });

  it('JNT-6 start no further load by filling one', () => {
    property((lines, drawn, orders) => {
      const unfilled = new Map([1, 2].map((supplier) => [supplier, { ...drawn, minimumValueMinor: 0, raiseDays: 0 }]));
      for (const order of groupOrders(lines, unfilled)) {
        const grouped = order.lines.filter(({ pulledDays }) => pulledDays <= drawn.groupingDays);
        const own = loadsOf(
          {
            weight: grouped.reduce((sum, one) => sum + (one.grains / piece) * (lines[one.line]?.weight ?? 0), 0),
            volume: grouped.reduce((sum, one) => sum + (one.grains / piece) * (lines[one.line]?.volume ?? 0), 0),
          },
          drawn,
        );
        expect(order.loads).toBe(Math.max(0, Math.ceil(own - 1e-9)));
      }
      for (const order of orders) expect(order.lastLoadShare).toBeLessThanOrEqual(1);
    });
  });

  it('JNT-1 depend on the lines, not on their order, where no two have the same day', () => {
    property((lines, drawn) => {
      const distinct = lines.map((one, index) => ({ ...one, orderDay: 2 * index }));
      const both = [distinct, distinct.toReversed()].map((list) =>
        groupOrders(list, new Map([[1, drawn]])).map((order) => ({
          ...order,
          lines: order.lines.map(({ line: position, ...one }) => ({ ...one, proposed: list[position] })),
        })),
      );
      expect(both[1]).toEqual(both[0]);
    });
  });
});
