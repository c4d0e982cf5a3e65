import { segmentCells } from '#core/policy/segment/segment-cells.ts';
import type { PolicyInputs } from './policy-inputs.ts';

const classCount = 3;

/** ABC by XYZ: nine cells, AX, AY, AZ, BX, … */
export interface SegmentMatrix {
  readonly counts: Uint32Array;
  readonly stockValue: Float64Array;
  readonly averageStockValue: Float64Array;
  readonly safetyStockValue: Float64Array;
  readonly usageValue: Float64Array;
  /** Share of demand to expect from stock, by its value; NaN for cells where nothing is judged. */
  readonly fillRate: Float64Array;
  /** Cycle service to expect, the mean of what is judged; NaN likewise. */
  readonly cycleService: Float64Array;
  /** The mean of the service targets of nodes that have one; NaN where none has. */
  readonly serviceTarget: Float64Array;
}

/**
 * Adds the nodes up per combination of ABC and XYZ class (POL-54). `rows` asks for some nodes alone, all when absent. O(nodes), does
 * not throw.
 *
 * @example segmentMatrix(readPolicyInputs(frame, forecast, result)).counts is [1, 0, 0, 0, 0, 1, 0, 0, 0]
 */
export function segmentMatrix(inputs: PolicyInputs, rows?: ArrayLike<number>): SegmentMatrix {
  const asked = rows === undefined ? Uint32Array.from(inputs.isJudged, (_, node) => node) : Uint32Array.from(rows);
  const dimensions = [inputs.usageClass, inputs.variationClass].map((classes) => ({
    classes: Uint8Array.from(asked, (node) => classes[node] ?? classCount),
    classCount,
  }));
  const cells = (valueOf: (node: number) => number): ReturnType<typeof segmentCells> =>
    segmentCells(dimensions, Float64Array.from(asked, valueOf));
  const meanOf = (valueOf: (node: number) => number, weightOf: (node: number) => number): Float64Array => {
    const weights = cells(weightOf).values;
    return cells((node) => (weightOf(node) > 0 ? weightOf(node) * valueOf(node) : 0)).values.map(
      (sum, cell) => sum / (weights[cell] ?? 0),
    );
  };

  const { isJudged, annualDemand, unitCost, safetyStock, fillRate, cycleService, serviceTarget } = inputs;
  const at = (values: ArrayLike<number>) => (node: number) => values[node] ?? 0;
  const judged = at(isJudged);
  const { counts, values } = cells(at(inputs.stockValue));
  return {
    counts,
    stockValue: values,
    averageStockValue: cells(at(inputs.averageStockValue)).values,
    safetyStockValue: cells((node) => Math.max(0, at(safetyStock)(node)) * at(unitCost)(node)).values,
    usageValue: cells(at(inputs.usageValue)).values,
    fillRate: meanOf(at(fillRate), (node) => judged(node) * at(annualDemand)(node) * at(unitCost)(node)),
    cycleService: meanOf(at(cycleService), judged),
    serviceTarget: meanOf(at(serviceTarget), (node) => (at(serviceTarget)(node) > 0 ? 1 : 0)),
  };
}
