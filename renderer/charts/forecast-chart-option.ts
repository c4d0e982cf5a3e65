import type { EChartsCoreOption } from 'echarts/core';
import { formatAxisDay, formatShortDay } from '#renderer/text/format-date.ts';
import { formatAxisFigure, formatFigure } from '#renderer/text/format-figure.ts';
import type { ChartPalette } from './chart-palette.ts';
import { tooltipLook } from './tooltip-look.ts';

/** A week that was typed over. */
export interface TypedPoint {
  readonly week: number;
  readonly value: number;
  readonly state: 'inForce' | 'expired' | 'draft';
}

/** History and forecast by week in stock units; history weeks and weeks to come may start on different days. */
export interface ForecastSeries {
  readonly historyDays: readonly number[];
  /** null where the demand is not known. */
  readonly history: readonly (number | null)[];
  /** Weeks of the history, by place, of which demand is excluded, and what they were before. */
  readonly excluded?: readonly { readonly week: number; readonly value: number }[];
  readonly days: readonly number[];
  readonly statistical: readonly number[];
  /** What is planned with. */
  readonly inForce: readonly number[];
  readonly low: readonly number[] | null;
  readonly high: readonly number[] | null;
  readonly typed: readonly TypedPoint[];
  readonly decimals: number;
}

export interface ForecastLabels {
  readonly history: string;
  readonly forecast: string;
  readonly statistical: string;
  readonly band: string;
  readonly typed: string;
  readonly draft: string;
  readonly expired: string;
  readonly unknown: string;
  readonly excluded: string;
  readonly today: string;
}

const msPerDay = 86_400_000;
const daysPerWeek = 7;

/** A day on the time axis. */
export function axisTime(day: number): number {
  return day * msPerDay;
}

/** The week to come under a time of the axis, or -1. */
export function weekAt(series: Pick<ForecastSeries, 'days'>, time: number): number {
  const first = series.days[0];
  if (first === undefined) return -1;
  const week = Math.floor((time / msPerDay - first) / daysPerWeek);
  return week >= 0 && week < series.days.length ? week : -1;
}

/**
 * Demand by week on a time axis: what came as bars, what is planned with as steps in the accent with its band, what the models say
 * as a dashed line where it differs, typed weeks as points, weeks of unknown demand hatched. Does not throw.
 */
export function forecastChartOption(series: ForecastSeries, palette: ChartPalette, labels: ForecastLabels): EChartsCoreOption {
  const { historyDays, days } = series;
  const first = historyDays[0] ?? days[0] ?? 0;
  const end = (days.at(-1) ?? first) + daysPerWeek;
  const middle = (day: number): number => axisTime(day) + (daysPerWeek / 2) * msPerDay;
  const steps = (values: readonly number[]): [number, number][] => [
    ...values.map((value, week): [number, number] => [axisTime(days[week] ?? 0), value]),
    [axisTime(end), values.at(-1) ?? 0],
  ];
  const stepLine = (name: string, values: readonly number[], lineStyle: object): Record<string, unknown> => ({
    type: 'line',
    name,
    data: steps(values),
    step: 'end',
    symbol: 'none',
    silent: true,
    lineStyle,
  });
  const hatch = { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 4], rotation: -Math.PI / 4, color: palette.inkFaint };
  // Over the line of the forecast the dashes would only disturb it: they show where both part.
  const parts = series.statistical.map((value, week) => value !== series.inForce[week]);
  const statistical = [...series.statistical, series.statistical.at(-1) ?? 0].map((value, week): [number, number | null] => [
    axisTime(days[week] ?? end),
    parts[week] === true || parts[week - 1] === true ? value : null,
  ]);
  const { low, high } = series;
  return {
    textStyle: { fontFamily: palette.font, color: palette.ink },
    animation: false,
    useUTC: true,
    grid: { left: 46, right: 84, top: 18, bottom: 24 },
    xAxis: {
      type: 'time',
      min: axisTime(first),
      max: axisTime(end),
      axisLine: { lineStyle: { color: palette.line } },
      axisTick: { show: false },
      splitLine: { show: false },
      axisLabel: {
        color: palette.inkSoft,
        fontSize: 11,
        hideOverlap: true,
        formatter: (time: number) => formatAxisDay(Math.round(time / msPerDay)),
      },
    },
    yAxis: [
      {
        type: 'value',
        min: 0,
        splitNumber: 4,
        axisLabel: { color: palette.inkSoft, fontSize: 11, formatter: formatAxisFigure },
        splitLine: { lineStyle: { color: palette.line, opacity: 0.6 } },
      },
      { type: 'value', min: 0, max: 1, show: false },
    ],
    tooltip: {
      ...tooltipLook(palette),
      axisPointer: { lineStyle: { color: palette.inkFaint } },
      formatter: (points: readonly { readonly axisValue?: number | string }[]) =>
        tellWeek(series, Number(points[0]?.axisValue ?? NaN), labels),
    },
    series: [
      {
        // Behind the history: what is seen of it is what was taken out.
        type: 'bar',
        name: labels.excluded,
        silent: true,
        data: excludedBars(series, middle),
        itemStyle: { color: 'transparent', borderColor: palette.demand, borderType: 'dashed', borderWidth: 1 },
        barMinWidth: 3,
        label: { color: palette.inkSoft },
      },
      {
        type: 'bar',
        name: labels.history,
        data: series.history.flatMap((value, week) => (value === null ? [] : [[middle(historyDays[week] ?? 0), value]])),
        itemStyle: { color: palette.demand },
        barGap: '-100%',
        barCategoryGap: '20%',
      },
      {
        type: 'bar',
        name: labels.unknown,
        yAxisIndex: 1,
        silent: true,
        data: series.history.flatMap((value, week) => (value === null ? [[middle(historyDays[week] ?? 0), 1]] : [])),
        itemStyle: { color: palette.surface, decal: hatch },
      },
      ...(low && high
        ? [
            { ...stepLine('low', low, { opacity: 0 }), stack: 'band', stackStrategy: 'all' },
            {
              ...stepLine(
                labels.band,
                high.map((value, week) => value - (low[week] ?? 0)),
                { opacity: 0 },
              ),
              stack: 'band',
              stackStrategy: 'all',
              areaStyle: { color: palette.balance, opacity: 0.13 },
              endLabel: { show: true, formatter: labels.band, color: palette.inkSoft, fontSize: 11, distance: 4 },
            },
          ]
        : []),
      { ...stepLine(labels.statistical, [], { color: palette.withoutOrders, type: 'dashed', width: 1.4 }), data: statistical },
      {
        ...stepLine(labels.forecast, series.inForce, { color: palette.balance, width: 2 }),
        id: 'inForce',
        color: palette.balance,
        endLabel: { show: true, formatter: labels.forecast, color: palette.balance, fontSize: 11, distance: 4 },
        labelLayout: { moveOverlap: 'shiftY' },
        markLine: {
          symbol: 'none',
          silent: true,
          label: { formatter: labels.today, color: palette.inkSoft, fontSize: 11, position: 'end' },
          lineStyle: { color: palette.inkSoft, type: 'solid', width: 1 },
          data: [{ xAxis: axisTime(days[0] ?? 0) }],
        },
      },
      { ...typedPoints(series, palette), id: 'typed', name: labels.typed },
    ],
  };
}

