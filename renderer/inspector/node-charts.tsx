import { useCallback, useMemo } from 'react';
import type { Projection } from '#core/plan/explanation.ts';
import type { PlanResult } from '#core/plan/plan-result.ts';
import type { ChartPalette } from '#renderer/charts/chart-palette.ts';
import { ChartView } from '#renderer/charts/chart-view.tsx';
import { demandChartOption } from '#renderer/charts/demand-chart-option.ts';
import { readDemandWeeks } from '#renderer/charts/demand-weeks.ts';
import { projectionChartOption } from '#renderer/charts/projection-chart-option.ts';
import { readProjectionDays } from '#renderer/charts/projection-days.ts';
import { formatShortDay } from '#renderer/text/format-date.ts';
import { text } from '#renderer/text/text.ts';
import type { FrameReader } from './frame-reader.ts';
import { demandTable, projectionTable } from './node-tables.ts';

interface NodeChartsProps {
  readonly node: number;
  readonly projection: Projection;
  readonly result: PlanResult;
  readonly reader: FrameReader;
}

const historyWeeksShown = 52;

/** Where stock goes from here, with and without the proposed orders. */
export function ProjectionChart({ node, projection, result, reader }: NodeChartsProps) {
  const { frame } = reader;
  const days = useMemo(() => readProjectionDays(projection, frame, result, node), [projection, frame, result, node]);
  const option = useCallback(
    (palette: ChartPalette) =>
      projectionChartOption(days, palette, {
        balance: text('chart.balance'),
        balanceWithoutOrders: text('chart.balanceWithoutOrders'),
        protectedLevel: text('chart.protected'),
        receiptsOpen: text('chart.receiptsOpen'),
        receiptsPlanned: text('chart.receiptsPlanned'),
        demand: text('chart.demand'),
        today: text('chart.today'),
        late: text('chart.late'),
      }),
    [days],
  );
  const table = useMemo(() => projectionTable(days), [days]);
  const lowest = days.balance.reduce((least, value) => Math.min(least, value), Infinity);
  const on = days.firstDay + days.balance.indexOf(lowest);
  return (
    <ChartView
      title={text('chart.projection')}
      description={text('chart.projectionSays', { lowest: String(lowest), day: formatShortDay(on) })}
      heightPx={260}
      fileName={`projection-${reader.itemId(frame.nodeItem[node] ?? 0)}-${reader.siteId(frame.nodeSite[node] ?? 0)}`}
      option={option}
      table={table}
    />
  );
}

/** What was asked for week by week, and what is expected. */
export function DemandChart({ node, projection, reader }: NodeChartsProps) {
  const { frame } = reader;
  const demand = useMemo(() => readDemandWeeks(frame, node, projection, historyWeeksShown), [frame, node, projection]);
  const option = useCallback(
    (palette: ChartPalette) =>
      demandChartOption(demand, palette, {
        history: text('chart.history'),
        forecast: text('chart.forecast'),
        unknown: text('chart.unknownDemand'),
      }),
    [demand],
  );
  const table = useMemo(() => demandTable(demand), [demand]);
  return (
    <ChartView
      title={text('chart.demandByWeek')}
      description={text('chart.demandSays', { weeks: demand.weeks.length })}
      heightPx={150}
      fileName={`demand-${reader.itemId(frame.nodeItem[node] ?? 0)}-${reader.siteId(frame.nodeSite[node] ?? 0)}`}
      option={option}
      table={table}
    />
  );
}
