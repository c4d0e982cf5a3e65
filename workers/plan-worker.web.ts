import { expose } from 'comlink';
import { createPlanWorker } from './plan-worker.ts';

expose(createPlanWorker());
