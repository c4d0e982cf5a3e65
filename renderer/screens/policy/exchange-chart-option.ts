import type { EChartsCoreOption } from 'echarts/core';
import type { PolicyCurve } from '#core/insight/exchange/policy-curve.ts';
import type { ExchangePoint } from '#core/policy/service/exchange-curve.ts';
import type { ChartPalette } from '#renderer/charts/chart-palette.ts';
import { formatFigure } from '#renderer/text/format-figure.ts';
import { formatShare } from '#renderer/text/format-share.ts';

export interface ExchangeLabels {
  readonly best: string;
  readonly uniform: string;
  readonly now: string;
  /** Below the axis: what it measures, with its currency. */
  readonly value: string;
}

/** Where the curve lies in the picture; the point that is moved over it lies by the same measures. */
export const plotMarginsPx = { left: 46, right: 22, top: 14, bottom: 38 } as const;

/** The ends of both axes. */
export interface ExchangeAxes {
  readonly mostValue: number;
  readonly valueStep: number;
  readonly leastFill: number;
}

/** The curve is looked at down to this fill rate, or to so many times the shortage of now. */
const usualFloor = 0.9;
const shortageTimes = 4;

/**
 * The part of a curve that a planner chooses from: what is far below the service of now only flattens the picture. Does not throw.
 *
 * @example where now gives 99%, points below 90% are left out; where it gives 95%, those below 80%
 */
export function choosableCurve(curve: PolicyCurve): PolicyCurve {
  const least = Math.min(usualFloor, 1 - shortageTimes * (1 - curve.current.fillRate));
  const points = curve.points.filter(({ fillRate }) => fillRate >= least);
  return points.length < 3 ? curve : { ...curve, points, uniform: curve.uniform.filter(({ fillRate }) => fillRate >= least) };
}

const valueSteps = 5;
const roundSteps = [1, 2, 2.5, 5];

/** Round ends that hold every point. Does not throw. @example a curve from 83% up begins at 80% */
export function exchangeAxes({ points, current, uniform }: PolicyCurve): ExchangeAxes {
  const last = points.at(-1)?.value ?? 0;
  const wanted = Math.max(last, Math.min(current.value, last * 3)) * 1.04 || 1;
  const least = wanted / valueSteps;
  const magnitude = 10 ** Math.floor(Math.log10(least));
  const valueStep = magnitude * (roundSteps.find((step) => step * magnitude >= least) ?? 10);
  const lowest = Math.min(points[0]?.fillRate ?? 0, current.fillRate, uniform[0]?.fillRate ?? 1);
  return {
    mostValue: Math.ceil(wanted / valueStep) * valueStep,
    valueStep,
    leastFill: Math.max(0, Math.floor(lowest * 20) / 20),
  };
}

/**
 * Service against the value of safety stock: the best split, one factor for all as a comparison, and the policy of now. Does not
 * throw.
 */
export function exchangeChartOption(curve: PolicyCurve, palette: ChartPalette, labels: ExchangeLabels): EChartsCoreOption {
  const axes = exchangeAxes(curve);
  const pairs = (points: readonly { readonly value: number; readonly fillRate: number }[]): number[][] =>
    points.filter(({ value }) => value <= axes.mostValue).map(({ value, fillRate }) => [value, fillRate]);
  const line = (name: string, data: number[][], color: string, type: 'solid' | 'dashed', width: number) => ({
    type: 'line',
    name,
    data,
    symbol: 'none',
    silent: true,
    animation: false,
    color,
    lineStyle: { color, type, width },
  });
  const labelColor = palette.inkSoft;
  // A name stands beside its line where that is steep: the best split above, one factor for all below.
  const name = (points: readonly ExchangePoint[], share: number, color: string, words: string, position: 'left' | 'right') => {
    const point = points.find(({ value }) => value >= share * axes.mostValue);
    return {
      type: 'line',
      data: point ? [[point.value, point.fillRate]] : [],
      symbol: 'circle',
      symbolSize: 1,
      silent: true,
      animation: false,
      itemStyle: { color },
      label: { show: true, formatter: words, color, fontSize: 11, position, distance: 8 },
    };
  };
  const nowLeft = curve.current.value > axes.mostValue * 0.75;
  return {
    textStyle: { fontFamily: palette.font, color: palette.ink },
    animation: false,
    grid: { ...plotMarginsPx },
    xAxis: {
      type: 'value',
      min: 0,
      max: axes.mostValue,
      name: labels.value,
      nameLocation: 'middle',
      nameGap: 22,
      nameTextStyle: { color: labelColor, fontSize: 11 },
      interval: axes.valueStep,
      axisLine: { lineStyle: { color: palette.line } },
      axisTick: { show: false },
      splitLine: { show: false },
      axisLabel: {
        color: labelColor,
        fontSize: 11,
        hideOverlap: true,
        formatter: (value: number) => (value === 0 ? '0' : formatFigure(value / 1000, 1)),
      },
    },
    yAxis: {
      type: 'value',
      min: axes.leastFill,
      max: 1,
      splitNumber: 4,
      axisLabel: { color: labelColor, fontSize: 11, formatter: (value: number) => formatShare(value, 0) },
      splitLine: { lineStyle: { color: palette.line, opacity: 0.6 } },
    },
    series: [
      line(labels.uniform, pairs(curve.uniform), palette.withoutOrders, 'dashed', 1.2),
      name(curve.points, 0.2, palette.balance, labels.best, 'left'),
      name(curve.uniform, 0.1, palette.inkSoft, labels.uniform, 'right'),
      {
        ...line(labels.best, pairs(curve.points), palette.balance, 'solid', 2),
        areaStyle: { color: palette.balance, opacity: 0.06, origin: 'start' },
      },
      {
        type: 'line',
        name: labels.now,
        data: [[Math.min(curve.current.value, axes.mostValue), curve.current.fillRate]],
        symbol: 'diamond',
        symbolSize: 11,
        silent: true,
        animation: false,
        itemStyle: { color: palette.demand, borderColor: palette.surface, borderWidth: 1 },
        label: {
          show: true,
          formatter: labels.now,
          color: palette.demand,
          fontSize: 11,
          fontWeight: 600,
          position: nowLeft ? 'left' : 'bottom',
          distance: 6,
        },
      },
    ],
  };
}
