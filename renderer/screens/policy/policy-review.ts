import type { PolicyMoves } from '#core/insight/exchange/policy-moves.ts';
import type { ScenarioChange } from '#core/model/scenario/scenario-record.ts';
import type { FrameReader } from '#renderer/inspector/frame-reader.ts';

/** What a point would change, to be read before it is done. */
export interface PolicyReview {
  readonly moves: PolicyMoves;
  readonly targets: number;
  readonly stocks: number;
  /** Value of all safety stocks after less before. */
  readonly valueChange: number;
}

/** Counts and adds up the moves. Does not throw. */
export function reviewMoves(moves: PolicyMoves): PolicyReview {
  const stocks = moves.isStock.reduce((sum, one) => sum + one, 0);
  const valueChange = moves.valueChanges.reduce((sum, change) => sum + change, 0);
  return { moves, targets: moves.nodes.length - stocks, stocks, valueChange };
}

/** Rows per turn: so many take a few milliseconds. */
const rowsPerTurn = 4000;

/** The moves as changes of the scenario; between turns the page may draw. */
export async function changesOfMoves(
  { nodes, isStock, values }: PolicyMoves,
  reader: FrameReader,
  reason: string,
): Promise<ScenarioChange[]> {
  const { frame } = reader;
  const changes: ScenarioChange[] = [];
  for (let at = 0; at < nodes.length; at += 1) {
    if (at > 0 && at % rowsPerTurn === 0) await new Promise((resolve) => setTimeout(resolve, 0));
    const node = nodes[at] ?? 0;
    changes.push({
      kind: 'parameter.set',
      itemId: reader.itemId(frame.nodeItem[node] ?? 0),
      siteId: reader.siteId(frame.nodeSite[node] ?? 0),
      field: isStock[at] === 1 ? 'safety_stock' : 'service_target',
      value: values[at] ?? 0,
      reason,
    });
  }
  return changes;
}
