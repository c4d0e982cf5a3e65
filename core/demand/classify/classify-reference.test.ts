import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect } from 'vitest';
import { expectAllNear, expectNear } from '#core/base/testing/expect-near.ts';
import { publishedCases, testPublished } from '#core/base/testing/published-cases.ts';
import { demandClasses } from './classify-demand.ts';
import { classifySeries } from './classify-series.ts';
import { averageDemandInterval, meanDemandInterval } from './demand-intervals.ts';
import { sizeVariation } from './size-variation.ts';

/** The data sets lie beside the repository; where they do not, their cases cannot be checked. */
const dataSets = new URL('../../../../shared/science/', import.meta.url);

interface FileCase {
  readonly file: string;
}

/** The rows of a packed table without its header, cells as text. */
function rowsOf({ file }: FileCase): string[][] {
  const text = gunzipSync(readFileSync(new URL(file, dataSets))).toString('utf8');
  const rows = text.trimEnd().split('\n').slice(1);
  return rows.map((row) => row.split(',').map((cell) => cell.trim().replaceAll('"', '')));
}

const withFile = <Case extends { readonly inputs: FileCase }>(cases: readonly Case[]) =>
  cases.filter(({ inputs }) => existsSync(new URL(inputs.file, dataSets)));

describe('published demand classes', () => {
  testPublished(
    'DEM-50 to DEM-52 $id ($source)',
    publishedCases<
      { readonly y: readonly number[] },
      {
        readonly adi_n_over_nonzero: number;
        readonly adi_mean_interval: number;
        readonly cv2_sample: number;
        readonly cv2_population: number;
        readonly class: string;
      }
    >('class-'),
    ({ inputs, expected, tolerance }) => {
      const values = Float64Array.from(inputs.y);
      const { sample, population } = sizeVariation(values);
      expectAllNear(
        [averageDemandInterval(values), meanDemandInterval(values), sample, population],
        [expected.adi_n_over_nonzero, expected.adi_mean_interval, expected.cv2_sample, expected.cv2_population],
        tolerance,
      );
      expect(demandClasses[classifySeries(values)]).toBe(expected.class);
    },
  );

  const trimmed = { 'data-retail-classes': true, 'data-carparts-classes': false } as const;
  const classCases = (['data-retail-classes', 'data-carparts-classes'] as const).flatMap((id) =>
    publishedCases<FileCase, Readonly<Record<string, number>>>(id).map((one) => ({ ...one, isTrimmed: trimmed[id] })),
  );
  testPublished('DEM-52 $id ($source)', withFile(classCases), ({ inputs, expected, isTrimmed }) => {
    const counts: Record<string, number> = {};
    for (const [, ...cells] of rowsOf(inputs)) {
      if (cells.some((cell) => cell === '' || cell === 'NA')) continue;
      const values = Float64Array.from(cells, Number);
      const first = isTrimmed ? values.findIndex((value) => value > 0) : 0;
      const name = demandClasses[classifySeries(values.subarray(Math.max(0, first)))] ?? '';
      const label = name === 'none' ? 'n/a' : name;
      counts[label] = (counts[label] ?? 0) + 1;
    }
    expect(counts).toEqual(expected);
  });

  const totals = publishedCases<
    FileCase,
    {
      readonly rows: number;
      readonly skus: number;
      readonly sale_lines: number;
      readonly sale_units: number;
      readonly sale_value: number;
      readonly return_units: number;
      readonly top3_skus_by_units: Readonly<Record<string, number>>;
      readonly invoices_with_sales: number;
      readonly countries: number;
    }
  >('data-retail-open');
  testPublished('$id ($source)', withFile(totals), ({ inputs, expected, tolerance }) => {
    const rows = rowsOf(inputs);
    const units = new Map<string, number>();
    const invoices = new Set<string>();
    const countries = new Set<string>();
    const found = { rows: rows.length, saleLines: 0, saleUnits: 0, returnUnits: 0 };
    let value = 0;
    for (const row of rows) {
      const [sku = '', quantity, price, kind] = [row[3], Number(row[4]), Number(row[5]), row.at(-1)];
      const [invoice = '', country = ''] = [row[2], row[7]];
      if (!units.has(sku)) units.set(sku, 0);
      countries.add(country);
      if (kind === 'R') found.returnUnits += quantity;
      if (kind !== 'S') continue;
      invoices.add(invoice);
      found.saleLines += 1;
      found.saleUnits += quantity;
      value += quantity * price;
      units.set(sku, (units.get(sku) ?? 0) + quantity);
    }
    expect(found).toEqual({
      rows: expected.rows,
      saleLines: expected.sale_lines,
      saleUnits: expected.sale_units,
      returnUnits: expected.return_units,
    });
    expect([units.size, invoices.size, countries.size]).toEqual([
      expected.skus,
      expected.invoices_with_sales,
      expected.countries,
    ]);
    expectNear(value, expected.sale_value, tolerance);
    const top = [...units].sort(([, one], [, other]) => other - one).slice(0, 3);
    expect(Object.fromEntries(top)).toEqual(expected.top3_skus_by_units);
  });
});
