import { useDesk } from '#renderer/stores/desk-context.tsx';
import { formatFigure } from '#renderer/text/format-figure.ts';
import { text } from '#renderer/text/text.ts';
import { showAmounts } from './today-rows.ts';
import type { ExceptionGroup } from './today-view.ts';

const savesSales: ReadonlySet<string> = new Set(['expedite', 'increase']);

/** What should happen to open orders, by kind, with the sales at risk or the money tied up; each leads to its item-locations. */
export function AdviceTable({ groups }: { readonly groups: readonly ExceptionGroup[] }): React.ReactElement {
  const goTo = useDesk((state) => state.goTo);
  return (
    <table className="table" aria-label={text('today.advice')}>
      <thead>
        <tr>
          <th scope="col">{text('today.adviceKind')}</th>
          <th scope="col" className="figure">
            {text('today.urgent')}
          </th>
          <th scope="col" className="figure">
            {text('today.all')}
          </th>
          <th scope="col" className="figure">
            {text('today.itemLocations')}
          </th>
          <th scope="col" className="figure money-head">
            {text('today.money')}
          </th>
        </tr>
      </thead>
      <tbody>
        {groups.map(({ kind, urgent, count, itemLocations, atRisk }) => (
          <tr key={kind}>
            <th scope="row">
              <button
                type="button"
                className="button link"
                onClick={() => goTo({ screen: 'inventory', filters: { exception: kind } })}
              >
                {text(`exception.${kind}`)}
              </button>
            </th>
            <td className={urgent > 0 ? 'figure bad' : 'figure zero'}>
              {urgent > 0 && <span aria-hidden="true">▲ </span>}
              {formatFigure(urgent)}
            </td>
            <td className="figure">{formatFigure(count)}</td>
            <td className="figure">{formatFigure(itemLocations)}</td>
            <td className="figure">
              {showAmounts(atRisk)}{' '}
              <span className="soft money-kind">{text(savesSales.has(kind) ? 'today.moneyAtRisk' : 'today.moneyTiedUp')}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
