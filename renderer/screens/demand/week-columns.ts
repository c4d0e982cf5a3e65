import { isoWeekOf } from './iso-week.ts';
import type { CellMark, GridColumn } from '#renderer/grid/grid-column.ts';
import { formatShortDay } from '#renderer/text/format-date.ts';
import { formatFigure } from '#renderer/text/format-figure.ts';
import { text } from '#renderer/text/text.ts';
import type { DemandScope } from './demand-scope.ts';
import type { PlacedOverride } from './forecast-weeks.ts';

const greatestQty = 1e9;
/** Seven days that begin on another day than Monday carry the number of the week in which most of them lie. */
const middleDay = 3;

export interface WeekRows {
  readonly scope: DemandScope;
  /** Overrides of an item-location by week; empty for a total. */
  readonly placed: ReadonlyMap<number, PlacedOverride>;
  /** What was typed and is not kept yet. */
  readonly drafts: ReadonlyMap<number, number>;
  /** What the figures are counted in: a unit, or a currency. */
  readonly uom: string;
}

/** The columns of the weeks to come; a row is a week. */
export function weekColumns({ scope, placed, drafts, uom }: WeekRows): readonly GridColumn[] {
  const { weeks, decimals, total } = scope;
  const isTotal = total !== null;
  // A tenth of a piece is worth knowing where few are sold, a tenth of a euro of a total is not.
  const shownDecimals = total !== null && total.currency !== null ? decimals : decimals + 1;
  const figure = (id: string, header: string, widthPx: number, at: (week: number) => number, places: number): GridColumn => ({
    id,
    header,
    widthPx,
    isFigure: true,
    textAt: (week) => formatFigure(at(week), places),
    orderAt: at,
    figureAt: at,
    unitAt: () => uom,
  });
  const words = (id: string, header: string, widthPx: number, textAt: (week: number) => string): GridColumn => ({
    id,
    header,
    widthPx,
    isFigure: false,
    textAt,
    orderAt: (week) => week,
  });
  const typedAt = (week: number): number => drafts.get(week) ?? placed.get(week)?.override.qty ?? typedTotal(week);
  // A typed total is the sum of what its members were given.
  const typedTotal = (week: number): number => ((scope.typedMembers[week] ?? 0) > 0 ? (weeks.inForce[week] ?? 0) : NaN);
  const state = (week: number): string => {
    if (drafts.has(week)) return text('demand.draft');
    if (isTotal)
      return (scope.typedMembers[week] ?? 0) > 0 ? text('demand.typedMembers', { count: scope.typedMembers[week] ?? 0 }) : '';
    const override = placed.get(week);
    return override ? text(`demand.state.${override.isInForce ? 'inForce' : 'expired'}`) : '';
  };
  const marks = (week: number, mark: CellMark): boolean =>
    (mark === 'typed' && !drafts.has(week) && (placed.get(week)?.isInForce === true || (scope.typedMembers[week] ?? 0) > 0)) ||
    (mark === 'expired' && !drafts.has(week) && placed.get(week)?.isInForce === false) ||
    (mark === 'draft' && drafts.has(week));
  const shown: GridColumn[] = [
    {
      ...words('week', text('demand.week'), 106, (week) => formatShortDay(weeks.days[week] ?? 0)),
      isPinned: true,
    },
    { ...figure('number', text('demand.weekNumber'), 42, (week) => isoWeekOf((weeks.days[week] ?? 0) + middleDay), 0) },
    figure('yearAgo', text('demand.yearAgo'), 76, (week) => weeks.yearAgo[week] ?? NaN, decimals),
    figure('statistical', text('demand.statistical'), 84, (week) => weeks.statistical[week] ?? NaN, shownDecimals),
    {
      ...figure('typed', text(isTotal ? 'demand.typedTotal' : 'demand.override'), 84, typedAt, decimals),
      // A week typed to nothing is not one that nobody typed.
      textAt: (week) => (typedAt(week) === 0 ? '0' : formatFigure(typedAt(week), decimals)),
      isMarkedAt: marks,
      ...(total?.isReadOnly !== true && {
        edit: {
          canEditAt: (week) => week >= 0,
          fieldNameAt: (week) => text('demand.weekField', { week: formatShortDay(weeks.days[week] ?? 0), uom }),
          limitsAt: () => ({ decimals, min: 0, max: greatestQty }),
        },
      }),
    },
    figure('inForce', text('demand.inForce'), 94, (week) => weeks.inForce[week] ?? NaN, shownDecimals),
  ];
  const stateColumn = words('state', text('demand.state'), 120, state);
  if (isTotal) return [...shown, stateColumn];
  const override = (week: number) => (drafts.has(week) ? undefined : placed.get(week)?.override);
  return [
    ...shown,
    words('reason', text('demand.reason'), 170, (week) => override(week)?.reason ?? ''),
    stateColumn,
    words('until', text('demand.until'), 106, (week) => {
      const expiresOn = override(week)?.expiresOn;
      return expiresOn === null || expiresOn === undefined ? '' : formatShortDay(expiresOn);
    }),
    words('owner', text('demand.owner'), 90, (week) => override(week)?.owner ?? ''),
  ];
}
