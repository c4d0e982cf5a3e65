import type { ReactNode } from 'react';
import { useDesk } from '#renderer/stores/desk-context.tsx';
import { formatFigure } from '#renderer/text/format-figure.ts';
import { text } from '#renderer/text/text.ts';
import type { ExceptionGroup } from './today-view.ts';

interface ExceptionGroupsProps {
  readonly groups: readonly ExceptionGroup[];
  /** What the table is called, and the heads of its first and last column. */
  readonly name: string;
  readonly kindHead: string;
  readonly moneyHead: string;
  readonly moneyHeadClass: string;
  readonly money: (group: ExceptionGroup) => ReactNode;
}

/** Exceptions by kind, with how many want a look today and the money; each leads to its item-locations. */
export function ExceptionGroups({ groups, name, kindHead, moneyHead, moneyHeadClass, money }: ExceptionGroupsProps) {
  const goTo = useDesk((state) => state.goTo);
  return (
    <table className="table" aria-label={name}>
      <thead>
        <tr>
          <th scope="col">{kindHead}</th>
          <th scope="col" className="figure">
            {text('today.urgent')}
          </th>
          <th scope="col" className="figure">
            {text('today.all')}
          </th>
          <th scope="col" className="figure">
            {text('today.itemLocations')}
          </th>
          <th scope="col" className={moneyHeadClass}>
            {moneyHead}
          </th>
        </tr>
      </thead>
      <tbody>
        {groups.map((group) => (
          <tr key={group.kind}>
            <th scope="row">
              <button
                type="button"
                className="button link"
                onClick={() => goTo({ screen: 'inventory', filters: { exception: group.kind } })}
              >
                {text(`exception.${group.kind}`)}
              </button>
            </th>
            <td className={group.urgent > 0 ? 'figure bad' : 'figure zero'}>
              {group.urgent > 0 && <span aria-hidden="true">▲ </span>}
              {formatFigure(group.urgent)}
            </td>
            <td className="figure">{formatFigure(group.count)}</td>
            <td className="figure">{formatFigure(group.itemLocations)}</td>
            <td className="figure">{money(group)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
