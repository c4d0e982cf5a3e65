import { usageClasses } from '#core/frame/usage-classes.ts';
import type { PolicyInputs } from './policy-inputs.ts';

/** What stands in a cell of the matrix; money in the currency of the scope. */
export interface SegmentCell {
  readonly count: number;
  readonly stockValue: number;
  readonly safetyValue: number;
  readonly usageValue: number;
  /** Least and highest service target of those that have one; NaN where none has. */
  readonly leastTarget: number;
  readonly mostTarget: number;
  /** Share of demand to expect from stock, by its value; NaN where nothing is judged. */
  readonly fillRate: number;
}

interface OpenCell {
  count: number;
  stockValue: number;
  safetyValue: number;
  usageValue: number;
  leastTarget: number;
  mostTarget: number;
  demandValue: number;
  filledValue: number;
}

/** The cells with their sums: the last row and the last column hold those of the whole column and row. */
export type SegmentFigures = readonly (readonly SegmentCell[])[];

/**
 * Adds the item-locations up by ABC class and a class of demand, with sums of rows, columns and all (POL-38, POL-54). One
 * pass, O(nodes). Does not throw.
 *
 * @example const inputs = readPolicyInputs(frame, forecast, result); segmentFigures(Uint32Array.of(0, 1), inputs, inputs.variationClass, 3)[3][3].count === 2
 */
export function segmentFigures(
  nodes: Uint32Array,
  inputs: PolicyInputs,
  columns: Uint8Array,
  columnCount: number,
): SegmentFigures {
  const rowCount = usageClasses.length;
  const cells = Array.from({ length: rowCount + 1 }, () => Array.from({ length: columnCount + 1 }, emptyCell));
  for (const node of nodes) {
    const row = cells[inputs.usageClass[node] ?? 0];
    const cell = row?.[columns[node] ?? 0];
    if (cell) addNode(cell, node, inputs);
  }
  const total = cells[rowCount] ?? [];
  for (const row of cells.slice(0, rowCount)) {
    const end = row[columnCount];
    row.slice(0, columnCount).forEach((cell, column) => {
      for (const sum of [end, total[column], total[columnCount]]) if (sum) addCell(sum, cell);
    });
  }
  return cells.map((row) =>
    row.map(({ demandValue, filledValue, ...cell }) => ({ ...cell, fillRate: filledValue / demandValue })),
  );
}

function emptyCell(): OpenCell {
  return {
    count: 0,
    stockValue: 0,
    safetyValue: 0,
    usageValue: 0,
    leastTarget: NaN,
    mostTarget: NaN,
    demandValue: 0,
    filledValue: 0,
  };
}

function addNode(cell: OpenCell, node: number, inputs: PolicyInputs): void {
  const cost = inputs.unitCost[node] ?? 0;
  const target = inputs.serviceTarget[node] ?? 0;
  cell.count += 1;
  cell.stockValue += inputs.stockValue[node] ?? 0;
  cell.usageValue += inputs.usageValue[node] ?? 0;
  if (target > 0) {
    cell.leastTarget = lesser(cell.leastTarget, target);
    cell.mostTarget = greater(cell.mostTarget, target);
  }
  if (inputs.isJudged[node] !== 1) return;
  const demand = (inputs.annualDemand[node] ?? 0) * cost;
  cell.safetyValue += Math.max(0, inputs.safetyStock[node] ?? 0) * cost;
  cell.demandValue += demand;
  cell.filledValue += demand * (inputs.fillRate[node] ?? 0);
}

function addCell(sum: OpenCell, cell: OpenCell): void {
  sum.count += cell.count;
  sum.stockValue += cell.stockValue;
  sum.safetyValue += cell.safetyValue;
  sum.usageValue += cell.usageValue;
  sum.leastTarget = lesser(sum.leastTarget, cell.leastTarget);
  sum.mostTarget = greater(sum.mostTarget, cell.mostTarget);
  sum.demandValue += cell.demandValue;
  sum.filledValue += cell.filledValue;
}

/** NaN stands for none yet. */
function lesser(a: number, b: number): number {
  return Number.isNaN(a) || b < a ? b : a;
}

function greater(a: number, b: number): number {
  return Number.isNaN(a) || b > a ? b : a;
}
