import type { ServiceItems } from '#core/policy/service/service-items.ts';
import type { PolicyInputs } from './policy-inputs.ts';

/** What `exchangeCurve` and `differentiateService` need of the nodes of a plan. */
export interface ExchangeInputs {
  readonly items: ServiceItems;
  /** The nodes that are judged; `items` and `safetyStocks` of all others must not be asked for. */
  readonly rows: Uint32Array;
  /** What each of `rows` holds now. */
  readonly safetyStocks: Float64Array;
}

/**
 * Exchange-curve inputs of the judged nodes, of those that `isAsked` picks (POL-55): annual demand, deviation over lead time and
 * review, usual order, unit cost, price as the weight of a unit short, and present safety stock. Arrays of `items` have one entry per node of the frame and are those
 * of `inputs`, not copies. Does not throw.
 *
 * @example const { items, rows, safetyStocks } = exchangeInputs(readPolicyInputs(frame, forecast, result));
 *   [rows, safetyStocks, items.unitValue[1]] is [[1], [17], 10]
 */
export function exchangeInputs(inputs: PolicyInputs, isAsked: (node: number) => boolean = () => true): ExchangeInputs {
  const rows: number[] = [];
  inputs.isJudged.forEach((judged, node) => {
    if (judged === 1 && isAsked(node)) rows.push(node);
  });
  const { annualDemand, orderQty, sigma, unitCost, price } = inputs;
  return {
    items: { demand: annualDemand, orderQuantity: orderQty, sigma, unitValue: unitCost, shortageWeight: price },
    rows: Uint32Array.from(rows),
    safetyStocks: Float64Array.from(rows, (node) => inputs.safetyStock[node] ?? 0),
  };
}
