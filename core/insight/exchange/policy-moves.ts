import type { ForecastViews } from '#core/demand/nodes/forecast-columns.ts';
import { marginalFactors } from '#core/policy/service/marginal-factors.ts';
import { serviceColumns } from '#core/policy/service/service-items.ts';
import { normalCumulative } from '#core/statistics/normal-cumulative.ts';
import { normalLoss } from '#core/statistics/normal-loss.ts';
import type { NodePolicy } from '#core/insight/parameters/node-policy.ts';
import type { MovableNodes } from './movable-nodes.ts';
import { stockOfFactor } from './service-of-stocks.ts';

/** What a point of the curve changes, one entry per item-location whose safety stock it moves. */
export interface PolicyMoves {
  readonly nodes: Uint32Array;
  /** 1 where a typed safety stock is replaced, in stock units; 0 where the service target is. */
  readonly isStock: Uint8Array;
  readonly values: Float64Array;
  /** Value of the safety stock after less before, at cost. */
  readonly valueChanges: Float64Array;
}

/** Targets are kept to a hundredth of a percent where that is the same stock. */
const targetDecimals = 6;

/**
 * The changes of policy that bring the item-locations to a point of their exchange curve (POL-72): a typed safety stock gets another
 * quantity, all others the service target that the plan turns into that stock. Stocks that stay the same are left out. O(nodes), does
 * not throw.
 *
 * @example policyMoves(forecast, movableNodes(frame, forecast, result, [1]), 10) ≈ { nodes: [1], isStock: [0],
 *   values: [0.997916], valueChanges: [220] }
 */
export function policyMoves(forecast: ForecastViews, nodes: MovableNodes, multiplier: number): PolicyMoves {
  const columns = serviceColumns(nodes.items);
  const factors = new Float64Array(columns.places.length);
  marginalFactors(columns, multiplier, factors);
  const moved: { readonly node: number; readonly isStock: number; readonly value: number; readonly change: number }[] = [];
  columns.places.forEach((place, column) => {
    const policy = nodes.policies[place]!; // places are positions of policies
    const k = factors[column] ?? 0;
    const stock = stockOfFactor(forecast, nodes, place, k);
    const difference = stock - (nodes.held[place] ?? 0);
    if (Math.abs(difference) < policy.step / 2) return;
    const target = policy.protection === 'typed' ? 0 : targetOfFactor(policy, k);
    // A fill rate of 0 would mean no target at all, so such a stock is typed.
    const isStock = target > 0 ? 0 : 1;
    const value = isStock === 1 ? stock : target;
    moved.push({ node: policy.node, isStock, value, change: difference * policy.unitCost });
  });
  return {
    nodes: Uint32Array.from(moved, ({ node }) => node),
    isStock: Uint8Array.from(moved, ({ isStock }) => isStock),
    values: Float64Array.from(moved, ({ value }) => value),
    valueChanges: Float64Array.from(moved, ({ change }) => change),
  };
}

/** The service target that the plan turns into the normal factor `k`: a chance per cycle, or a share of demand. */
function targetOfFactor({ serviceType, sigma, fillOrderQty }: NodePolicy, k: number): number {
  const target = serviceType === 'cycle' ? normalCumulative(k) : 1 - (sigma * normalLoss(k)) / fillOrderQty;
  const scale = 10 ** targetDecimals;
  return Math.max(0, Math.floor(target * scale) / scale);
}
