import { AppError } from '#core/base/app-error.ts';
import type { ExcludedHistory } from '#core/demand/nodes/excluded-history.ts';
import type { RevisedForecast } from '#core/demand/nodes/revise-forecast.ts';
import { networkOf } from '#core/frame/network-of.ts';
import { changedExclusions } from '#core/plan/excluded-lines.ts';
import { forecastInPhases } from './forecast-in-phases.ts';
import type { FramePool } from './frame-pool.ts';
import type { FinishedForecast, LoadedFrame } from './loaded-frame.ts';
import type { Bytes, ForecastOptions, ForecastRevision } from './plan-service.ts';
import type { WorkerRun } from './plan-worker.ts';

/** The forecasts of the frames of a pool. */
export interface FrameForecasts {
  /** The forecast of a frame, made where there is none: it holds for every plan, so a newer plan waits for it instead of ending it. */
  of(state: LoadedFrame, options?: ForecastOptions): Promise<FinishedForecast>;
  /** Waits for the forecast. Rejects with `data.stale` where another frame was loaded meanwhile. */
  beforeQuestions(state: LoadedFrame): Promise<void>;
  /** Forecasts anew where other demand is excluded than before, in the run `own`; the rest is taken over. */
  revise(state: LoadedFrame, excluded: ExcludedHistory, own: number): Promise<ForecastRevision>;
}

/** The forecasts that the workers of `pool` make; `now` has milliseconds that only grow. */
export function createFrameForecasts(pool: FramePool, now: () => number): FrameForecasts {
  const { members } = pool;

  function forecastOf(state: LoadedFrame, options: ForecastOptions = {}): Promise<FinishedForecast> {
    const making = (state.forecast ??= makeForecast(state, options));
    making.catch(() => {
      if (state.forecast === making) state.forecast = undefined;
    });
    return making;
  }
  async function makeForecast(state: LoadedFrame, options: ForecastOptions): Promise<FinishedForecast> {
    const started = now();
    if (state.control) {
      const bytes = state.loads[0]!.forecast; // there is at least one worker
      const beginRun = async (): Promise<WorkerRun> => {
        const run = pool.startRun();
        await pool.begin(state, run);
        return { run, blocks: state.blocks };
      };
      const isWanted = ({ run }: WorkerRun): boolean => pool.isNewest(run) && pool.isUsable(state);
      const { frame } = state;
      await forecastInPhases({ frame, bytes, members, beginRun, isWanted, blocksDone: () => pool.blocksDone(state) }, options);
      return { bytes, tookMs: now() - started };
    }
    const bytes = await members.ask<Bytes>(0, async (remote) => remote.forecastWhole());
    state.loads = state.loads.map((load) => ({ ...load, forecast: bytes }));
    await pool.sendLoads(state);
    return { bytes, tookMs: now() - started };
  }

  return {
    of: forecastOf,
    async beforeQuestions(state) {
      await forecastOf(state);
      if (pool.usable() !== state) throw new AppError('data.stale', 'Newer data was loaded meanwhile. Ask again.');
    },
    async revise(state, excluded, own) {
      const before = state.revision;
      const changed = new Set(changedExclusions(before.excluded, excluded).map((node) => networkOf(state.frame, node)));
      if (changed.size === 0) return before;
      // Workers in the middle of an older plan leave it for the question.
      await pool.begin(state, own);
      const isChanged = ([node]: readonly [number, unknown]): boolean => changed.has(networkOf(state.frame, node));
      const asked: ExcludedHistory = new Map([...excluded].filter(isChanged));
      const made = await members.ask<RevisedForecast>(pool.nextWorker(), (remote) => remote.reviseForecast(asked));
      const kept = [...before.revised].filter((entry) => !isChanged(entry));
      return (state.revision = { excluded, revised: new Map([...kept, ...made].sort(([a], [b]) => a - b)) });
    },
  };
}
