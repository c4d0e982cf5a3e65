import type { GridColumn } from '#renderer/grid/grid-column.ts';
import type { FrameReader } from '#renderer/inspector/frame-reader.ts';
import { figureColumn, placeColumns } from '#renderer/screens/list-columns.ts';
import { formatFigure } from '#renderer/text/format-figure.ts';
import { text } from '#renderer/text/text.ts';
import type { DemandScope } from './demand-scope.ts';

/** The columns of the members of a total; a row is a place among its nodes. */
export function memberColumns(scope: DemandScope, reader: FrameReader, uom: string): readonly GridColumn[] {
  const perWeek = scope.total?.perWeek ?? new Float64Array();
  const all = perWeek.reduce((sum, each) => sum + each, 0);
  const meanOf = (place: number): number => perWeek[place] ?? NaN;
  const shareOf = (place: number): number => (all > 0 ? (meanOf(place) / all) * 100 : NaN);
  const [item, site, name] = placeColumns(reader, (place) => scope.nodes[place] ?? 0);
  return [
    item,
    site,
    {
      ...figureColumn('perWeek', text('demand.candidateLevel', { uom }), 132, meanOf, (value) =>
        formatFigure(value, scope.decimals + 1),
      ),
      figureAt: meanOf,
      unitAt: () => uom,
    },
    {
      ...figureColumn('share', text('demand.share'), 84, shareOf, (value) => formatFigure(value, 2)),
      figureAt: shareOf,
      unitAt: () => '%',
    },
    { ...name, widthPx: 160 },
  ];
}
