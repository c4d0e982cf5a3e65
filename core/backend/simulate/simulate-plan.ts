import { performance } from 'node:perf_hooks';
import { computeForecast } from '#core/backend/forecast/compute-forecast.ts';
import type { PlanInput } from '#core/backend/plan/run-plan.ts';
import type { Frame } from '#core/frame/frame-layout.ts';
import { openFrame } from '#core/frame/open-frame.ts';
import { toShared } from '#core/frame/to-shared.ts';
import type { PlanSimulationOptions } from '#core/simulate/plan/plan-simulator.ts';
import type { ForecastProgress } from '#workers/plan-service.ts';
import { simulateInThreads, type SimulatedPlan, type SimulationPace } from './simulate-in-threads.ts';

/** A finished simulation of a plan, with the milliseconds it took. */
export interface SimulationRun extends SimulatedPlan {
  readonly frame: Frame;
  readonly options: PlanSimulationOptions;
  readonly forecastMs: number;
  readonly simulateMs: number;
}

/** How a plan is simulated; the forecast, where none is kept, has a progress of its own. */
export interface SimulatePlanPace extends SimulationPace {
  readonly onForecast?: (progress: ForecastProgress) => void;
}

/**
 * Simulates a frame under its own policies: forecasts it where no forecast is given, then runs all networks. Errors: `cancelled`,
 * those of the plan service.
 */
export async function simulatePlan(
  input: PlanInput,
  options: PlanSimulationOptions,
  { onForecast, ...pace }: SimulatePlanPace,
): Promise<SimulationRun> {
  const { threads, signal } = pace;
  const started = performance.now();
  const forecast =
    input.forecast ??
    (await computeForecast(input.frame, {
      ...(threads !== undefined && { threads }),
      ...(signal && { signal }),
      ...(onForecast && { onProgress: onForecast }),
    }));
  const forecastMs = performance.now() - started;
  const bytes = { frame: toShared(input.frame), forecast: toShared(forecast) };
  const frame = openFrame(bytes.frame);
  const simulated = await simulateInThreads(frame, bytes, options, pace);
  return { ...simulated, frame, options, forecastMs, simulateMs: performance.now() - started - forecastMs };
}
