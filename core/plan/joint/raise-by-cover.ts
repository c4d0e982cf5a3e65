import { grainsPerStep } from '#core/base/quantity.ts';
import {
  loadTolerance,
  loadsOf,
  sizeOf,
  sizeWith,
  startedLoads,
  valueOf,
  type DraftLine,
  type OrderSize,
} from './measure-order.ts';
import type { ProposedLine, SupplierTerms } from './proposed-line.ts';

/**
 * Raises the lines of a draft by equal days of cover in whole multiples until its value reaches the minimum (JNT-5), by
 * not a multiple more than that takes. Null where `raiseDays` of cover do not reach it. O(lines · log
 * lines); does not throw.
 *
 * @example two lines of 10 and 20 a day worth 1, 90 missing: 30 and 60 more
 */
export function raiseToValue(draft: readonly DraftLine[], terms: SupplierTerms): readonly DraftLine[] | null {
  const isShort = (lines: readonly DraftLine[]) => valueOf(lines) < terms.minimumValueMinor;
  const canRaise = (line: ProposedLine) => line.dailyDemand > 0 && line.unitValue > 0;
  if (isShort(raisedTo(draft, terms.raiseDays, canRaise))) return null;
  let raised = raisedTo(draft, longestWhile(isShort, draft, terms.raiseDays, canRaise), canRaise);
  while (isShort(raised)) {
    let value = valueOf(raised);
    const more = new Set<number>();
    for (const next of byNextCover(raised, canRaise)) {
      if (value >= terms.minimumValueMinor) break;
      value += valueOf([oneMore(next)]) - valueOf([next]);
      more.add(next.index);
    }
    raised = withMore(raised, more);
  }
  return raised;
}

/**
 * Raises the lines of a draft by equal days of cover in whole multiples as far as the started load and `raiseDays` allow
 * (JNT-6); what is left of the load then takes one more multiple of the lines that still fit. Complexity as above. Does not
 * throw.
 */
export function raiseToLoad(draft: readonly DraftLine[], terms: SupplierTerms): readonly DraftLine[] {
  const most = startedLoads(sizeOf(draft), terms) + loadTolerance;
  const fits = (size: OrderSize) => loadsOf(size, terms) <= most;
  const canRaise = (line: ProposedLine) =>
    line.dailyDemand > 0 && ((terms.loadWeight > 0 && line.weight > 0) || (terms.loadVolume > 0 && line.volume > 0));
  const days = longestWhile((lines) => fits(sizeOf(lines)), draft, terms.raiseDays, canRaise);
  const raised = raisedTo(draft, days, canRaise);
  let size = sizeOf(raised);
  const more = new Set<number>();
  for (const next of byNextCover(raised, canRaise)) {
    if (nextCover(next) > terms.raiseDays) break;
    const larger = sizeWith(size, next.line, multipleOf(next.line));
    if (!fits(larger)) continue;
    size = larger;
    more.add(next.index);
  }
  return withMore(raised, more);
}

/** The most days of cover for which `holds`; it holds for 0 days and, once it no longer does, never again. */
function longestWhile(
  holds: (lines: readonly DraftLine[]) => boolean,
  draft: readonly DraftLine[],
  raiseDays: number,
  canRaise: (line: ProposedLine) => boolean,
): number {
  if (holds(raisedTo(draft, raiseDays, canRaise))) return raiseDays;
  let low = 0;
  let high = raiseDays;
  // A fixed number of halvings, so that every machine gives the same bits.
  for (let step = 0; step < 50; step += 1) {
    const middle = (low + high) / 2;
    if (holds(raisedTo(draft, middle, canRaise))) low = middle;
    else high = middle;
  }
  return low;
}

/** Every line that may be raised has at least that many more days of cover, rounded down to its multiple. */
function raisedTo(draft: readonly DraftLine[], days: number, canRaise: (line: ProposedLine) => boolean): readonly DraftLine[] {
  return draft.map((one) => {
    if (!canRaise(one.line)) return one;
    const multiple = multipleOf(one.line);
    return { ...one, extra: Math.max(one.extra, Math.floor((days * one.line.dailyDemand) / multiple) * multiple) };
  });
}

/** The lines that may be raised, the one first that has the least extra cover after its next multiple; the sort is stable. */
function byNextCover(draft: readonly DraftLine[], canRaise: (line: ProposedLine) => boolean): readonly DraftLine[] {
  return draft.filter(({ line }) => canRaise(line)).sort((a, b) => nextCover(a) - nextCover(b));
}

function nextCover({ line, extra }: DraftLine): number {
  return (extra + multipleOf(line)) / line.dailyDemand;
}

function oneMore(one: DraftLine): DraftLine {
  return { ...one, extra: one.extra + multipleOf(one.line) };
}

function withMore(draft: readonly DraftLine[], more: ReadonlySet<number>): readonly DraftLine[] {
  return draft.map((one) => (more.has(one.index) ? oneMore(one) : one));
}

function multipleOf(line: ProposedLine): number {
  return line.multiple > 0 ? line.multiple : grainsPerStep;
}
