import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

/** A series of a data set, split where forecasting begins. */
export interface SplitSeries {
  readonly id: string;
  readonly known: Float64Array;
  readonly future: Float64Array;
}

/** A data set and how it is judged: the protocol beside the published tables. */
export interface OpenSet {
  readonly name: string;
  /** Periods per season that the forecast is told. */
  readonly season: number;
  /** Lag of the naive forecast whose error is the scale. */
  readonly scaleLag: number;
  readonly series: readonly SplitSeries[];
}

/** The data sets and published tables lie beside the repository. */
export const scienceFolder = fileURLToPath(new URL('../../../shared/science/', import.meta.url));

export function hasOpenSets(): boolean {
  return existsSync(`${scienceFolder}data/open`) && existsSync(`${scienceFolder}anchors/open`);
}

/** The rows of a `.csv` or `.csv.gz`, without quotes. */
export function readTable(path: string): readonly (readonly string[])[] {
  const bytes = readFileSync(`${scienceFolder}${path}`);
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return text
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(',').map((cell) => cell.replace(/^"|"$/g, '')));
}

/** Series with a value in every period; those of the wholesaler are the weeks of each item. */
export function readCarParts(): readonly { readonly id: string; readonly values: Float64Array }[] {
  return readWide('data/open/carparts/carparts.csv.gz');
}

export function readRetail(): readonly { readonly id: string; readonly values: Float64Array }[] {
  return readWide('data/open/online_retail_ii/weekly.csv.gz');
}

function readWide(path: string): readonly { readonly id: string; readonly values: Float64Array }[] {
  return readTable(path)
    .slice(1)
    .filter((cells) => !cells.slice(1).includes(''))
    .map(([id = '', ...cells]) => ({ id, values: Float64Array.from(cells, Number) }));
}

/** The four open sets, split and chosen as the protocol says. */
export function openSets(): readonly OpenSet[] {
  const cut =
    (known: number, horizon: number) =>
    ({ id, values }: { readonly id: string; readonly values: Float64Array }): SplitSeries => ({
      id,
      known: values.subarray(0, known),
      future: values.subarray(known, known + horizon),
    });
  const numbers = (text = '') => Float64Array.from(text.split(' '), Number);
  const months = readTable('data/open/m3_monthly/m3_monthly.csv.gz').slice(1);
  return [
    {
      name: 'm3_monthly',
      season: 12,
      scaleLag: 12,
      series: months.map(([id = '', , , , , known, future]) => ({ id, known: numbers(known), future: numbers(future) })),
    },
    { name: 'hospital', season: 12, scaleLag: 12, series: readWide('data/open/hospital/hospital.csv.gz').map(cut(72, 12)) },
    { name: 'carparts', season: 12, scaleLag: 1, series: readCarParts().map(cut(39, 12)) },
    {
      name: 'retail_weekly',
      season: 52,
      scaleLag: 1,
      series: readRetail().map(cut(83, 8)).filter(isSold).map(fromFirstSale),
    },
  ];
}

/** Sold by week 40, in ten weeks or more, and in the last 26. */
function isSold({ known }: SplitSeries): boolean {
  const first = known.findIndex((value) => value > 0);
  const sold = known.filter((value) => value > 0).length;
  return first >= 0 && first < 40 && sold >= 10 && known.subarray(known.length - 26).some((value) => value > 0);
}

function fromFirstSale({ id, known, future }: SplitSeries): SplitSeries {
  return { id, known: known.subarray(known.findIndex((value) => value > 0)), future };
}
