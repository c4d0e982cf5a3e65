import { lineValueMinor } from '#core/base/money.ts';
import type { JointLine, JointOrder } from './joint-order.ts';
import { loadsOf, sizeOf, sizeWith, startedLoads, unitsOf, valueOf, type DraftLine } from './measure-order.ts';
import type { ProposedLine, SupplierTerms } from './proposed-line.ts';
import { raiseToLoad, raiseToValue } from './raise-by-cover.ts';

const noTerms: SupplierTerms = { minimumValueMinor: 0, loadWeight: 0, loadVolume: 0, groupingDays: 0, raiseDays: 0 };

/**
 * Proposed buy lines as joint orders per supplier, company and site (JNT-1 to JNT-8): every line is on exactly one order,
 * none later than proposed. Advice only: nothing is decided here. Orders come by supplier, company, site and day, whatever
 * the order of the lines. O(lines · log lines + lines · order days of a supplier); does not throw.
 *
 * @example lines of 400 on day 0 and 700 on day 3, minimum 1000, no grouping window, slack 5: one order of 1100 on day 0
 */
export function groupOrders(
  lines: readonly ProposedLine[],
  termsOfSupplier: ReadonlyMap<number, SupplierTerms>,
): readonly JointOrder[] {
  const groups = new Map<string, [DraftLine, ...DraftLine[]]>();
  lines.forEach((line, index) => {
    const name = `${line.supplier} ${line.company} ${line.site}`;
    const group = groups.get(name);
    if (group) group.push({ index, line, extra: 0 });
    else groups.set(name, [{ index, line, extra: 0 }]);
  });
  return [...groups.values()]
    .sort(([a], [b]) => compareGroups(a.line, b.line))
    .flatMap((drafts) => {
      drafts.sort((a, b) => a.line.orderDay - b.line.orderDay || a.index - b.index);
      return ordersOf(drafts, termsOfSupplier.get(drafts[0].line.supplier) ?? noTerms);
    });
}

function compareGroups(a: ProposedLine, b: ProposedLine): number {
  return a.supplier - b.supplier || a.company - b.company || a.site - b.site;
}

/** The orders of one supplier, company and site; `waiting` by order day. */
function ordersOf(waiting: readonly DraftLine[], terms: SupplierTerms): readonly JointOrder[] {
  const orders: JointOrder[] = [];
  const mostSlack = waiting.reduce((most, { line }) => Math.max(most, line.slackDays), 0);
  let rest = waiting;
  for (let head = rest[0]; head !== undefined; head = rest[0]) {
    const { orderDay } = head.line;
    const grouped: DraftLine[] = [];
    const later: DraftLine[] = [];
    const stay: DraftLine[] = [];
    let looked = 0;
    for (const one of rest) {
      const ahead = one.line.orderDay - orderDay;
      // Nothing behind here has the slack to join.
      if (ahead > mostSlack) break;
      looked += 1;
      if (ahead > 0 && ahead > one.line.slackDays) stay.push(one);
      else (ahead <= terms.groupingDays ? grouped : later).push(one);
    }
    const draft = fillLoad(reachMinimum(grouped, later, terms), later, terms);
    orders.push(jointOrder(head.line, draft, terms));
    const taken = new Set(later.length === 0 ? [] : draft.map(({ index }) => index));
    const left = later.length === 0 ? stay : rest.slice(0, looked).filter(({ index }) => !taken.has(index));
    rest = left.length === 0 ? rest.slice(looked) : [...left, ...rest.slice(looked)];
  }
  return orders;
}

/** Lines pulled forward, nearest first, then a raise; the order as it was where both together do not reach it (JNT-7). */
function reachMinimum(grouped: readonly DraftLine[], later: readonly DraftLine[], terms: SupplierTerms): readonly DraftLine[] {
  const draft = [...grouped];
  let value = valueOf(draft);
  for (const one of later) {
    const more = valueOf([one]);
    if (value >= terms.minimumValueMinor) break;
    if (more <= 0) continue;
    draft.push(one);
    value += more;
  }
  if (value >= terms.minimumValueMinor) return draft;
  return raiseToValue(draft, terms) ?? grouped;
}

/** Later lines that fit whole into the started load, nearest first, then a raise (JNT-6). */
function fillLoad(draft: readonly DraftLine[], later: readonly DraftLine[], terms: SupplierTerms): readonly DraftLine[] {
  let size = sizeOf(draft);
  const loads = startedLoads(size, terms);
  if (loads === 0 || valueOf(draft) < terms.minimumValueMinor) return draft;
  const filled = [...draft];
  const taken = new Set(draft.map(({ index }) => index));
  for (const one of later) {
    const larger = sizeWith(size, one.line, one.line.grains);
    if (taken.has(one.index) || loadsOf(sizeOf([one]), terms) === 0 || startedLoads(larger, terms) > loads) continue;
    size = larger;
    filled.push(one);
  }
  return raiseToLoad(filled, terms);
}

function jointOrder(head: ProposedLine, draft: readonly DraftLine[], terms: SupplierTerms): JointOrder {
  const { supplier, company, site, orderDay } = head;
  const lines = draft.map((one) => jointLine(orderDay, one));
  const size = sizeOf(draft);
  const loads = startedLoads(size, terms);
  const valueMinor = valueOf(draft);
  return {
    ...{ supplier, company, site, orderDay, lines, valueMinor },
    ...size,
    loads,
    lastLoadShare: loads === 0 ? 0 : Math.min(1, loadsOf(size, terms) - loads + 1),
    missingMinor: Math.max(0, terms.minimumValueMinor - valueMinor),
    holdingMinor: lines.reduce((sum, { holdingMinor }) => sum + holdingMinor, 0),
  };
}

/** What is raised waits until the line's own quantity is used up, and is then used up over its own days (JNT-8). */
function jointLine(orderDay: number, { index, line, extra }: DraftLine): JointLine {
  const { grains, dailyDemand, unitValue, holdingRate } = line;
  const pulledDays = line.orderDay - orderDay;
  const extraDays = extra === 0 ? 0 : extra / dailyDemand;
  const waitingDays = extra === 0 ? 0 : pulledDays + grains / dailyDemand + extraDays / 2;
  const unitDays = unitsOf(line, grains) * pulledDays + unitsOf(line, extra) * waitingDays;
  return {
    line: index,
    grains: grains + extra,
    raisedGrains: extra,
    pulledDays,
    extraDays,
    holdingMinor: lineValueMinor(unitDays, (unitValue * holdingRate) / 365),
  };
}
