import { AppError } from '#core/base/app-error.ts';
import type { forecastLayout } from '#core/demand/nodes/forecast-columns.ts';
import { createNodeLessons, mergeLessons } from '#core/demand/nodes/node-lessons.ts';
import { keepLessons, keptCalibration } from '#core/demand/nodes/pooled-columns.ts';
import { mergeCalibration } from '#core/demand/uncertainty/calibration.ts';
import { openColumns } from '#core/frame/columns.ts';
import type { Frame } from '#core/frame/frame-layout.ts';
import type { OfBlock, WorkerRun } from './plan-worker.ts';
import type { Bytes, ForecastOptions } from './plan-service.ts';
import type { WorkerMembers } from './worker-members.ts';

/** What forecasting in workers needs of the pool. */
export interface ForecastParts {
  readonly frame: Frame;
  /** Columns of `forecastLayout` in memory that all workers share. */
  readonly bytes: Bytes;
  readonly members: WorkerMembers;
  /** Starts a run over all blocks. */
  readonly beginRun: () => Promise<WorkerRun>;
  /** Whether nothing newer was begun meanwhile; blocks of a run that is over are not taken. */
  readonly isWanted: (run: WorkerRun) => boolean;
  readonly blocksDone: () => Promise<number>;
}

/** Milliseconds between two looks at how far the workers are. */
const progressEveryMs = 100;
/** Learning and calibrating are this part of the work each; the progress of a run is that of its slow middle. */
const phases = { profiles: 0.1, learn: 0.1, forecast: 0.7, factors: 0.1 } as const;

/**
 * Forecasts a frame in four rounds (rule WRK-10): the seasons of families, what the past says about the levels, the forecasts
 * themselves, the safety factors. What blocks gave is added up in the order of the blocks, so that the bytes are the same for any
 * number of workers. Rejects with `cancelled` where its signal or a newer run ended it.
 */
export async function forecastInPhases(parts: ForecastParts, { signal, onProgress }: ForecastOptions): Promise<void> {
  const { views } = openColumns<typeof forecastLayout>(parts.bytes);
  const { nodes } = parts.frame.meta;

  async function inRun<Answer>(
    from: number,
    share: number,
    work: (run: WorkerRun) => Promise<Answer>,
    blocks?: Uint32Array,
  ): Promise<Answer> {
    if (signal?.aborted) throw cancelledError();
    const begun = await parts.beginRun();
    const run = blocks ? { ...begun, blocks } : begun;
    // A run that nobody asked for takes no block, so the workers stop at their next one.
    const stop = (): void => void parts.beginRun().catch(() => undefined);
    signal?.addEventListener('abort', stop, { once: true });
    const timer = onProgress && setInterval(() => void report(), progressEveryMs);
    async function report(): Promise<void> {
      const done = await parts.blocksDone().catch(() => 0);
      if (!parts.isWanted(run)) return;
      onProgress?.({ nodes, nodesDone: Math.floor(nodes * (from + (share * done * 2) / Math.max(1, run.blocks.length))) });
    }
    try {
      const answer = await work(run);
      if (!parts.isWanted(run)) throw cancelledError();
      return answer;
    } finally {
      clearInterval(timer);
      signal?.removeEventListener('abort', stop);
    }
  }

  const families = parts.frame.familyEnds.length;
  const familyBlocks = Uint32Array.from({ length: 2 * families }, (_, place) => Math.ceil(place / 2));
  await inRun(0, phases.profiles, (run) => parts.members.askAll((remote) => remote.learnProfiles(run)), familyBlocks);
  const lessons = createNodeLessons(parts.frame);
  const learnt = await inRun(phases.profiles, phases.learn, (run) => parts.members.askAll((remote) => remote.learn(run)));
  for (const part of inBlockOrder(learnt)) mergeLessons(lessons, part);
  keepLessons(lessons, views);
  const calibration = keptCalibration(views);
  const outcomes = await inRun(phases.profiles + phases.learn, phases.forecast, (run) =>
    parts.members.askAll((remote) => remote.forecast(run)),
  );
  calibration.counts.fill(0);
  for (const part of inBlockOrder(outcomes)) mergeCalibration(calibration, part);
  await inRun(1 - phases.factors, phases.factors, (run) => parts.members.askAll((remote) => remote.setFactors(run)));
  onProgress?.({ nodes, nodesDone: nodes });
}

function inBlockOrder<Part>(answers: readonly (readonly OfBlock<Part>[])[]): readonly Part[] {
  return answers
    .flat()
    .sort((one, other) => one.block - other.block)
    .map(({ part }) => part);
}

function cancelledError(): AppError {
  return new AppError('cancelled', 'The forecast was stopped. Start it again when you need it.');
}
