import { readFileSync } from 'node:fs';
import { inRoot } from './root.mjs';

/**
 * What V8 is told when a program that plans starts: take the whole way of an order line into one function. A planner thread is about a
 * sixth faster with it (ADR 0027); the plan is the same byte for byte.
 */
export const engineFlags = JSON.parse(readFileSync(inRoot('resources', 'engine-flags.json'), 'utf8'));
