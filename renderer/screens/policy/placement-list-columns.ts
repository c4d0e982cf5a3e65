import { leftOutReasons, type Placements } from '#core/insight/placement/placement-columns.ts';
import type { GridColumn } from '#renderer/grid/grid-column.ts';
import type { FrameReader } from '#renderer/inspector/frame-reader.ts';
import { formatFigure, formatSigned } from '#renderer/text/format-figure.ts';
import { text } from '#renderer/text/text.ts';
import { figureColumn, placeColumns, wordColumn } from '#renderer/screens/list-columns.ts';
import { placementMoney, stageRows, type PlacementSums } from './placement-money.ts';

/** The columns of placements; a row is a network, money in the currency of the sums. `isTaken` says which are accepted already. */
export function placementListColumns(
  placements: Placements,
  sums: PlacementSums,
  reader: FrameReader,
  currency: string,
  isTaken: (network: number) => boolean,
): readonly GridColumn[] {
  const { frame } = reader;
  const { networks, stages } = placements;
  const nodeOf = (network: number): number => stages.views.node[networks.views.firstStage[network] ?? 0] ?? 0;
  const at = (column: ArrayLike<number>) => (network: number) => column[network] ?? NaN;
  const saving = (network: number): number => at(sums.now)(network) - at(sums.placed)(network);
  const money = (value: number): string => formatFigure(Math.round(value));
  const siteIds = (network: number): string =>
    stageRows(placements, network)
      .map((row) => reader.siteId(frame.nodeSite[stages.views.node[row] ?? 0] ?? 0))
      .join(' ');
  const elsewhere = (network: number): string =>
    placementMoney(placements, network, reader)
      .map((each) => ({ code: each.currency, saving: Math.round(each.now - each.placed) }))
      .filter(({ code, saving }) => code !== currency && saving !== 0)
      .map(({ code, saving }) => `${formatSigned(saving)} ${code}`)
      .join(' · ');
  const [item, , name] = placeColumns(reader, nodeOf);
  return [
    { ...item, isMarkedAt: (network, mark) => mark === 'approved' && isTaken(network) },
    wordColumn(
      'sites',
      text('policy.sites'),
      172,
      siteIds,
      (network) => (networks.views.endStage[network] ?? 0) - (networks.views.firstStage[network] ?? 0),
    ),
    figureColumn('now', text('policy.now'), 84, at(sums.now), money),
    figureColumn('placed', text('policy.placed'), 84, at(sums.placed), money),
    {
      ...figureColumn('saving', text('policy.saving'), 84, saving, (value) => formatSigned(Math.round(value))),
      hint: text('policy.savingHint'),
    },
    { ...figureColumn('alone', text('policy.alone'), 96, at(sums.alone), money), hint: text('policy.aloneHint') },
    { ...wordColumn('elsewhere', text('policy.elsewhere'), 150, elsewhere, () => NaN), hint: text('policy.elsewhereHint') },
    {
      ...figureColumn('stays', text('policy.stays'), 64, at(sums.stays), (value) => formatFigure(value)),
      hint: text('policy.staysHint'),
    },
    name,
  ];
}

/** The columns of networks without a placement: the site that says why. */
export function leftOutColumns({ leftOut }: Placements, reader: FrameReader): readonly GridColumn[] {
  const [item, site, name] = placeColumns(reader, (row) => leftOut.views.node[row] ?? 0);
  return [
    item,
    site,
    wordColumn(
      'reason',
      text('policy.leftOutWhy'),
      500,
      (row) => text(`policy.leftOut.${leftOutReasons[leftOut.views.reason[row] ?? 0] ?? 'shares'}`),
      (row) => leftOut.views.reason[row] ?? NaN,
    ),
    name,
  ];
}
