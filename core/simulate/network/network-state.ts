import type { ItemSetup, SimulationLength } from '#core/simulate/item/item-setup.ts';
import type { OrderRules } from '#core/simulate/item/order-rules.ts';
import {
  createLeadTimeDraw,
  drawLeadTime,
  longestLeadTime,
  steadyLeadTime,
  type LeadTimeDraw,
} from '#core/simulate/sample/lead-time.ts';
import { addCell, cellAt, cellsPerRow, termAt, termsPerPeriod } from './row-cells.ts';
import type { SupplyLinks } from './supply-links.ts';
import { clearWaitingOrders, createWaitingOrders, type WaitingOrders } from './waiting-orders.ts';

/**
 * A network while it is simulated: its item-locations (rows), whoever supplies another behind it. Allocated once for all
 * replications.
 */
export interface NetworkState {
  readonly setups: readonly ItemSetup[];
  readonly rules: readonly OrderRules[];
  readonly links: SupplyLinks;
  readonly hasHeirs: boolean;
  readonly rows: number;
  readonly periods: number;
  /** The first period that is measured. */
  readonly warmup: number;
  /** Drawn for the replication in work, per row and period. */
  readonly demand: Float64Array;
  /** Per row. */
  readonly leadTimes: readonly LeadTimeDraw[];
  /** The lead time of every order of a row, or 0 where they differ. */
  readonly steadyLeadTimes: Int32Array;
  /** `termsPerPeriod` numbers per row and period. */
  readonly terms: Float64Array;
  /** `cellsPerRow` numbers per row: its measures, then its cells. */
  readonly cells: Float64Array;
  /** What arrives in the periods ahead, `span` periods (a power of two) per row. */
  readonly pipeline: Float64Array;
  readonly span: number;
  readonly waitingOrders: WaitingOrders;
  /** Replications in which a period left demand unserved, per row and period. */
  readonly shortPeriods: Uint32Array;
}

/**
 * A network before its first replication; demand is still to be drawn. Setups and links have one entry per row, whoever
 * supplies another behind it. Does not throw.
 *
 * @example const setup = plainSetup({ leadTime: fixedLeadTime(3, 10), rules: baseStock(5, 10), openingStock: 5 }, 10);
 *   createNetworkState([setup, setup], treeLinks([1, -1]), { periods: 10, warmup: 0, seed: 1 }).steadyLeadTimes is [3, 3]
 */
export function createNetworkState(
  setups: readonly ItemSetup[],
  links: SupplyLinks,
  { periods, warmup, seed }: Pick<SimulationLength, 'periods' | 'warmup' | 'seed'>,
): NetworkState {
  const rows = setups.length;
  const span =
    2 **
    Math.ceil(Math.log2(Math.max(1, ...setups.map(({ leadTime, rules }) => longestLeadTime(leadTime) + rules.mostWait)) + 2));
  return {
    setups,
    rules: setups.map(({ rules }) => rules),
    links,
    hasHeirs: links.heir.some((heir) => heir >= 0),
    rows,
    periods,
    warmup,
    demand: new Float64Array(rows * periods),
    steadyLeadTimes: Int32Array.from(setups, ({ leadTime }) => steadyLeadTime(leadTime)),
    leadTimes: setups.map(({ leadTime, name }) => createLeadTimeDraw(leadTime, { ...name, seed })),
    terms: termsOf(setups, periods),
    cells: new Float64Array(rows * cellsPerRow),
    pipeline: new Float64Array(rows * span),
    span,
    waitingOrders: createWaitingOrders(rows),
    shortPeriods: new Uint32Array(rows * periods),
  };
}

function termsOf(setups: readonly ItemSetup[], periods: number): Float64Array {
  const terms = new Float64Array(setups.length * periods * termsPerPeriod);
  setups.forEach(({ receipts, seen, rules }, row) => {
    for (let period = 0; period < periods; period += 1) {
      const at = (row * periods + period) * termsPerPeriod;
      terms[at + termAt.receipts] = receipts[period] ?? 0;
      terms[at + termAt.seen] = seen[period] ?? 0;
      terms[at + termAt.reorderLevel] = rules.reorderLevel[period] ?? -Infinity;
    }
  });
  return terms;
}

/**
 * Puts every row back to its opening stock, with nothing counted. Does not throw.
 *
 * @example const setup = plainSetup({ leadTime: fixedLeadTime(3, 10), rules: baseStock(5, 10), openingStock: 5 }, 10);
 *   const state = createNetworkState([setup], treeLinks([-1]), { periods: 10, warmup: 0, seed: 1 });
 *   resetNetwork(state);
 *   state.cells[cellAt.stock] === 5
 */
export function resetNetwork({ setups, cells, pipeline, waitingOrders }: NetworkState): void {
  cells.fill(0);
  pipeline.fill(0);
  clearWaitingOrders(waitingOrders);
  setups.forEach(({ openingStock, openingOnOrder, leadTime, isLostSales }, row) => {
    const cell = row * cellsPerRow;
    cells[cell + cellAt.stock] = Math.max(0, openingStock);
    cells[cell + cellAt.owed] = Math.max(0, -openingStock);
    cells[cell + cellAt.position] = openingStock + openingOnOrder;
    cells[cell + cellAt.lastShort] = -1;
    cells[cell + cellAt.isInOrder] = leadTime.mayCross ? 0 : 1;
    cells[cell + cellAt.isLostSales] = isLostSales ? 1 : 0;
  });
}

/**
 * Sends a quantity on its way to a row; it arrives after the row's lead time of the period and `wait`. Does not throw.
 *
 * @example const setup = plainSetup({ leadTime: fixedLeadTime(3, 10), rules: baseStock(5, 10), openingStock: 5 }, 10);
 *   const state = createNetworkState([setup], treeLinks([-1]), { periods: 10, warmup: 0, seed: 1 });
 *   dispatch(state, 2, 0, 8, 0, false);
 *   state.pipeline.indexOf(8) === 5
 */
export function dispatch(
  state: NetworkState,
  period: number,
  row: number,
  quantity: number,
  wait: number,
  isInternal: boolean,
): void {
  const { pipeline, span, periods, warmup, cells } = state;
  const cell = row * cellsPerRow;
  const steady = state.steadyLeadTimes[row] ?? 0;
  let arrival = period + (steady > 0 ? steady : drawn(state, row, period)) + wait;
  if (cells[cell + cellAt.isInOrder] === 1) {
    arrival = Math.max(arrival, cells[cell + cellAt.latestArrival] ?? 0);
    cells[cell + cellAt.latestArrival] = arrival;
  }
  addCell(pipeline, row * span + (arrival & (span - 1)), quantity);
  if (!isInternal) return;
  // Counted here for all the ends of periods on its way, as adding up what is on the way in every period takes longer.
  const ends = (arrival < periods ? arrival : periods) - (period > warmup ? period : warmup);
  if (ends > 0) addCell(cells, cell + cellAt.onTheWay, quantity * ends);
}

function drawn({ leadTimes }: NetworkState, row: number, period: number): number {
  const leadTime = leadTimes[row];
  return leadTime === undefined ? 1 : drawLeadTime(leadTime, period);
}
