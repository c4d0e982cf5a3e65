import { useDesk } from '#renderer/stores/desk-context.tsx';
import { formatFigure } from '#renderer/text/format-figure.ts';
import { text } from '#renderer/text/text.ts';
import { showAmounts } from './today-rows.ts';
import type { ExceptionGroup } from './today-view.ts';

/** Exceptions by kind, what wants a look today first; each leads to its item-locations. */
export function ExceptionTable({ groups }: { readonly groups: readonly ExceptionGroup[] }): React.ReactElement {
  const goTo = useDesk((state) => state.goTo);
  if (groups.length === 0) return <p className="soft">{text('today.noExceptions')}</p>;
  return (
    <table className="table" aria-label={text('today.exceptions')}>
      <thead>
        <tr>
          <th scope="col">{text('today.kind')}</th>
          <th scope="col" className="figure">
            {text('today.urgent')}
          </th>
          <th scope="col" className="figure">
            {text('today.all')}
          </th>
          <th scope="col" className="figure">
            {text('today.itemLocations')}
          </th>
          <th scope="col" className="figure">
            {text('today.atRisk')}
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
            <td className="figure">{showAmounts(atRisk)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