/** How far above all else an excluded week is drawn at most; its figure says the rest, so that it does not press the others flat. */
const mostExcludedHeight = 1.3;

function excludedBars(series: ForecastSeries, middle: (day: number) => number): readonly object[] {
  const others = [...series.history, ...series.inForce, ...(series.high ?? []), ...series.typed.map(({ value }) => value)];
  const most = mostExcludedHeight * others.reduce<number>((highest, value) => Math.max(highest, value ?? 0), 0);
  return (series.excluded ?? []).map(({ week, value }) => {
    const isCut = most > 0 && value > most;
    return {
      value: [middle(series.historyDays[week] ?? 0), isCut ? most : value],
      label: { show: isCut, formatter: formatAxisFigure(value), position: 'insideTopRight', distance: 6, fontSize: 11 },
    };
  });
}

/** The typed weeks as points in the middle of their week: filled in force, open where not kept yet, crossed out where expired. */
export function typedPoints(series: Pick<ForecastSeries, 'typed' | 'days'>, palette: ChartPalette): Record<string, unknown> {
  const looks = {
    inForce: { symbol: 'circle', itemStyle: { color: palette.balance, borderColor: palette.surface, borderWidth: 1.5 } },
    draft: { symbol: 'circle', itemStyle: { color: palette.surface, borderColor: palette.balance, borderWidth: 2 } },
    expired: {
      symbol: 'path://M0,0L8,8M8,0L0,8',
      itemStyle: { color: palette.inkFaint, borderColor: palette.inkFaint, borderWidth: 1.5 },
    },
  } as const;
  return {
    type: 'line',
    lineStyle: { opacity: 0 },
    symbolSize: 10,
    silent: true,
    z: 5,
    data: series.typed.map(({ week, value, state }) => ({
      value: [axisTime(series.days[week] ?? 0) + (daysPerWeek / 2) * msPerDay, value],
      ...looks[state],
    })),
  };
}

/** What a week holds, for the pointer. Figures and our own labels only, so there is nothing to escape. */
function tellWeek(series: ForecastSeries, time: number, labels: ForecastLabels): string {
  const show = (value: number | undefined): string => formatFigure(value ?? 0, series.decimals + 1);
  const week = weekAt(series, time);
  if (week >= 0) {
    const lines = [`${labels.forecast}  ${show(series.inForce[week])}`];
    if (series.inForce[week] !== series.statistical[week]) lines.push(`${labels.statistical}  ${show(series.statistical[week])}`);
    if (series.low && series.high) lines.push(`${labels.band}  ${show(series.low[week])} – ${show(series.high[week])}`);
    for (const typed of series.typed.filter((each) => each.week === week)) {
      const name = { inForce: labels.typed, draft: labels.draft, expired: labels.expired }[typed.state];
      lines.push(`${name}  ${show(typed.value)}`);
    }
    return `<b>${formatShortDay(series.days[week] ?? 0)}</b><br>${lines.join('<br>')}`;
  }
  const past = series.historyDays.findLastIndex((day) => axisTime(day) <= time);
  if (past < 0) return '';
  const value = series.history[past] ?? null;
  const lines = [`${labels.history}  ${value === null ? labels.unknown : show(value)}`];
  for (const before of (series.excluded ?? []).filter((each) => each.week === past)) {
    lines.push(`${labels.excluded}  ${show(before.value)}`);
  }
  return `<b>${formatShortDay(series.historyDays[past] ?? 0)}</b><br>${lines.join('<br>')}`;
}
