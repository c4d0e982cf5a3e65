import { notSet } from '#core/frame/frame-layout.ts';
import { proposalFields, proposalKinds, type ProposalColumns } from '#core/insight/parameters/proposal-columns.ts';
import type { ScenarioChange } from '#core/model/scenario/scenario-record.ts';
import type { FrameReader } from '#renderer/inspector/frame-reader.ts';

/** What finds a proposal again after the next plan. */
export function proposalKey({ views }: ProposalColumns, row: number): string {
  return `${views.node[row]}|${views.kind[row]}|${views.field[row]}|${views.lane[row]}`;
}

/** The rows that are accepted together with those asked for: a minimum and its maximum make sense only as a pair. */
export function wholeProposals({ length, views }: ProposalColumns, rows: Iterable<number>): number[] {
  const found = new Set<number>();
  const belongs = (row: number, other: number): boolean =>
    views.node[row] === views.node[other] && views.kind[row] === views.kind[other];
  for (const row of rows) {
    let first = row;
    while (first > 0 && belongs(row, first - 1)) first -= 1;
    for (let at = first; at < length && belongs(row, at); at += 1) found.add(at);
  }
  return [...found].sort((a, b) => a - b);
}

/** Accepted proposals as changes of the scenario, each with its reason. Rows that a scenario cannot take are left out. */
export function changesOfProposals(
  proposals: ProposalColumns,
  rows: readonly number[],
  reader: FrameReader,
  reasonOf: (kind: (typeof proposalKinds)[number]) => string,
): ScenarioChange[] {
  const { views } = proposals;
  const { frame } = reader;
  return rows.flatMap((row): ScenarioChange[] => {
    const field = proposalFields[views.field[row] ?? 0];
    const kind = proposalKinds[views.kind[row] ?? 0];
    if (field === undefined || kind === undefined) return [];
    const node = views.node[row] ?? 0;
    // A scenario changes all lanes of an item-location, and what was learnt of one says nothing of the others.
    if (views.lane[row] !== notSet && (frame.laneStart[node + 1] ?? 0) - (frame.laneStart[node] ?? 0) > 1) return [];
    return [
      {
        kind: 'parameter.set',
        itemId: reader.itemId(frame.nodeItem[node] ?? 0),
        siteId: reader.siteId(frame.nodeSite[node] ?? 0),
        field,
        value: views.proposed[row] ?? 0,
        reason: reasonOf(kind),
      },
    ];
  });
}
