import type { ForecastProgress } from '#workers/plan-service.ts';
import { noteProgress } from './note-progress.ts';

/** Notes every tenth of a forecast that is under way, with numbers. */
export function noteForecast(note: (line: string) => void): (progress: ForecastProgress) => void {
  const tell = noteProgress(note, (done, nodes) => `forecast ${done} of ${nodes} item-locations`);
  return ({ nodes, nodesDone }) => tell(nodesDone, nodes);
}
