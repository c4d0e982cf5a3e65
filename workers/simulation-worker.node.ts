import { parentPort, workerData } from 'node:worker_threads';
import { invariant } from '#core/base/invariant.ts';
import type { forecastLayout } from '#core/demand/nodes/forecast-columns.ts';
import { openColumns } from '#core/frame/columns.ts';
import { openFrame } from '#core/frame/open-frame.ts';
import { cutBlocks } from '#core/simulate/plan/cut-blocks.ts';
import { createBlockSimulator } from '#core/simulate/plan/simulate-block.ts';
import type { SimulatedBlockMessage, SimulationTask } from './simulation-task.ts';

invariant(parentPort, 'this file runs as a worker thread');
const { frame: frameBytes, forecast: forecastBytes, options, cursor } = workerData as SimulationTask; // given by the one who starts it
const frame = openFrame(frameBytes);
const forecast = openColumns<typeof forecastLayout>(forecastBytes).views;
const cut = cutBlocks(frame);
const simulate = createBlockSimulator({ frame, forecast }, options);
const next = new Int32Array(cursor);
for (let block = Atomics.add(next, 0, 1); block < cut.length - 1; block = Atomics.add(next, 0, 1)) {
  const result = simulate(cut[block] ?? 0, cut[block + 1] ?? 0);
  parentPort.postMessage({ block, result } satisfies SimulatedBlockMessage);
}
