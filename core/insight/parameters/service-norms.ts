import { deciderOf, policyFields } from '#core/frame/policy-chain.ts';
import { notSet, type Frame } from '#core/frame/frame-layout.ts';
import { isGroupSelector } from '#core/frame/selectors.ts';
import { textAt, type TextColumn } from '#core/frame/text-columns.ts';
import { usageClasses } from '#core/frame/usage-classes.ts';

/** What companies ask of items like each, one entry per node. */
export interface ServiceNorms {
  /** The service target that would hold without the item's own policy row; NaN where it has none, or no group row says so. */
  readonly norms: Float64Array;
  /** The target that the item's own row sets; NaN where none does. */
  readonly ownTargets: Float64Array;
}

/** A group row that says any of these says how its items are protected. */
const protectionBits = (['service_target', 'safety_stock', 'safety_days'] as const).reduce(
  (bits, field) => bits | (1 << policyFields.indexOf(field)),
  0,
);

/**
 * The norms of item-locations with a policy row of their own (POL-63): the service target of the row that would hold for their
 * family or class without it, else of that for all items, by the order of FRM-8. `frame` has the parameters as the package
 * says them. What a row says is read from a node on which it decides, so a row that decides on none is not known.
 * O(nodes + rows), does not throw.
 *
 * @example readServiceNorms(frame) is { norms: [NaN, 0.9], ownTargets: [NaN, 0.95] }
 */
export function readServiceNorms(frame: Frame): ServiceNorms {
  const { nodes } = frame.meta;
  const selectors = textsOf({ bytes: frame.policyRowItemBytes, ends: frame.policyRowItemEnds });
  const isOwn = selectors.map((selector) => !isGroupSelector(selector));
  const targets = new Float64Array(selectors.length).fill(NaN);
  const ownTargets = new Float64Array(nodes).fill(NaN);
  for (let node = 0; node < nodes; node += 1) {
    const row = targetRow(frame, node);
    if (row === notSet) continue;
    const target = (targets[row] = frame.nodeServiceTarget[node] ?? 0);
    if (isOwn[row]) ownTargets[node] = target;
  }
  const groupRow = groupRows(frame, selectors, isOwn);
  const norms = Float64Array.from({ length: nodes }, (_, node) => {
    const first = frame.policyStart[node] ?? 0;
    const hasOwn = first < (frame.policyStart[node + 1] ?? 0) && isOwn[frame.policyRow[first] ?? 0] === true;
    return hasOwn ? (targets[groupRow(node)] ?? NaN) : NaN;
  });
  return { norms, ownTargets };
}

/** The row that sets the service target of a node. */
function targetRow(frame: Frame, node: number): number {
  const first = frame.policyStart[node] ?? 0;
  const rowAt = (entry: number): number => frame.policyRow[first + entry] ?? 0;
  const length = (frame.policyStart[node + 1] ?? 0) - first;
  const entry = deciderOf('service_target', length, (at) => frame.policyRowFields[rowAt(at)] ?? 0);
  return entry < 0 ? notSet : rowAt(entry);
}

/** Finds the first group row that says how the items of a node's family, class or all are protected at its site. */
function groupRows(frame: Frame, selectors: readonly string[], isOwn: readonly boolean[]): (node: number) => number {
  const sites = textsOf({ bytes: frame.policyRowSiteBytes, ends: frame.policyRowSiteEnds });
  const rows = new Map<string, number>();
  selectors.forEach((selector, row) => {
    if (!isOwn[row] && ((frame.policyRowFields[row] ?? 0) & protectionBits) !== 0) rows.set(`${selector}\n${sites[row]}`, row);
  });
  const families = textsOf({ bytes: frame.familyBytes, ends: frame.familyEnds });
  const companies = textsOf({ bytes: frame.companyIdBytes, ends: frame.companyIdEnds });
  const regions = textsOf({ bytes: frame.siteRegionBytes, ends: frame.siteRegionEnds });
  const siteLevels = textsOf({ bytes: frame.siteIdBytes, ends: frame.siteIdEnds }).map((id, site) => [
    id,
    `region:${regions[site]}`,
    `company:${companies[frame.siteCompany[site] ?? notSet]}`,
    '*',
  ]);
  return (node) => {
    const item = frame.nodeItem[node] ?? 0;
    const family = `family:${families[frame.itemFamily[item] ?? notSet]}`;
    for (const names of [[family, `class:${usageClasses[frame.itemClass[item] ?? 0]}`], ['*']]) {
      for (const site of siteLevels[frame.nodeSite[node] ?? 0] ?? []) {
        for (const name of names) {
          const row = rows.get(`${name}\n${site}`);
          if (row !== undefined) return row;
        }
      }
    }
    return notSet;
  };
}

function textsOf(column: TextColumn): string[] {
  return Array.from(column.ends, (_, index) => textAt(column, index));
}
