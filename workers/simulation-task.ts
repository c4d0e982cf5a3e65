import type { PlanSimulationOptions } from '#core/simulate/plan/plan-simulator.ts';
import type { SimulatedBlock } from '#core/simulate/plan/simulate-block.ts';

/** What a thread that simulates is started with; all memory is shared. */
export interface SimulationTask {
  readonly frame: SharedArrayBuffer;
  readonly forecast: SharedArrayBuffer;
  readonly options: PlanSimulationOptions;
  /** One number: the next block to take. */
  readonly cursor: SharedArrayBuffer;
}

/** A block that is done. */
export interface SimulatedBlockMessage {
  readonly block: number;
  readonly result: SimulatedBlock;
}
