import { forecastWeeks } from '#core/demand/nodes/forecast-columns.ts';
import type { FrameReader } from '#renderer/inspector/frame-reader.ts';
import { useShortList } from '#renderer/inspector/use-short-list.tsx';
import { formatFigure } from '#renderer/text/format-figure.ts';
import { text } from '#renderer/text/text.ts';
import type { DemandScope } from './demand-scope.ts';

interface FamilyMembersProps {
  readonly scope: DemandScope;
  readonly reader: FrameReader;
  readonly onChosen: (node: number) => void;
}

/** The members of a family with their share of its forecast, by which a typed total is shared out; the largest first. */
export function FamilyMembers({ scope, reader, onChosen }: FamilyMembersProps) {
  const weeks = forecastWeeks(reader.frame);
  const totals = [...scope.nodes].map((node, place) => ({
    node,
    perWeek: (scope.memberWeeks?.subarray(place * weeks, (place + 1) * weeks).reduce((sum, qty) => sum + qty, 0) ?? 0) / weeks,
  }));
  const all = totals.reduce((sum, { perWeek }) => sum + perWeek, 0);
  const { shown, more } = useShortList(totals.sort((a, b) => b.perWeek - a.perWeek));
  return (
    <section aria-label={text('demand.members')}>
      <h3>{text('demand.members')}</h3>
      <table className="table facts" aria-label={text('demand.members')}>
        <thead>
          <tr>
            <th scope="col">{text('inventory.item')}</th>
            <th scope="col">{text('inventory.site')}</th>
            <th scope="col" className="figure">
              {text('demand.candidateLevel', { uom: reader.uom(reader.frame.nodeItem[scope.nodes[0] ?? 0] ?? 0) })}
            </th>
            <th scope="col" className="figure">
              {text('demand.share')}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ node, perWeek }) => (
            <tr key={node}>
              <th scope="row">
                <button type="button" className="button link" onClick={() => onChosen(node)}>
                  {reader.itemId(reader.frame.nodeItem[node] ?? 0)}
                </button>
              </th>
              <td>{reader.siteId(reader.frame.nodeSite[node] ?? 0)}</td>
              <td className="figure">{formatFigure(perWeek, scope.decimals + 1)}</td>
              <td className="figure">{all > 0 ? formatFigure((perWeek / all) * 100, 1) : ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {more}
    </section>
  );
}
