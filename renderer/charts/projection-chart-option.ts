import type { EChartsCoreOption } from 'echarts/core';
import { formatAxisDay, formatShortDay } from '#renderer/text/format-date.ts';
import { formatFigure } from '#renderer/text/format-figure.ts';
import type { ChartPalette } from './chart-palette.ts';
import { labelOffsets } from './label-offsets.ts';
import type { ProjectionDays } from './projection-days.ts';
import { tooltipLook } from './tooltip-look.ts';

export interface ProjectionLabels {
  readonly balance: string;
  readonly balanceWithoutOrders: string;
  readonly protectedLevel: string;
  readonly receiptsOpen: string;
  readonly receiptsPlanned: string;
  readonly demand: string;
  readonly today: string;
  readonly late: string;
}

/**
 * The projected stock: above, the balance as steps with and without the proposed orders and the protected level; below,
 * receipts up and demand down. The lines carry their names, late supply is hatched. Does not throw.
 */
export function projectionChartOption(days: ProjectionDays, palette: ChartPalette, labels: ProjectionLabels): EChartsCoreOption {
  const dates = Array.from({ length: days.count }, (_, index) => days.firstDay + index);
  const hatch = { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 4], rotation: -Math.PI / 4, color: palette.surface };
  const bars = (values: readonly number[]): unknown[] =>
    values.map((value, index) => {
      const isLate = value > 0 && days.lateDays.has(days.firstDay + index);
      return isLate ? { value, itemStyle: { decal: hatch } } : value === 0 ? null : value;
    });
  const line = (
    name: string,
    data: readonly number[],
    color: string,
    style: 'solid' | 'dashed' | 'dotted',
    width: number,
    offsetPx = 0,
  ) => ({
    type: 'line',
    name,
    data,
    step: 'end',
    symbol: 'none',
    silent: true,
    animation: false,
    color,
    lineStyle: { color, type: style, width },
    endLabel: { show: true, formatter: name, color, fontSize: 11, distance: 4, offset: [0, offsetPx] },
  });
  const offsets = labelOffsets([days.balance, days.balanceWithoutOrders, days.protectedLevel]);
  const xAxis = (gridIndex: number, showsLabels: boolean) => ({
    type: 'category',
    gridIndex,
    data: dates,
    boundaryGap: gridIndex === 1,
    axisLine: { lineStyle: { color: palette.line }, onZero: true },
    axisTick: { show: false },
    splitLine: { show: false },
    axisLabel: {
      show: showsLabels,
      color: palette.inkSoft,
      fontSize: 11,
      hideOverlap: true,
      interval: (index: number) => index % Math.max(7, Math.round(days.count / 42) * 7) === 0 && index < days.count - 6,
      formatter: (value: string) => formatAxisDay(Number(value)),
    },
    axisPointer: { label: { show: false } },
  });
  const yAxis = (gridIndex: number, splitNumber: number) => ({
    type: 'value',
    gridIndex,
    splitNumber,
    axisLabel: { color: palette.inkSoft, fontSize: 11, hideOverlap: true },
    splitLine: { lineStyle: { color: palette.line, opacity: 0.6 } },
  });
  const bar = (name: string, data: unknown[], itemStyle: object) => ({
    type: 'bar',
    name,
    data,
    itemStyle,
    stack: 'moves',
    xAxisIndex: 1,
    yAxisIndex: 1,
    animation: false,
    barMinWidth: 2,
    barMaxWidth: 10,
    barCategoryGap: '15%',
  });
  return {
    textStyle: { fontFamily: palette.font, color: palette.ink },
    animation: false,
    grid: [
      { left: 46, right: 96, top: 18, height: '56%' },
      { left: 46, right: 96, bottom: 24, height: '22%' },
    ],
    xAxis: [xAxis(0, false), xAxis(1, true)],
    yAxis: [yAxis(0, 4), yAxis(1, 2)],
    axisPointer: { link: [{ xAxisIndex: 'all' }], lineStyle: { color: palette.inkFaint } },
    tooltip: {
      ...tooltipLook(palette),
      formatter: (points: readonly { readonly dataIndex: number }[]) => tellDay(days, points[0]?.dataIndex ?? 0, labels),
    },
    series: [
      {
        ...line(labels.balance, days.balance, palette.balance, 'solid', 2, offsets[0]),
        areaStyle: { color: palette.balance, opacity: 0.08 },
        markLine: {
          symbol: 'none',
          silent: true,
          label: { formatter: labels.today, color: palette.inkSoft, fontSize: 11, position: 'end' },
          lineStyle: { color: palette.inkSoft, type: 'solid', width: 1 },
          data: [{ xAxis: 0 }],
        },
      },
      line(labels.balanceWithoutOrders, days.balanceWithoutOrders, palette.withoutOrders, 'dashed', 1.2, offsets[1]),
      line(labels.protectedLevel, days.protectedLevel, palette.protectedLevel, 'dotted', 1.5, offsets[2]),
      bar(labels.receiptsOpen, bars(days.receiptsOpen), { color: palette.receipts }),
      bar(labels.receiptsPlanned, bars(days.receiptsPlanned), { color: palette.planned }),
      bar(
        labels.demand,
        days.demand.map((value) => (value === 0 ? null : -value)),
        { color: palette.demand },
      ),
    ],
  };
}

/** What a day holds, for the pointer. Figures and our own labels only, so there is nothing to escape. */
function tellDay(days: ProjectionDays, index: number, labels: ProjectionLabels): string {
  const figures: [string, number | undefined][] = [
    [labels.balance, days.balance[index]],
    [labels.balanceWithoutOrders, days.balanceWithoutOrders[index]],
    [labels.protectedLevel, days.protectedLevel[index]],
    [labels.receiptsOpen, days.receiptsOpen[index]],
    [labels.receiptsPlanned, days.receiptsPlanned[index]],
    [labels.demand, days.demand[index]],
  ];
  const day = days.firstDay + index;
  const told = figures.flatMap(([name, value], place) =>
    value && place > 2 ? [[name, value]] : place <= 2 ? [[name, value ?? 0]] : [],
  );
  const lines = told.map(([name, value]) => `${String(name)}  ${formatFigure(Number(value), 3)}`);
  const late = days.lateDays.has(day) ? `<br>${labels.late}` : '';
  return `<b>${formatShortDay(day)}</b><br>${lines.join('<br>')}${late}`;
}
