import type { EChartsCoreOption } from 'echarts/core';
import { formatAxisDay, formatShortDay } from '#renderer/text/format-date.ts';
import { formatFigure } from '#renderer/text/format-figure.ts';
import type { ChartPalette } from './chart-palette.ts';
import type { DemandWeeks } from './demand-weeks.ts';
import { tooltipLook } from './tooltip-look.ts';

export interface DemandLabels {
  readonly history: string;
  readonly forecast: string;
  readonly unknown: string;
}

/** Demand by week: history as bars, what is to come as steps in the accent. Does not throw. */
export function demandChartOption(demand: DemandWeeks, palette: ChartPalette, labels: DemandLabels): EChartsCoreOption {
  const axis = { lineStyle: { color: palette.line } };
  return {
    textStyle: { fontFamily: palette.font, color: palette.ink },
    animation: false,
    grid: { left: 46, right: 96, top: 10, bottom: 24 },
    xAxis: {
      type: 'category',
      data: [...demand.weeks],
      axisLine: axis,
      axisTick: { show: false },
      axisLabel: {
        color: palette.inkSoft,
        fontSize: 11,
        interval: (index: number) => index % 13 === 0 && index < demand.weeks.length - 4,
        formatter: (value: string) => formatAxisDay(Number(value)),
      },
    },
    yAxis: {
      type: 'value',
      splitNumber: 3,
      axisLabel: { color: palette.inkSoft, fontSize: 11 },
      splitLine: { lineStyle: { color: palette.line, opacity: 0.6 } },
    },
    tooltip: {
      ...tooltipLook(palette),
      formatter: (points: readonly { readonly dataIndex: number }[]) => {
        const index = points[0]?.dataIndex ?? 0;
        const expected = demand.forecast[index] ?? null;
        const name = expected === null ? labels.history : labels.forecast;
        const shown = expected ?? demand.history[index] ?? null;
        const value = shown === null ? labels.unknown : formatFigure(shown, 1);
        return `<b>${formatShortDay(demand.weeks[index] ?? 0)}</b><br>${name}  ${value}`;
      },
    },
    series: [
      {
        type: 'bar',
        name: labels.history,
        data: [...demand.history],
        itemStyle: { color: palette.demand },
        barCategoryGap: '20%',
      },
      {
        type: 'line',
        name: labels.forecast,
        data: [...demand.forecast],
        step: 'middle',
        symbol: 'none',
        lineStyle: { color: palette.balance, width: 2 },
        areaStyle: { color: palette.balance, opacity: 0.08 },
        endLabel: { show: true, formatter: labels.forecast, color: palette.balance, fontSize: 11, distance: 4 },
      },
    ],
  };
}
