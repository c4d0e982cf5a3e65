import type { Placements } from '#core/insight/placement/placement-columns.ts';
import type { ScenarioChange } from '#core/model/scenario/scenario-record.ts';
import type { FrameReader } from '#renderer/inspector/frame-reader.ts';
import { text } from '#renderer/text/text.ts';
import { stageKind, stageRows } from './placement-money.ts';

/** What finds a network again after the next plan: its first supplier. */
export function placementKey({ networks, stages }: Placements, network: number): string {
  return String(stages.views.node[networks.views.firstStage[network] ?? 0]);
}

/** What accepting networks writes, and how many stages it leaves as people typed them. */
export interface AcceptedPlacement {
  readonly changes: readonly ScenarioChange[];
  readonly kept: number;
}

/** Networks per turn: so many take a few milliseconds. */
const networksPerTurn = 500;

/**
 * Networks as safety stocks of the scenario, each with its reason. A typed one is replaced only where `isReplaced` says so, by
 * node; what levels or days of cover hold stays. Stages that hold what is placed are left alone. Between turns
 * the page may draw. Does not throw.
 */
export async function changesOfPlacements(
  placements: Placements,
  networks: readonly number[],
  reader: FrameReader,
  isReplaced: (node: number) => boolean,
): Promise<AcceptedPlacement> {
  const { node, now, placed, coveredDays, serviceDays } = placements.stages.views;
  const { frame } = reader;
  const changes: ScenarioChange[] = [];
  let kept = 0;
  for (const [at, network] of networks.entries()) {
    if (at > 0 && at % networksPerTurn === 0) await new Promise((resolve) => setTimeout(resolve, 0));
    for (const row of stageRows(placements, network)) {
      const stage = node[row] ?? 0;
      const kind = stageKind(placements, row);
      const value = placed[row] ?? 0;
      if (kind === 'fixed' || value === now[row]) continue;
      if (kind === 'typed' && !isReplaced(stage)) {
        kept += 1;
        continue;
      }
      changes.push({
        kind: 'parameter.set',
        itemId: reader.itemId(frame.nodeItem[stage] ?? 0),
        siteId: reader.siteId(frame.nodeSite[stage] ?? 0),
        field: 'safety_stock',
        value,
        reason: text('policy.placementReason', { covered: coveredDays[row] ?? 0, service: serviceDays[row] ?? 0 }),
      });
    }
  }
  return { changes, kept };
}
