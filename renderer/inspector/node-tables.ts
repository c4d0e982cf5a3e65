import { formatDay } from '#core/base/calendar-day.ts';
import type { ChartTable } from '#renderer/charts/chart-table.ts';
import type { DemandWeeks } from '#renderer/charts/demand-weeks.ts';
import type { ProjectionDays } from '#renderer/charts/projection-days.ts';
import { text } from '#renderer/text/text.ts';

/** The days of a projection on which something happens, with bare figures, as a spreadsheet reads them. */
export function projectionTable(days: ProjectionDays): ChartTable {
  const header = [
    text('chart.day'),
    text('chart.demand'),
    text('chart.receiptsOpen'),
    text('chart.receiptsPlanned'),
    text('chart.balance'),
    text('chart.balanceWithoutOrders'),
    text('chart.protected'),
  ];
  const rows = Array.from({ length: days.count }, (_, day) => [
    formatDay(days.firstDay + day),
    ...[days.demand, days.receiptsOpen, days.receiptsPlanned, days.balance, days.balanceWithoutOrders, days.protectedLevel].map(
      (values) => String(values[day] ?? 0),
    ),
  ]);
  return { header, rows };
}

/** History and forecast by week, with bare figures. */
export function demandTable(demand: DemandWeeks): ChartTable {
  return {
    header: [text('chart.week'), text('chart.history'), text('chart.forecast')],
    rows: demand.weeks.map((week, index) => [
      formatDay(week),
      String(demand.history[index] ?? ''),
      String(demand.forecast[index] ?? ''),
    ]),
  };
}
