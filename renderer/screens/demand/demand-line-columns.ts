import type { DemandLineList } from '#core/contract/schemas.ts';
import type { CellMark, GridColumn } from '#renderer/grid/grid-column.ts';
import { formatShortDay } from '#renderer/text/format-date.ts';
import { formatFigure } from '#renderer/text/format-figure.ts';
import { text } from '#renderer/text/text.ts';
import type { DemandLine } from './exclude-lines.ts';

/** The columns of demand lines; a row is a place in the list. */
export function demandLineColumns({ lines, usualQty }: DemandLineList, decimals: number, uom: string): readonly GridColumn[] {
  const qtyAt = (row: number): number => lines[row]?.qty ?? NaN;
  const timesAt = (row: number): number => (usualQty === null || usualQty === 0 ? NaN : qtyAt(row) / usualQty);
  const words = (id: string, header: string, widthPx: number, of: (line: DemandLine) => string): GridColumn => ({
    id,
    header,
    widthPx,
    isFigure: false,
    textAt(row) {
      const line = lines[row];
      return line ? of(line) : '';
    },
    orderAt: (row) => row,
  });
  return [
    {
      ...words('day', text('demand.lines.day'), 118, ({ day }) => formatShortDay(day)),
      orderAt: (row) => lines[row]?.day ?? NaN,
      isPinned: true,
    },
    {
      id: 'qty',
      header: text('demand.lines.qty'),
      unit: uom,
      widthPx: 108,
      isFigure: true,
      textAt: (row) => formatFigure(qtyAt(row), decimals),
      orderAt: qtyAt,
      figureAt: qtyAt,
      unitAt: () => uom,
      isMarkedAt: (row, mark) => isMarked(lines[row], mark),
    },
    {
      id: 'times',
      header: text('demand.lines.times'),
      hint: text('demand.lines.timesHint'),
      widthPx: 90,
      isFigure: true,
      textAt: (row) => formatFigure(timesAt(row), 1),
      orderAt: timesAt,
    },
    words('state', text('demand.state'), 160, (line) => stateOf(line, decimals)),
    words('reason', text('demand.reason'), 150, ({ reason }) => reason),
    words('owner', text('demand.owner'), 80, ({ owner }) => owner),
    words('customer', text('demand.lines.customer'), 100, ({ customer }) => customer ?? ''),
    words('channel', text('demand.lines.channel'), 80, ({ channel }) => channel ?? ''),
    words('stream', text('demand.lines.stream'), 90, ({ stream }) => text(`demand.lines.stream.${stream}`)),
  ];
}

function isMarked(line: DemandLine | undefined, mark: CellMark): boolean {
  if (mark === 'unusual') return line?.limitQty != null;
  return mark === 'excluded' && (line?.treatment === 'excluded' || line?.treatment === 'cancelled');
}

/** What became of a line, with the evidence. */
function stateOf({ treatment, excludedBy, partnerDay, limitQty }: DemandLine, decimals: number): string {
  switch (treatment) {
    case 'kept':
      return limitQty === null
        ? text('demand.lines.state.kept')
        : text('demand.lines.state.unusual', { limit: formatFigure(limitQty, decimals) });
    case 'returned':
      return text('demand.lines.state.returned');
    case 'cancelled':
      return text('demand.lines.state.cancelled', { day: partnerDay === null ? '' : formatShortDay(partnerDay) });
    case 'excluded':
      return text(excludedBy === 'plan' ? 'demand.lines.state.excluded' : 'demand.lines.state.excludedByData');
  }
}
