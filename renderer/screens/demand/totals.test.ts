import { beforeAll, describe, expect, it } from 'vitest';
import { groupNodes } from '#core/demand/hierarchy/group-nodes.ts';
import { hierarchyLevels, type HierarchyLevel } from '#core/demand/hierarchy/hierarchy-level.ts';
import { createFrameLookup } from '#core/plan/frame-lookup.ts';
import type { RowTest } from '#renderer/grid/filter-rows.ts';
import { sortRows } from '#renderer/grid/sort-rows.ts';
import { createFrameReader, type FrameReader } from '#renderer/inspector/frame-reader.ts';
import type { Planned } from '#renderer/stores/plan-state.ts';
import { plannedCompany } from '#renderer/stores/testing/planned-company.ts';
import { nodeScope, type DemandScope } from './demand-scope.ts';
import { forecastBand, totalBand } from './forecast-band.ts';
import { forecastChanges } from './forecast-changes.ts';
import { indexOverrides, type OverrideIndex } from './index-overrides.ts';
import { memberColumns } from './member-columns.ts';
import { totalMembers } from './total-members.ts';
import { mostTypedMembers, totalScope } from './total-scope.ts';
import { totalTitle } from './total-words.ts';
import { weekColumns } from './week-columns.ts';

const planDay = 20_458;
const terms = { reason: 'Project', owner: 'Kim', expiresOn: null };
let planned: Planned;
/** The same with every other item counted in another unit. */
let mixed: Planned;
let reader: FrameReader;
let nothingTyped: OverrideIndex;

beforeAll(async () => {
  planned = await plannedCompany(1000);
  const { frame } = planned;
  mixed = { ...planned, frame: { ...frame, itemUom: frame.itemUom.map((_, item) => item % 2) } };
  reader = createFrameReader(frame, 'en');
  nothingTyped = indexOverrides(frame, createFrameLookup(frame), []);
});

function finish(job: Iterator<unknown, DemandScope>): DemandScope {
  for (;;) {
    const step = job.next();
    if (step.done === true) return step.value;
  }
}

interface Asked {
  readonly of?: Planned;
  readonly tests?: readonly RowTest[];
  readonly isValue?: boolean;
}

function membersOf(level: HierarchyLevel, node: number, { of = planned, tests = [], isValue = false }: Asked = {}) {
  const grouping = groupNodes(of.frame, level);
  const currency = of.texts.currency(of.frame.nodeSite[node] ?? 0);
  return totalMembers(of, { grouping, group: grouping.groupOf[node] ?? 0, isValue, currency, tests });
}

function scopeOf(level: HierarchyLevel, node: number, overrides = nothingTyped, isValue = false): DemandScope {
  return finish(totalScope(planned, level, membersOf(level, node, { isValue }), overrides));
}

/** A node of a site that is sold. */
function soldNode(site: string): number {
  const { frame, forecast, texts } = planned;
  return Array.from(forecast.forecastLevel.keys()).findIndex(
    (node) => (forecast.forecastLevel[node] ?? 0) > 3000 && texts.siteId(frame.nodeSite[node] ?? 0) === site,
  );
}

