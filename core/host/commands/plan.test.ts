import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatDay } from '#core/base/calendar-day.ts';
import { scenarioChange } from '#core/contract/schemas.ts';
import type { ForecastOverride } from '#core/model/scenario/fold-scenario.ts';
import { planCommand } from './plan.ts';

const io = { note: () => undefined, announce: () => undefined, signal: new AbortController().signal, environment: {} };
const planDay = 20_458; // 2026-01-05
const files = {
  'manifest.json': '{"format":"planning-package","version":1,"planDate":"2026-01-05","horizonDays":14,"currency":"EUR"}',
  'sites.csv': 'site_id\nHUB\n',
  'items.csv': 'item_id\nP1\n',
  'forecast.csv': 'item_id,site_id,start_date,days,qty,stream\nP1,HUB,2026-01-05,14,28,override\n',
};

/** Plans with a scenario of these changes; the demand of each day, which is forecast alone. */
async function demandUnder(changes: readonly unknown[], more: Readonly<Record<string, string>> = {}): Promise<readonly number[]> {
  const folder = await mkdtemp(join(tmpdir(), 'plan-'));
  const scenario = join(folder, 'scenario.json');
  for (const [name, text] of Object.entries({ ...files, ...more })) await writeFile(join(folder, name), text);
  await writeFile(scenario, JSON.stringify({ changes }));
  const out = join(folder, 'out');
  await planCommand.run({ package: folder, out, scenario, threads: '1', projection: true }, io);
  const [header = '', ...lines] = (await readFile(join(out, 'projection.csv'), 'utf8')).trimEnd().split('\n');
  const column = header.split(',').indexOf('demand');
  return lines.map((line) => Number(line.split(',')[column]));
}

function typed(weekDay: number, qty: number): ForecastOverride {
  const why = { statisticalQty: 14, reason: 'trade fair', owner: 'ada', expiresOn: null };
  return { kind: 'forecast.set', itemId: 'P1', siteId: 'HUB', weekDay, qty, ...why };
}

describe('plan --scenario', () => {
  it('PLN-37 plans with typed forecasts, also in place of override buckets of the package', async () => {
    expect(await demandUnder([])).toEqual(new Array(14).fill(2));
    expect(await demandUnder([typed(planDay + 7, 35)])).toEqual([2, 2, 2, 2, 2, 2, 2, 5, 5, 5, 5, 5, 5, 5]);
  });

  it('PLN-38 plans without demand lines that are excluded', async () => {
    const weeks = Array.from({ length: 12 }, (_, week) => `P1,HUB,${formatDay(planDay - 7 * (week + 1))},7`);
    const spike = `P1,HUB,${formatDay(planDay - 9)},900`;
    const more = {
      'forecast.csv': 'item_id,site_id,start_date,days,qty\n',
      'demand_history.csv': ['item_id,site_id,date,qty', ...weeks, spike, ''].join('\n'),
    };
    const line = { itemId: 'P1', siteId: 'HUB', day: planDay - 9, qty: 900, lines: 1 };
    const word = { kind: 'history.exclude', ...line, isExcluded: true, reason: 'project', owner: 'ada' };
    expect((await demandUnder([], more))[0]).toBeGreaterThan(1);
    expect(await demandUnder([word], more)).toEqual(new Array(14).fill(1));
    expect(await demandUnder([word, { ...word, isExcluded: false, reason: '' }], more)).toEqual(await demandUnder([], more));
  });

  it('SCN-16 reads the file that the documentation shows, with a change of every kind', async () => {
    const rules = await readFile(new URL('../../../resources/docs/spec/scenario.md', import.meta.url), 'utf8');
    const shown = /```json\n([\s\S]*?)```/.exec(rules)?.[1] ?? '';
    const { changes } = JSON.parse(shown) as { readonly changes: readonly { readonly kind: string }[] }; // checked below
    expect(changes.map(({ kind }) => kind)).toEqual(scenarioChange.options.map(({ shape }) => shape.kind.value));
    const demand = await demandUnder(changes);
    expect(demand.slice(7)).toEqual(new Array(7).fill(5));
  });

  it('refuses a forecast without a reason, with its place', async () => {
    await expect(demandUnder([{ ...typed(planDay, 35), reason: '' }])).rejects.toMatchObject({
      code: 'input.invalid',
      message: expect.stringContaining('changes.0.reason: Give a reason.') as string,
    });
  });
});
