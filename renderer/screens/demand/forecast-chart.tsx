import type { EChartsType } from 'echarts/core';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import { formatDay } from '#core/base/calendar-day.ts';
import { readPalette, type ChartPalette } from '#renderer/charts/chart-palette.ts';
import type { ChartTable } from '#renderer/charts/chart-table.ts';
import { ChartView } from '#renderer/charts/chart-view.tsx';
import { dragWeeks } from '#renderer/charts/drag-weeks.ts';
import { forecastChartOption, typedPoints, type ForecastSeries } from '#renderer/charts/forecast-chart-option.ts';
import { text } from '#renderer/text/text.ts';

interface ForecastChartProps {
  readonly title: string;
  readonly series: ForecastSeries;
  readonly fileName: string;
  /** null where the weeks cannot be typed over. */
  readonly onTyped: ((week: number, value: number) => void) | null;
}

/** What came, what is expected, and what was typed; a week of the forecast can be taken by the pointer and moved. */
export function ForecastChart({ title, series, fileName, onTyped }: ForecastChartProps) {
  const latest = useRef({ series, onTyped });
  useEffect(() => {
    latest.current = { series, onTyped };
  });
  const option = useCallback(
    (palette: ChartPalette) =>
      forecastChartOption(series, palette, {
        history: text('chart.history'),
        forecast: text('chart.forecast'),
        statistical: text('demand.statistical'),
        band: text('demand.band'),
        typed: text('demand.override'),
        draft: text('demand.draft'),
        expired: text('demand.state.expired'),
        unknown: text('chart.unknownDemand'),
        excluded: text('demand.lines.before'),
        today: text('chart.today'),
      }),
    [series],
  );
  const attach = useCallback(
    (chart: EChartsType, element: HTMLElement) =>
      dragWeeks(chart, element, {
        series: () => latest.current.series,
        onMoved(week, value) {
          const { series: shown } = latest.current;
          const typed = [...shown.typed.filter((point) => point.week !== week), { week, value, state: 'draft' as const }];
          chart.setOption({ series: [{ id: 'typed', ...typedPoints({ ...shown, typed }, readPalette(element)) }] });
        },
        onDropped: (week, value) => latest.current.onTyped?.(week, value),
      }),
    [],
  );
  const table = useMemo(() => tableOf(series), [series]);
  const hasUnknown = series.history.includes(null);
  const hasExcluded = (series.excluded ?? []).length > 0;
  return (
    <>
      <ChartView
        title={title}
        description={text('chart.demandSays', { weeks: series.history.length + series.days.length })}
        heightPx={220}
        fileName={fileName}
        option={option}
        table={table}
        {...(onTyped && { attach })}
      />
      <p className="soft chart-note">
        {hasUnknown && (
          <span>
            <i className="hatched" aria-hidden="true" /> {text('chart.unknownDemand')}
          </span>
        )}
        {hasExcluded && (
          <span>
            <i className="excluded-sample" aria-hidden="true" /> {text('demand.lines.before')}
          </span>
        )}
        {onTyped && <span>{text('demand.dragHint')}</span>}
      </p>
    </>
  );
}

function tableOf(series: ForecastSeries): ChartTable {
  const show = (value: number | null | undefined): string => (value === null || value === undefined ? '' : String(value));
  const typed = new Map(series.typed.map((point) => [point.week, point]));
  const before = new Map((series.excluded ?? []).map(({ week, value }) => [week, value]));
  return {
    header: [
      text('chart.week'),
      text('chart.history'),
      ...(before.size > 0 ? [text('demand.lines.before')] : []),
      text('demand.statistical'),
      text('demand.override'),
      text('demand.inForce'),
      text('demand.bandLow'),
      text('demand.bandHigh'),
    ],
    rows: [
      ...series.historyDays.map((day, week) => {
        const value = series.history[week] ?? null;
        const told = value === null ? text('chart.unknownDemand') : String(value);
        return [formatDay(day), told, ...(before.size > 0 ? [show(before.get(week))] : []), '', '', '', '', ''];
      }),
      ...series.days.map((day, week) => [
        formatDay(day),
        '',
        ...(before.size > 0 ? [''] : []),
        show(series.statistical[week]),
        show(typed.get(week)?.value),
        show(series.inForce[week]),
        show(series.low?.[week]),
        show(series.high?.[week]),
      ]),
    ],
  };
}
