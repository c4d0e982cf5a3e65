import { useDesk } from '#renderer/stores/desk-context.tsx';
import { formatFigure } from '#renderer/text/format-figure.ts';
import { text } from '#renderer/text/text.ts';
import { showAmounts } from './today-rows.ts';
import type { OrderGroup } from './today-view.ts';

/** Proposals to decide on, by kind and by when. */
export function OrderTable({ groups }: { readonly groups: readonly OrderGroup[] }): React.ReactElement {
  const goTo = useDesk((state) => state.goTo);
  return (
    <table className="table" aria-label={text('today.orders')}>
      <thead>
        <tr>
          <th scope="col">{text('column.kind')}</th>
          <th scope="col" className="figure">
            {text('today.dueToday')}
          </th>
          <th scope="col" className="figure">
            {text('today.dueThisWeek')}
          </th>
          <th scope="col" className="figure">
            {text('today.later')}
          </th>
          <th scope="col" className="figure">
            {text('today.valueThisWeek')}
          </th>
        </tr>
      </thead>
      <tbody>
        {groups.map(({ kind, today, thisWeek, later, value }) => (
          <tr key={kind}>
            <th scope="row">
              <button type="button" className="button link" onClick={() => goTo({ screen: 'replenish', filters: { kind } })}>
                {text(`kind.${kind}`)}
              </button>
            </th>
            <td className={today > 0 ? 'figure strong' : 'figure zero'}>{formatFigure(today)}</td>
            <td className={thisWeek > 0 ? 'figure' : 'figure zero'}>{formatFigure(thisWeek)}</td>
            <td className="figure soft">{formatFigure(later)}</td>
            <td className="figure">{showAmounts(value)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
