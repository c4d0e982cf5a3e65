import { stageKinds, type Placements } from '#core/insight/placement/placement-columns.ts';
import type { FrameReader } from '#renderer/inspector/frame-reader.ts';

/** What the safety stocks of a network are worth at cost, in one currency. */
export interface PlacementMoney {
  readonly currency: string;
  readonly now: number;
  readonly placed: number;
  readonly alone: number;
}

/** The sums of every network in one currency; one entry per network. */
export interface PlacementSums {
  readonly now: Float64Array;
  readonly placed: Float64Array;
  readonly alone: Float64Array;
  /** Stages that a placement leaves as they are unless somebody chooses otherwise. */
  readonly stays: Uint16Array;
}

/** The rows of the stages of a network. */
export function stageRows({ networks }: Placements, network: number): readonly number[] {
  const first = networks.views.firstStage[network] ?? 0;
  return Array.from({ length: (networks.views.endStage[network] ?? 0) - first }, (_, at) => first + at);
}

/** What decides on the safety stock of a stage now. */
export function stageKind({ stages }: Placements, row: number): (typeof stageKinds)[number] {
  return stageKinds[stages.views.kind[row] ?? 0] ?? 'free';
}

/** The money of a network per currency, in the order of its stages: amounts of different currencies are never added. */
export function placementMoney(placements: Placements, network: number, reader: FrameReader): readonly PlacementMoney[] {
  const { now, placed, alone, unitCost, node } = placements.stages.views;
  const sums = new Map<string, { now: number; placed: number; alone: number }>();
  for (const row of stageRows(placements, network)) {
    const currency = reader.currencyOf(node[row] ?? 0);
    const sum = sums.get(currency) ?? { now: 0, placed: 0, alone: 0 };
    const cost = unitCost[row] ?? 0;
    sum.now += (now[row] ?? 0) * cost;
    sum.placed += (placed[row] ?? 0) * cost;
    sum.alone += (alone[row] ?? 0) * cost;
    sums.set(currency, sum);
  }
  return [...sums].map(([currency, sum]) => ({ currency, ...sum }));
}

/** Adds up all networks in one currency. O(stages), does not throw. */
export function placementSums(placements: Placements, reader: FrameReader, currency: string): PlacementSums {
  const { length } = placements.networks;
  const { node, now, placed, alone, unitCost } = placements.stages.views;
  const isCounted: boolean[] = [];
  const sums = {
    now: new Float64Array(length),
    placed: new Float64Array(length),
    alone: new Float64Array(length),
    stays: new Uint16Array(length),
  };
  for (let network = 0; network < length; network += 1) {
    const end = placements.networks.views.endStage[network] ?? 0;
    for (let row = placements.networks.views.firstStage[network] ?? 0; row < end; row += 1) {
      if (stageKind(placements, row) !== 'free') sums.stays[network]! += 1; // bounded by the loop, here and below
      const site = reader.frame.nodeSite[node[row] ?? 0] ?? 0;
      if (!(isCounted[site] ??= reader.currencyOf(node[row] ?? 0) === currency)) continue;
      const cost = unitCost[row] ?? 0;
      sums.now[network]! += (now[row] ?? 0) * cost;
      sums.placed[network]! += (placed[row] ?? 0) * cost;
      sums.alone[network]! += (alone[row] ?? 0) * cost;
    }
  }
  return sums;
}
