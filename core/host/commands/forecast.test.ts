import { mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AppError } from '#core/base/app-error.ts';
import { formatDay, parseDay } from '#core/base/calendar-day.ts';
import type { CommandContext, CommandOutcome } from '#core/host/command.ts';
import { UsageError } from '#core/host/usage-error.ts';
import { forecastCommand } from './forecast.ts';

const io = { note: () => undefined, announce: () => undefined, signal: new AbortController().signal, environment: {} };
const seasonal = Array.from({ length: 48 }, (_, month) => 100 + 40 * Math.sin((Math.PI * month) / 6) + (month % 5));
const seriesText = [
  `level,${new Array(24).fill(7).join(',')}`,
  `"lumpy, new",,,,4,0,0,40,0,0,0,2,0,0,12,0,0,0,0,0,0,5,0,0,0,0,8,0,0,3`,
  `seasonal,${seasonal.join(',')}`,
  'unsold,0,0,0,0',
].join('\n');

interface Workplace {
  readonly folder: string;
  run(values: Readonly<Record<string, string | boolean>>, context?: Partial<CommandContext>): Promise<CommandOutcome>;
  table(name: string): Promise<readonly (readonly string[])[]>;
}

async function newWorkplace(): Promise<Workplace> {
  const folder = await mkdtemp(join(tmpdir(), 'forecast-'));
  await writeFile(join(folder, 'series.csv'), `${seriesText}\n`);
  return {
    folder,
    run: (values, context) => forecastCommand.run({ out: join(folder, 'out.csv'), ...values }, { ...io, ...context }),
    async table(name) {
      const text = await readFile(join(folder, name), 'utf8');
      return text
        .trimEnd()
        .split('\n')
        .map((line) => line.replace('"lumpy, new"', 'lumpy').split(','));
    },
  };
}

