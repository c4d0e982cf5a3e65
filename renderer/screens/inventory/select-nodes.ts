import { notSet } from '#core/frame/frame-layout.ts';
import { exceptionKinds } from '#core/plan/plan-result.ts';
import { allRows, filterRows, type RowTest } from '#renderer/grid/filter-rows.ts';
import { sortRows } from '#renderer/grid/sort-rows.ts';
import { nodeTests } from '#renderer/screens/node-tests.ts';
import type { DeskPlace } from '#renderer/stores/desk-place.ts';
import type { Planned } from '#renderer/stores/plan-state.ts';

export interface SelectedNodes {
  /** The gravest first. */
  readonly rows: Uint32Array;
  /** Item-locations left out because nothing is wrong with them. */
  readonly hidden: number;
}

const soonDays = 14;
const wantsAttention = 2;

/** The item-locations a planner has to look at (DSK-8); all of them where that is asked for. Does not throw. */
export function selectNodes(planned: Planned, place: DeskPlace): SelectedNodes {
  const { frame, result } = planned;
  const { filters } = place;
  const tests: RowTest[] = [...nodeTests(planned, place)];
  const asked = exceptionKinds.findIndex((name) => name === filters['exception']);
  const gravest = new Uint8Array(frame.meta.nodes);
  const hasAsked = new Uint8Array(frame.meta.nodes);
  const atStake = new Float64Array(frame.meta.nodes);
  result.exceptionNode.forEach((node, row) => {
    // Who asks for one kind wants it in its own order: the gravest first, then the most money.
    if (asked >= 0 && result.exceptionKind[row] !== asked) return;
    hasAsked[node] = 1;
    gravest[node] = Math.max(gravest[node] ?? 0, result.exceptionSeverity[row] ?? 0);
    if (asked >= 0) atStake[node] = (atStake[node] ?? 0) + (result.exceptionValue[row] ?? 0);
  });
  const outDay = (node: number): number => result.nodeStockOutDay[node] ?? notSet;
  if (asked >= 0) tests.push((node) => hasAsked[node] === 1);
  if (filters['out'] === 'soon') {
    tests.push((node) => outDay(node) !== notSet && outDay(node) - frame.meta.planDay < soonDays);
  }
  const found = filterRows(allRows(frame.meta.nodes), tests);
  const isNarrow = asked >= 0 || filters['out'] === 'soon' || filters['show'] === 'all';
  const shown = isNarrow ? found : filterRows(found, [(node) => (gravest[node] ?? 0) >= wantsAttention]);
  const ordered =
    asked >= 0
      ? sortRows(shown, (node) => atStake[node] ?? 0, 'descending')
      : sortRows(shown, (node) => (outDay(node) === notSet ? Number.NaN : outDay(node)), 'ascending');
  return { rows: sortRows(ordered, (node) => gravest[node] ?? 0, 'descending'), hidden: found.length - shown.length };
}
