import type { PolicyInputs } from '#core/insight/parameters/policy-inputs.ts';
import { allRows, filterRows } from '#renderer/grid/filter-rows.ts';
import type { FrameReader } from '#renderer/inspector/frame-reader.ts';
import { nodeTests } from '#renderer/screens/node-tests.ts';
import type { DeskPlace } from '#renderer/stores/desk-place.ts';
import type { Planned } from '#renderer/stores/plan-state.ts';
import type { MatrixCell, MatrixView } from './policy-place.ts';

/** The item-locations that company, site and search leave, of one currency: money of different currencies is never added. */
export interface PolicyScope {
  readonly nodes: Uint32Array;
  readonly currency: string;
  /** The currencies to choose from, the one with most item-locations first. */
  readonly currencies: readonly string[];
}

/** Narrows the nodes to a place and a currency; the most frequent one where none is asked for. O(nodes), does not throw. */
export function policyScope(planned: Planned, reader: FrameReader, place: DeskPlace, asked: string): PolicyScope {
  const { frame } = planned;
  const found = filterRows(allRows(frame.meta.nodes), nodeTests(planned, place));
  const bySite = Array.from(frame.siteIdEnds, () => 0);
  for (const node of found) bySite[frame.nodeSite[node] ?? 0] = (bySite[frame.nodeSite[node] ?? 0] ?? 0) + 1;
  const currencyOfSite: string[] = [];
  for (const node of found) currencyOfSite[frame.nodeSite[node] ?? 0] ??= reader.currencyOf(node);
  const counts = new Map<string, number>();
  bySite.forEach((count, site) => {
    const currency = currencyOfSite[site];
    if (currency !== undefined) counts.set(currency, (counts.get(currency) ?? 0) + count);
  });
  const currencies = [...counts].sort((a, b) => b[1] - a[1]).map(([currency]) => currency);
  const currency = currencies.includes(asked) ? asked : (currencies[0] ?? frame.meta.currency);
  const nodes =
    currencies.length < 2 ? found : filterRows(found, [(node) => currencyOfSite[frame.nodeSite[node] ?? 0] === currency]);
  return { nodes, currency, currencies };
}

/** The column of the matrix that a node lies in. */
export function columnClasses(planned: Planned, inputs: PolicyInputs, view: MatrixView): Uint8Array {
  return view === 'variation' ? inputs.variationClass : planned.forecast.forecastClass;
}

/** The nodes of a cell; all where it is the whole matrix. */
export function nodesOfCell(
  nodes: Uint32Array,
  { row, column }: MatrixCell,
  inputs: PolicyInputs,
  columns: Uint8Array,
): Uint32Array {
  return filterRows(nodes, [
    ...(row === undefined ? [] : [(node: number) => inputs.usageClass[node] === row]),
    ...(column === undefined ? [] : [(node: number) => columns[node] === column]),
  ]);
}
