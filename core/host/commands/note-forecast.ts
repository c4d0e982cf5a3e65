import type { ForecastProgress } from '#workers/plan-service.ts';

const percentsPerLine = 10;

/** Notes every tenth of a forecast that is under way, with numbers. */
export function noteForecast(note: (line: string) => void): (progress: ForecastProgress) => void {
  let noted = 0;
  return ({ nodes, nodesDone }) => {
    const percent = nodes === 0 ? 100 : Math.floor((100 * nodesDone) / nodes);
    if (percent < noted + percentsPerLine) return;
    noted = percent - (percent % percentsPerLine);
    note(`forecast ${nodesDone} of ${nodes} item-locations`);
  };
}
