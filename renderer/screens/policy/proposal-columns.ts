import {
  proposalFields,
  proposalKinds,
  type ProposalColumns,
  type ProposalField,
} from '#core/insight/parameters/proposal-columns.ts';
import type { GridColumn } from '#renderer/grid/grid-column.ts';
import type { FrameReader } from '#renderer/inspector/frame-reader.ts';
import { formatFigure, formatSigned } from '#renderer/text/format-figure.ts';
import { formatPoints, formatShare } from '#renderer/text/format-share.ts';
import { text } from '#renderer/text/text.ts';
import { figureColumn, placeColumns, wordColumn } from '#renderer/screens/list-columns.ts';
import { parameterText } from './proposal-words.ts';

/** Whether a parameter is in the stock unit of the item. */
function isQuantity(field: ProposalField): boolean {
  return field.endsWith('_qty') || field === 'safety_stock' || field === 'moq';
}

/** The columns of what is proposed; a row is a proposal. `isTaken` says which are accepted and on their way. */
export function proposalColumns(
  { views }: ProposalColumns,
  reader: FrameReader,
  isTaken: (row: number) => boolean,
): readonly GridColumn[] {
  const nodeOf = (row: number): number => views.node[row] ?? 0;
  const fieldOf = (row: number): ProposalField => proposalFields[views.field[row] ?? 0] ?? 'min_qty';
  const value = (column: Float64Array) => (found: number, row: number) => {
    const shown = parameterText(fieldOf(row), found, nodeOf(row), reader);
    return shown === '' && column === views.current ? text('policy.none') : shown;
  };
  const at = (column: ArrayLike<number>) => (row: number) => column[row] ?? NaN;
  const gain = (row: number): number => (views.fillRateAfter[row] ?? NaN) - (views.fillRateBefore[row] ?? NaN);
  const [item, site, name] = placeColumns(reader, nodeOf);
  return [
    { ...item, isMarkedAt: (row, mark) => mark === 'approved' && isTaken(row) },
    site,
    wordColumn(
      'kind',
      text('policy.why'),
      164,
      (row) => text(`policy.kind.${proposalKinds[views.kind[row] ?? 0] ?? 'stale'}`),
      at(views.kind),
    ),
    wordColumn('field', text('policy.parameter'), 112, (row) => text(`policy.field.${fieldOf(row)}`), at(views.field)),
    figureColumn('current', text('policy.now'), 84, at(views.current), value(views.current)),
    figureColumn('proposed', text('policy.proposed'), 84, at(views.proposed), value(views.proposed)),
    wordColumn(
      'uom',
      text('inventory.uom'),
      52,
      (row) => (isQuantity(fieldOf(row)) ? reader.uom(reader.frame.nodeItem[nodeOf(row)] ?? 0) : ''),
      (row) => reader.frame.itemUom[reader.frame.nodeItem[nodeOf(row)] ?? 0] ?? NaN,
    ),
    {
      ...figureColumn('money', text('policy.stockChange'), 104, at(views.stockValueChange), (found) =>
        formatSigned(Math.round(found)),
      ),
      hint: text('policy.stockChangeHint'),
    },
    figureColumn('fillBefore', text('policy.fill'), 80, at(views.fillRateBefore), (found) => formatShare(found)),
    {
      ...figureColumn('gain', text('policy.gain'), 96, gain, (found) => formatPoints(found, text('policy.points'))),
      hint: text('policy.fillChangeHint'),
    },
    figureColumn('confidence', text('policy.confidence'), 98, at(views.confidence), (found) => formatShare(found, 0)),
    {
      ...figureColumn('score', text('policy.atStake'), 118, at(views.score), (found) => formatFigure(found)),
      hint: text('policy.atStakeHint'),
    },
    name,
  ];
}