describe('the members of a total', () => {
  it('DEM-110 are all of the group, in its unit where it has one, else those of one currency', () => {
    const { frame, texts } = mixed;
    const node = soldNode('BHX');
    for (const level of hierarchyLevels) {
      const { groupOf } = groupNodes(frame, level);
      const whole = [...groupOf.keys()].filter((other) => groupOf[other] === groupOf[node]);
      const { nodes, currency, hasOneUnit, leftOut } = membersOf(level, node, { of: mixed });
      const units = new Set(whole.map((other) => frame.itemUom[frame.nodeItem[other] ?? 0]));
      expect(hasOneUnit, level).toBe(units.size === 1);
      expect(currency, level).toBe(units.size === 1 ? null : 'GBP');
      const kept = currency === null ? whole : whole.filter((other) => texts.currency(frame.nodeSite[other] ?? 0) === 'GBP');
      expect([...nodes], level).toEqual(kept);
      expect(nodes.length + leftOut.reduce((sum, { count }) => sum + count, 0), level).toBe(whole.length);
      expect(nodes, level).toContain(node);
    }
    expect(membersOf('total', node, { of: mixed }).leftOut.map(({ currency }) => currency)).toEqual(['EUR', 'CHF']);
    expect(membersOf('item', node, { of: mixed }).currency).toBeNull();
    expect(membersOf('total', node)).toMatchObject({ currency: null, leftOut: [] });
    expect(membersOf('total', node, { isValue: true })).toEqual({ ...membersOf('total', node, { of: mixed }), hasOneUnit: true });
  });

  it('DSK-26 keep to the filters of the desk', () => {
    const node = soldNode('HAM');
    const isHamburg = (other: number): boolean => planned.frame.nodeSite[other] === planned.frame.nodeSite[node];
    const { nodes } = membersOf('region', node, { tests: [isHamburg] });
    expect(nodes).toEqual(membersOf('site', node).nodes);
  });

  it('DSK-26 are listed with their share of the total, which add up to all of it', () => {
    const scope = scopeOf('site', soldNode('ZRH'));
    const columns = memberColumns(scope, reader, 'CHF');
    const share = columns.find(({ id }) => id === 'share');
    const places = Uint32Array.from(scope.nodes.keys());
    expect(places.reduce((sum, place) => sum + (share?.figureAt?.(place) ?? 0), 0)).toBeCloseTo(100, 9);
    const [largest = 0] = sortRows(places, (place) => share?.orderAt(place) ?? 0, 'descending');
    const perWeek = [...(scope.total?.perWeek ?? [])];
    expect(perWeek[largest]).toBe(Math.max(...perWeek));
    for (const column of columns) expect(typeof column.textAt(largest), column.id).toBe('string');
  });

  it('DSK-26 are called by the level and its name', () => {
    const node = soldNode('BHX');
    expect(hierarchyLevels.map((level) => totalTitle(reader, level, node))).toEqual([
      `Item ${reader.itemName(planned.frame.nodeItem[node] ?? 0)}`,
      `Family ${reader.family(planned.frame.nodeItem[node] ?? 0)}`,
      'Site Branch Birmingham',
      'Region GB',
      'Company ALB',
      'All item-locations',
    ]);
  });
});

