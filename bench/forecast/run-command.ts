import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { forecastCommand } from '#core/host/commands/forecast.ts';

interface KnownSeries {
  readonly id: string;
  readonly known: Float64Array;
}

/** What the command wrote: a row of numbers per id. */
export interface CommandOutput {
  readonly means: ReadonlyMap<string, Float64Array>;
  /** Quantiles .5, .8, .9, .95 and .99 of the total over the horizon. */
  readonly totals: ReadonlyMap<string, Float64Array>;
}

/** Writes series to a file and has the command forecast them: what is scored is what a user gets. */
export async function runCommand(series: readonly KnownSeries[], season: number, horizon: number): Promise<CommandOutput> {
  const folder = mkdtempSync(join(tmpdir(), 'forecast-bench-'));
  const [input, out, quantiles] = ['series.csv', 'out.csv', 'totals.csv'].map((name) => join(folder, name));
  try {
    writeFileSync(input ?? '', series.map(({ id, known }) => `${id},${known.join(',')}\n`).join(''));
    await forecastCommand.run(
      { series: input, season: String(season), horizon: String(horizon), out, quantiles },
      { note: () => undefined, announce: () => undefined, signal: new AbortController().signal, environment: {} },
    );
    return { means: numbersOf(out ?? '', 1, 2, horizon), totals: numbersOf(quantiles ?? '', 0, 3, 5) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** `count` numbers of each row from a cell on, by id; ids of the sets need no quotes. */
function numbersOf(path: string, idCell: number, first: number, count: number): ReadonlyMap<string, Float64Array> {
  const lines = readFileSync(path, 'utf8').trimEnd().split('\n').slice(1);
  return new Map(
    lines.map((line) => {
      const cells = line.split(',');
      return [cells[idCell] ?? '', Float64Array.from(cells.slice(first, first + count), Number)];
    }),
  );
}