describe('forecast --series', () => {
  it('FCT-5 writes one line per series, in their order', async () => {
    const { folder, run, table } = await newWorkplace();
    const { exitCode, result } = await run({ series: join(folder, 'series.csv'), season: '12', horizon: '3' });
    expect([exitCode, result]).toEqual([
      0,
      expect.objectContaining({
        series: 4,
        classes: { smooth: 2, lumpy: 1, none: 1 },
        models: expect.objectContaining({ none: 1 }) as object,
      }),
    ]);
    const [header, ...lines] = await table('out.csv');
    expect(header).toEqual(['method', 'id', 'h1', 'h2', 'h3']);
    expect(lines.map(([method, id]) => [method, id])).toEqual(
      ['level', 'lumpy', 'seasonal', 'unsold'].map((id) => ['stockwright', id]),
    );
    expect([lines[0]?.slice(2), lines[3]?.slice(2)]).toEqual([
      ['7', '7', '7'],
      ['0', '0', '0'],
    ]);
    expect(await readdir(folder)).toEqual(['out.csv', 'series.csv']);
  });

  it('FCT-6 writes the candidates that all series share', async () => {
    const { folder, run, table } = await newWorkplace();
    await run({ series: join(folder, 'series.csv'), season: '12', horizon: '2', candidates: true });
    const lines = (await table('out.csv')).slice(1);
    expect([...new Set(lines.map(([method]) => method))].sort()).toEqual(['moving_average_12', 'naive', 'stockwright']);
    expect(lines.filter(([method]) => method === 'naive')).toEqual([
      ['naive', 'level', '7', '7'],
      ['naive', 'lumpy', '3', '3'],
      ['naive', 'seasonal', expect.any(String), expect.any(String)],
      ['naive', 'unsold', '0', '0'],
    ]);
  });

  it('FCT-6 writes the path of a candidate, not its mean', async () => {
    const { folder, run, table } = await newWorkplace();
    await writeFile(join(folder, 'one.csv'), `seasonal,${seasonal.join(',')}\n`);
    await run({ series: join(folder, 'one.csv'), season: '12', horizon: '2', candidates: true });
    const lines = await table('out.csv');
    expect(lines.find(([method]) => method === 'seasonal_naive')?.slice(2)).toEqual(
      seasonal.slice(36, 38).map((value) => String(Number(value.toPrecision(12)))),
    );
  });

  it('FCT-7 writes the distribution of the total over the protection', async () => {
    const { folder, run, table } = await newWorkplace();
    const order = { series: join(folder, 'series.csv'), season: '12', horizon: '3', quantiles: join(folder, 'totals.csv') };
    await run(order);
    const [header, , lumpy, , unsold] = await table('totals.csv');
    expect(header).toEqual(['id', 'mean', 'variance', 'p50', 'p80', 'p90', 'p95', 'p99', 'class', 'model']);
    expect(lumpy?.slice(-2)).toEqual(['lumpy', 'pooled_combination']);
    const quantiles = lumpy?.slice(3, 8).map(Number) ?? [];
    expect([quantiles, quantiles.every(Number.isInteger)]).toEqual([quantiles.toSorted((a, b) => a - b), true]);
    expect(unsold).toEqual(['unsold', '0', '0', '0', '0', '0', '0', '0', 'none', 'none']);

    const points = await table('out.csv');
    await run({ ...order, protection: '6' });
    const longer = (await table('totals.csv'))[2];
    expect([await table('out.csv'), Number(longer?.[1]) > Number(lumpy?.[1])]).toEqual([points, true]);
  });

  it('FCT-3 leaves what was there where the file has errors', async () => {
    const { folder, run } = await newWorkplace();
    await writeFile(join(folder, 'out.csv'), 'old');
    await writeFile(join(folder, 'bad.csv'), 'A,1,x\n');
    await expect(run({ series: join(folder, 'bad.csv'), horizon: '3' })).rejects.toThrow('bad.csv:1:5: found "x"');
    expect(await readFile(join(folder, 'out.csv'), 'utf8')).toBe('old');
  });

  it('FCT-8 writes nothing where it is stopped or one of two files cannot be written', async () => {
    const { folder, run } = await newWorkplace();
    const order = { series: join(folder, 'series.csv'), horizon: '3' };
    await expect(run(order, { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'cancelled' });
    await expect(run({ ...order, quantiles: join(folder, 'none', 'q.csv') })).rejects.toThrow(
      'Give a file in a folder that is there',
    );
    expect(await readdir(folder)).toEqual(['series.csv']);
  });

  it.each([
    [{}, 'Give either --series FILE or --package DIR.'],
    [{ series: 'a', package: 'b' }, 'Give either --series FILE or --package DIR.'],
    [{ series: 'a' }, '--horizon N is missing.'],
    [{ series: 'a', horizon: '0' }, '--horizon takes a whole number of 1 or more, not 0.'],
    [{ series: 'a', horizon: '1000000' }, '--horizon takes 10000 at most, not 1000000.'],
    [{ series: 'a', horizon: '3', season: '0' }, '--season takes a whole number of 1 or more, not 0.'],
    [{ series: 'a', horizon: '3', bucket: 'week' }, '--bucket goes with --package.'],
    [{ series: 'a', horizon: '3', protection: '3' }, '--protection goes with --quantiles.'],
    [{ package: 'a', horizon: '3', candidates: true }, '--candidates goes with --series.'],
    [{ package: 'a', horizon: '3', bucket: 'year' }, '--bucket takes day, week, month, not year.'],
  ])('says how it is used: %o', async (values, message) => {
    const { run } = await newWorkplace();
    const failure = await run(values).catch((error: unknown) => error);
    expect([failure instanceof UsageError, failure instanceof Error && failure.message]).toEqual([true, message]);
  });
});

describe('forecast --package', () => {
  const planDay = parseDay('2026-01-07');

  async function newCompany(workplace: Workplace): Promise<string> {
    const company = join(workplace.folder, 'company');
    await mkdir(company);
    const weekly = (item: string, qty: (week: number) => number) =>
      Array.from({ length: 30 }, (_, week) => `${item},DC,${formatDay(planDay - 9 - 7 * week)},${qty(week)},`);
    const history = [
      ...weekly('A', () => 70),
      ...weekly('B', (week) => (week % 3 === 0 ? 0.25 : 0)),
      `A,DC,${formatDay(planDay - 1)},5000,`,
      `A,DC,${formatDay(planDay - 9)},40,transfer`,
    ];
    const files = {
      'manifest.json': '{"format":"planning-package","version":1,"planDate":"2026-01-07","horizonDays":28,"currency":"EUR"}',
      'sites.csv': 'site_id\nDC\n',
      'items.csv': 'item_id,decimals\nA,0\nB,2\nC,0\n',
      'suppliers.csv': 'supplier_id\nS\n',
      'lanes.csv': 'item_id,site_id,kind,source_id,lead_time_days,review_days\nA,DC,buy,S,14,7\n',
      'stock.csv': 'item_id,site_id,qty\nC,DC,5\n',
      'demand_history.csv': `item_id,site_id,date,qty,kind\n${history.join('\n')}\n`,
    };
    for (const [name, text] of Object.entries(files)) await writeFile(join(company, name), text);
    return company;
  }

  it('FCT-10 to FCT-13 write one line per item-location with history and bucket', async () => {
    const workplace = await newWorkplace();
    const company = await newCompany(workplace);
    const { result } = await workplace.run({ package: company, horizon: '2', bucket: 'week' });
    expect(result).toMatchObject({ series: 2, classes: { intermittent: 1, smooth: 1 } });
    const [header, ...lines] = await workplace.table('out.csv');
    expect(header?.join()).toBe('item_id,site_id,start_date,mean,p10,p50,p90,p95,p99,class,model');
    expect(lines.map((cells) => [...cells.slice(0, 3), cells.at(-2)].join())).toEqual([
      'A,DC,2026-01-05,smooth',
      'A,DC,2026-01-12,smooth',
      'B,DC,2026-01-05,intermittent',
      'B,DC,2026-01-12,intermittent',
    ]);
    const [steady, , hundredths] = lines.map((cells) => cells.slice(3, 9).map(Number));
    expect(steady?.[0]).toBeCloseTo(70, 6);
    expect(hundredths?.every((figure) => figure >= 0 && figure < 2)).toBe(true);
    // Quantiles of what is counted in hundredths are whole hundredths.
    expect(hundredths?.slice(1).every((figure) => Math.abs(figure * 100 - Math.round(figure * 100)) < 1e-9)).toBe(true);
    for (const [, ...quantiles] of [steady ?? [], hundredths ?? []])
      expect(quantiles).toEqual(quantiles.toSorted((a, b) => a - b));
  });

  it('FCT-10 writes months and days as well', async () => {
    const workplace = await newWorkplace();
    const company = await newCompany(workplace);
    for (const [bucket, dates] of [
      ['month', ['2026-01-01', '2026-02-01']],
      ['day', ['2026-01-07', '2026-01-08']],
    ] as const) {
      await workplace.run({ package: company, horizon: '2', bucket });
      expect((await workplace.table('out.csv')).slice(1, 3).map((cells) => cells[2])).toEqual(dates);
    }
  });

  it('FCT-11 refuses a package with errors', async () => {
    const workplace = await newWorkplace();
    const company = await newCompany(workplace);
    await writeFile(join(company, 'stock.csv'), 'item_id,site_id,qty\nX,DC,5\n');
    const failure = await workplace.run({ package: company, horizon: '2' }).catch((error: unknown) => error);
    expect(failure instanceof AppError && failure.code).toBe('input.package');
    expect(await readdir(workplace.folder)).toEqual(['company', 'series.csv']);
  });
});