describe('the sums of a total', () => {
  it('DEM-110 are those of its members, added up again in whole grains and cents', () => {
    const { frame } = planned;
    const { historyWeeks } = frame.meta;
    for (const [level, isValue] of hierarchyLevels.flatMap((each) => [[each, false] as const, [each, true] as const])) {
      const scope = scopeOf(level, soldNode('HAM'), nothingTyped, isValue);
      expect(scope.total?.currency).toBe(isValue ? 'EUR' : null);
      const nodes = [...scope.nodes];
      const expected = nodes.map((node) => nodeScope(planned, node, nothingTyped).weeks.statistical);
      // Items of the demo company have no decimals and costs of whole cents: a grain is a thousandth of a unit.
      const add = (grainsOf: (node: number, place: number) => number): number => {
        const sum = nodes.reduce((before, node, place) => {
          const cents = Math.round((frame.itemCost[frame.nodeItem[node] ?? 0] ?? 0) * 100);
          return before + BigInt(Math.round(grainsOf(node, place)) || 0) * BigInt(isValue ? cents : 1);
        }, 0n);
        return isValue ? Math.round(Number(sum) / 1000) / 100 : Number(sum) / 1000;
      };
      const again = scope.weeks.statistical.map((_, week) => add((_node, place) => (expected[place]?.[week] ?? 0) * 1000));
      expect(scope.weeks.statistical, level).toEqual(again);
      expect(scope.weeks.inForce).toEqual(scope.weeks.statistical);
      const first = historyWeeks - scope.history.length;
      const past = scope.history.map((_, week) => add((node) => frame.historyQty[node * historyWeeks + first + week] ?? 0));
      expect(scope.history, level).toEqual(past);
      expect(scope.total?.series.slice(first)).toEqual(Float64Array.from(past));
      expect(scope.weeks.yearAgo[0]).toBe(scope.history.at(-52));
    }
  });

  it('DEM-110 of one member are those of the item-location itself', () => {
    const node = soldNode('HUB');
    const one = finish(totalScope(planned, 'one', { nodes: Uint32Array.of(node), currency: null }, nothingTyped));
    const own = nodeScope(planned, node, nothingTyped);
    expect([one.history, one.weeks, one.decimals]).toEqual([own.history, own.weeks, own.decimals]);
  });

  it('DEM-109 have a series without what is excluded, which the history still shows', () => {
    const { frame } = planned;
    const node = soldNode('HUB');
    const last = frame.meta.historyWeeks - 1;
    const came = frame.historyQty[node * frame.meta.historyWeeks + last] ?? 0;
    const members = membersOf('item', node);
    const all = finish(totalScope(planned, 'item', members, nothingTyped));
    const excluded = new Map([[node, [{ week: last, grains: came + 5000 }]]]);
    const without = finish(totalScope({ ...planned, excluded }, 'item', members, nothingTyped));
    expect(came).toBeGreaterThan(0);
    expect(without.history).toEqual(all.history);
    expect((all.total?.series.at(-1) ?? 0) - (without.total?.series.at(-1) ?? 0)).toBeCloseTo(came / 1000, 9);
    expect(without.total?.series.slice(0, -1)).toEqual(all.total?.series.slice(0, -1));
  });

  it('DEM-109 have the season of their families, each by what it sold', () => {
    const { frame, forecast } = planned;
    const node = soldNode('HUB');
    const family = frame.itemFamily[frame.nodeItem[node] ?? 0] ?? 0;
    function totalOf(familySeasonal: Uint8Array<ArrayBuffer>, familyProfile: Float64Array<ArrayBuffer>): DemandScope {
      const given = { ...planned, forecast: { ...forecast, familySeasonal, familyProfile } };
      return finish(totalScope(given, 'total', membersOf('total', node), nothingTyped));
    }
    const none = new Uint8Array(frame.familyEnds.length);
    const flat = new Float64Array(52 * none.length).fill(1);
    expect(totalOf(none, flat).total?.season).toBeNull();
    const profile = flat.map((index, week) => (week === 52 * family ? 1.5 : week === 52 * family + 1 ? 0.5 : index));
    const total = totalOf(
      none.map((_, each) => (each === family ? 1 : 0)),
      profile,
    );
    const sold = (scope: DemandScope): number => scope.total?.series.reduce((sum, week) => sum + (week || 0), 0) ?? 0;
    const share = sold(scopeOf('family', node)) / sold(total);
    [1 + share / 2, 1 - share / 2, 1].forEach((index, week) => expect(total.total?.season?.[week]).toBeCloseTo(index, 9));
  });

  it('DEM-107 have a band that is wider than that of independent members and narrower than if all moved alike', () => {
    const { frame, forecast } = planned;
    const scope = scopeOf('site', soldNode('HAM'), nothingTyped, true);
    const deviations = [...scope.nodes].map(
      (node) => ((forecast.forecastSd[node] ?? 0) / 1000) * (frame.itemCost[frame.nodeItem[node] ?? 0] ?? 0),
    );
    const variance = scope.total?.variance ?? 0;
    expect(variance).toBeGreaterThanOrEqual(deviations.reduce((sum, sd) => sum + sd * sd, 0) * (1 - 1e-12));
    expect(variance).toBeLessThan(deviations.reduce((sum, sd) => sum + sd, 0) ** 2);
    const band = totalBand(scope.weeks.statistical, variance);
    scope.weeks.statistical.forEach((mean, week) => {
      const [low = 0, high = 0] = [band?.low[week], band?.high[week]];
      expect(low < mean && mean < high).toBe(true);
      // 80 % of a distribution that is nearly normal lie within 1.2816 deviations on either side.
      expect((high - low) / (2 * 1.2816 * Math.sqrt(variance))).toBeCloseTo(1, 1);
    });
    expect(totalBand([1, 2], 0)).toBeNull();
    expect(forecastBand(forecast, soldNode('HAM'), [1], 0, true)).not.toBeNull();
  });
});

