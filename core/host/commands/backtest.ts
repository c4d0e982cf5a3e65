import { performance } from 'node:perf_hooks';
import { AppError } from '#core/base/app-error.ts';
import { openFrame } from '#core/frame/open-frame.ts';
import type { Command } from '#core/host/command.ts';
import { backtestFrame, type ProposedRule } from '#core/simulate/backtest/backtest-frame.ts';
import { savingAtEqual, sumBacktest, type BacktestTotal } from '#core/simulate/backtest/sum-backtest.ts';
import { noteProgress } from './note-progress.ts';
import { requiredWhole, wholeOption } from './package-options.ts';
import { planInputOf } from './plan-input.ts';

/** Each item-location's own target with smaller and larger safety factors, and one multiplier for all items by value. */
const rules: readonly ProposedRule[] = [
  ...[1, 0.25, 0.5, 0.75, 1.25, 1.5].map((factor) => ({ kind: 'own_targets' as const, factor })),
  ...[0.005, 0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64].map((multiplier) => ({ kind: 'by_value' as const, multiplier })),
];

/** Plays the last weeks again. */
export const backtestCommand: Command = {
  name: 'backtest',
  summary: 'Plays the last weeks again: what the current and the proposed policy would have achieved.',
  usage: '(--package DIR | --db FILE) --weeks N [--forecast-every WEEKS]',
  options: {
    package: { type: 'string' },
    db: { type: 'string' },
    weeks: { type: 'string' },
    'forecast-every': { type: 'string' },
  },
  async run(values, { note, signal }) {
    const weeks = requiredWhole(values, 'weeks', 1);
    const weeksPerForecast = wholeOption(values, 'forecast-every', 1, 1);
    const { frame: bytes } = await planInputOf(values);
    const frame = openFrame(bytes);
    const tell = noteProgress(note, (part) => `backtest ${Math.round(part * weeks)} of ${weeks} weeks`);
    const onProgress = (part: number): void => {
      if (signal.aborted) throw new AppError('cancelled', 'The backtest was stopped. Start it again when you need it.');
      tell(part);
    };
    const started = performance.now();
    const backtest = backtestFrame(frame, { weeks, rules, weeksPerForecast, onProgress });
    if (backtest.nodes.length === 0) {
      const text = `The history has ${frame.meta.historyWeeks} weeks; to play ${weeks} of them, 26 and demand have to come before.`;
      return { exitCode: 1, result: { weeks, item_locations: 0, problem: text }, text };
    }
    const policies = sumBacktest(frame, backtest);
    const result = {
      weeks,
      weeks_counted: backtest.weeks,
      item_locations: backtest.nodes.length,
      policies,
      saving_at_equal_unit_fill: savingAtEqual('unit_fill', policies, 'by_value'),
      saving_at_equal_ready_rate: savingAtEqual('ready_rate', policies, 'own_targets'),
      backtest_ms: Math.round(performance.now() - started),
    };
    return { exitCode: 0, result, text: textOf(policies, result.saving_at_equal_unit_fill) };
  },
};

function textOf(policies: readonly BacktestTotal[], saving: number | null): string {
  const share = (value: number): string => `${(100 * value).toFixed(1)} %`.padStart(9);
  const lines = policies.map(({ policy, setting, unit_fill, value_fill, ready_rate, stock_value, weeks_of_cover, turns }) =>
    [
      (policy === 'current' ? policy : `${policy} ${setting}`).padEnd(18),
      share(unit_fill),
      share(value_fill),
      share(ready_rate),
      stock_value.toFixed(0).padStart(14),
      weeks_of_cover.toFixed(1).padStart(9),
      turns.toFixed(1).padStart(7),
    ].join(''),
  );
  const head = `${'policy'.padEnd(18)}${'units'.padStart(9)}${'value'.padStart(9)}${'ready'.padStart(9)}${'stock'.padStart(14)}${'weeks'.padStart(9)}${'turns'.padStart(7)}`;
  const last =
    saving === null
      ? []
      : [`At the unit fill of the current policy, targets set by value hold ${(100 * saving).toFixed(1)} % less stock.`];
  return [head, ...lines, ...last].join('\n');
}
