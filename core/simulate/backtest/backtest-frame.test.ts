import { describe, expect, it } from 'vitest';
import { buildFrame } from '#core/frame/build-frame.ts';
import type { Frame } from '#core/frame/frame-layout.ts';
import { openFrame } from '#core/frame/open-frame.ts';
import { createMemoryPackage } from '#core/model/package/memory-package.ts';
import { createRandom } from '#core/base/random.ts';
import { backtestFrame, type Backtest, type ProposedRule } from './backtest-frame.ts';
import { currentLevels } from './current-levels.ts';
import { savingAtEqual, sumBacktest, type BacktestTotal } from './sum-backtest.ts';

const planDay = 20458; // Monday 2026-01-05
const items = Array.from({ length: 40 }, (_, index) => `I${index}`);
const rules: readonly ProposedRule[] = [
  { kind: 'own_targets', factor: 0.5 },
  { kind: 'own_targets', factor: 1 },
  { kind: 'own_targets', factor: 1.5 },
  { kind: 'by_value', multiplier: 0.05 },
];

/** Forty items with Poisson demand over eighty weeks; `later` changes the demand of the last weeks. */
async function company(later: (qty: number, weeksAgo: number) => number = (qty) => qty): Promise<Frame> {
  const random = createRandom(7);
  const source = createMemoryPackage(
    { planDay, horizonDays: 28, currency: 'EUR' },
    {
      sites: [{ site_id: 'DC' }],
      suppliers: [{ supplier_id: 'S' }],
      items: items.map((item_id, index) => ({ item_id, cost: 1 + index })),
      lanes: [{ item_id: '*', site_id: 'DC', kind: 'buy', source_id: 'S', lead_time_days: 14, review_days: 7 }],
      policies: [
        { item_id: '*', site_id: 'DC', method: 'time_phased', service_target: 0.95 },
        { item_id: 'I0', site_id: 'DC', method: 'min_max', min_qty: 60, max_qty: 90 },
      ],
      demand_history: items.flatMap((item_id, index) =>
        Array.from({ length: 80 }, (_, week) => ({
          item_id,
          site_id: 'DC',
          date: planDay - 7 * (80 - week),
          qty: later(random.poisson(2 + index), 80 - week),
        })),
      ),
    },
  );
  return openFrame(await buildFrame(source, 1));
}

async function run(frame: Frame): Promise<Backtest> {
  return Promise.resolve(backtestFrame(frame, { weeks: 20, rules, weeksPerForecast: 2, onProgress: () => undefined }));
}

describe('backtestFrame', () => {
  it('SIM-43 promises what it then achieves on demand that stays as it was', async () => {
    const frame = await company();
    const totals = sumBacktest(frame, await run(frame));
    const own = totals.filter(({ policy }) => policy === 'own_targets').sort((a, b) => a.setting - b.setting);
    expect(own.map(({ unit_fill }) => unit_fill)).toEqual(own.map(({ unit_fill }) => unit_fill).sort((a, b) => a - b));
    expect(own[1]?.ready_rate).toBeGreaterThan(0.92);
  });

  it('SIM-43 decides without looking ahead: demand of the last weeks changes no level before them', async () => {
    const plain = await run(await company());
    const wild = await run(await company((qty, weeksAgo) => (weeksAgo <= 4 ? qty + 500 : qty)));
    // The first sixteen weeks are the same, so the same orders were placed until the demand exploded; only after it can they differ.
    plain.policies.forEach(({ figures }, row) => {
      figures.forEach((figure, node) => {
        expect(wild.policies[row]?.figures[node]?.demanded).toBe(figure.demanded + 4 * 500);
        expect(wild.policies[row]?.figures[node]?.filled).toBeLessThanOrEqual(figure.demanded + figure.stockWeeks);
      });
    });
  });

  it('SIM-42 takes a typed minimum and maximum as the current policy, else twelve weeks and the textbook', async () => {
    const frame = await company();
    expect(currentLevels(frame, 0, new Float64Array(40).fill(4), 3)).toEqual({ reorderAt: 60, orderUpTo: 90 });
    // Without scatter the textbook holds no safety stock: three weeks of 4.
    expect(currentLevels(frame, 1, new Float64Array(40).fill(4), 3)).toEqual({ reorderAt: Infinity, orderUpTo: 12 });
  });

  it('stops where its progress throws', async () => {
    const frame = await company();
    const stop = (): never => {
      throw new Error('stopped');
    };
    expect(() => backtestFrame(frame, { weeks: 20, rules, weeksPerForecast: 2, onProgress: stop })).toThrow('stopped');
  });
});

describe('savingAtEqual', () => {
  const total = (policy: BacktestTotal['policy'], unit_fill: number, stock_value: number): BacktestTotal => ({
    ...{ policy, unit_fill, stock_value, setting: 1, value_fill: 0, ready_rate: 0, weeks_of_cover: 0, turns: 0, orders: 0 },
  });

  it('SIM-45 reads the stock off between two settings', () => {
    const totals = [total('current', 0.9, 100), total('by_value', 0.95, 80), total('by_value', 0.85, 60)];
    expect(savingAtEqual('unit_fill', totals, 'by_value')).toBeCloseTo(0.3, 9);
    expect(savingAtEqual('unit_fill', totals.slice(0, 2), 'by_value')).toBeNull();
  });
});