describe('typing over a total', () => {
  function typedAs(scope: DemandScope, week: number, figure: number, overrides = nothingTyped) {
    return forecastChanges({ planned, reader, overrides, scope, typed: new Map([[week, figure]]), terms });
  }
  function indexOf(changes: ReturnType<typeof forecastChanges>['changes']): OverrideIndex {
    const kept = changes.filter(({ qty }) => qty !== null);
    return indexOverrides(planned.frame, createFrameLookup(planned.frame), kept);
  }

  it('DSK-29 in units shares it out in whole units that add up to it, and again', () => {
    const node = soldNode('HUB');
    const scope = scopeOf('family', node);
    expect(scope.nodes).toContain(node);
    const total = Math.round(scope.weeks.statistical[1] ?? 0) + 101;
    const { changes, rest } = typedAs(scope, 1, total);
    expect(rest).toBe(0);
    expect(changes.every(({ qty }) => qty !== null && Number.isInteger(qty))).toBe(true);
    const overrides = indexOf(changes);
    const after = scopeOf('family', node, overrides);
    expect(after.weeks.inForce[1]).toBe(total);
    expect(after.weeks.inForce[2]).toBe(scope.weeks.statistical[2]);
    expect(after.typedMembers[1]).toBe(changes.length);
    // Typed again, it replaces what the first total gave to each.
    const again = typedAs(after, 1, 7, overrides);
    const folded = new Map([...changes, ...again.changes].map((change) => [`${change.itemId}/${change.siteId}`, change]));
    expect(scopeOf('family', node, indexOf([...folded.values()])).weeks.inForce[1]).toBe(7);
    // Given back, nothing is left of it.
    const back = forecastChanges({ planned, reader, overrides, scope: after, typed: new Map([[1, null]]), terms });
    expect(back.changes).toHaveLength(changes.length);
    expect(back.changes.every(({ qty }) => qty === null)).toBe(true);
  });

  it('DSK-29 leaves what the data puts on top where it is, and shares out what it leaves of the total', () => {
    const { frame } = planned;
    const node = Array.from(frame.forecastStart.keys()).findIndex(
      (at) => (frame.forecastStart[at + 1] ?? 0) > (frame.forecastStart[at] ?? 0),
    );
    const row = frame.forecastStart[node] ?? 0;
    const week = ((frame.forecastDay[row] ?? 0) - planDay) / 7;
    const promoted = (frame.forecastQty[row] ?? 0) / 1000;
    const scope = scopeOf('family', node);
    const total = Math.round((scope.weeks.statistical[week] ?? 0) * 2);
    const { changes } = typedAs(scope, week, total);
    expect(scopeOf('family', node, indexOf(changes)).weeks.inForce[week]).toBe(total);
    // Of less than the promotion nothing is left to share out.
    const one = finish(totalScope(planned, 'one', { nodes: Uint32Array.of(node), currency: null }, nothingTyped));
    const little = typedAs(one, week, promoted - 1);
    expect([little.changes.map(({ qty }) => qty), little.rest]).toEqual([[0], 1]);
  });

  it('DSK-25 is what is planned with also where the data puts a promotion on top', () => {
    const { frame } = planned;
    const node = Array.from(frame.forecastStart.keys()).findIndex(
      (at) => (frame.forecastStart[at + 1] ?? 0) > (frame.forecastStart[at] ?? 0),
    );
    const row = frame.forecastStart[node] ?? 0;
    const week = ((frame.forecastDay[row] ?? 0) - planDay) / 7;
    const promoted = (frame.forecastQty[row] ?? 0) / 1000;
    const scope = nodeScope(planned, node, nothingTyped);
    const { changes, rest } = typedAs(scope, week, promoted + 30);
    expect([changes.map(({ qty }) => qty), rest]).toEqual([[30], 0]);
    expect(nodeScope(planned, node, indexOf(changes)).weeks.inForce[week]).toBe(promoted + 30);
    const little = typedAs(scope, week, promoted - 1);
    expect([little.changes.map(({ qty }) => qty), little.rest]).toEqual([[0], 1]);
  });

  it('DEM-108 in money shares it out in whole units, and what is planned with is the typed value but for the rest', () => {
    const node = soldNode('ZRH');
    const scope = scopeOf('region', node, nothingTyped, true);
    expect(scope.total?.currency).toBe('CHF');
    const money = Math.round((scope.weeks.statistical[3] ?? 0) * 1.1);
    const { changes, rest } = typedAs(scope, 3, money);
    expect(changes.every(({ qty }) => qty !== null && Number.isInteger(qty) && qty >= 0)).toBe(true);
    const after = scopeOf('region', node, indexOf(changes), true);
    expect(Math.abs((after.weeks.inForce[3] ?? 0) - money)).toBeCloseTo(rest, 6);
    // Most items cost more, and yet the many that cost less leave next to nothing.
    expect(rest).toBeLessThan(1);
    expect(after.weeks.inForce[4]).toBe(scope.weeks.statistical[4]);
  });

  it('DSK-29 is not offered where it would be thousands of overrides', () => {
    const scope = scopeOf('company', soldNode('HUB'));
    const typed = (isReadOnly: boolean) =>
      weekColumns({
        scope: { ...scope, total: scope.total && { ...scope.total, isReadOnly } },
        placed: new Map(),
        drafts: new Map(),
        uom: 'EUR',
      }).find(({ id }) => id === 'typed');
    expect([typed(false)?.edit?.canEditAt(0), typed(true)?.edit]).toEqual([true, undefined]);
    expect([scope.total?.isReadOnly, scope.nodes.length <= mostTypedMembers]).toEqual([false, true]);
  });
});
