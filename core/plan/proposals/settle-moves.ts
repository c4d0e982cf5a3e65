import type { DividingRule } from './dividing-rule.ts';

/** A need as it is settled; grains that are still open. */
export interface OpenNeed {
  readonly grains: number;
  /** Whether nothing is on order for it, so that any part helps. */
  readonly isUnordered: boolean;
  /** Money per stock unit. */
  readonly value: number;
}

/** What comes to one taker over one link. Grains, money per stock unit. */
export interface Inflow {
  readonly grains: number;
  readonly multiple: number;
  /** The least that is moved. */
  readonly least: number;
  readonly unitCost: number;
}

/**
 * Cuts what comes to a taker, in the order of arrival, down to what replaces its needs in their order (REB-11): whole lines,
 * and of the next one the part its rule allows. What no longer pays or falls below its least is not moved. The grains per
 * inflow; each replaces its part of the needs. O(needs · inflows) in all practical cases, does not throw.
 *
 * @example lines of 10 and 10 that are replaced whole, 15 arriving → 10
 */
export function settleMoves(needs: readonly OpenNeed[], rule: DividingRule, inflows: readonly Inflow[]): readonly number[] {
  let settled = inflows.map(({ grains }) => grains);
  for (;;) {
    const before = sum(settled);
    const useful = usefulGrains(needs, rule, before);
    let placed = 0;
    settled = settled.map((grains, index) => {
      const { multiple, least, unitCost } = inflows[index] ?? { multiple: 1, least: 0, unitCost: 0 };
      const left = Math.min(grains, useful - placed);
      const wanted = rule.takesMore ? Math.max(least, Math.ceil(left / multiple) * multiple) : left - (left % multiple);
      if (left <= 0 || wanted < least || wanted > grains) return 0;
      if (!(valueBetween(needs, placed, placed + wanted) > unitCost * wanted)) return 0;
      placed += wanted;
      return wanted;
    });
    // A pass only lowers quantities, so it ends.
    if (sum(settled) === before) return settled;
  }
}

/** The value of the needs that grains `from` to `until` cover, in money per stock unit times grains. Does not throw. */
export function valueBetween(needs: readonly OpenNeed[], from: number, until: number): number {
  let start = 0;
  let value = 0;
  for (const need of needs) {
    value += need.value * Math.max(0, Math.min(until, start + need.grains) - Math.max(from, start));
    start += need.grains;
  }
  return value;
}

/** How much of `available` replaces something: whole needs in their order, and the allowed part of the next. */
function usefulGrains(needs: readonly OpenNeed[], rule: DividingRule, available: number): number {
  let useful = 0;
  for (const { grains, isUnordered } of needs) {
    const left = available - useful;
    if (left >= grains) {
      useful += grains;
      continue;
    }
    if (isUnordered) return available;
    if (!rule.isDivisible) return useful;
    const part = Math.max(0, Math.min(left, grains - rule.leastRest));
    return useful + part - (part % rule.multiple);
  }
  return useful;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
