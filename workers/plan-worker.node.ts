import { parentPort } from 'node:worker_threads';
import { expose } from 'comlink';
import nodeEndpoint from 'comlink/dist/esm/node-adapter.mjs';
import { invariant } from '#core/base/invariant.ts';
import { createPlanWorker } from './plan-worker.ts';

invariant(parentPort, 'this file runs as a worker thread');
expose(createPlanWorker(), nodeEndpoint(parentPort));
