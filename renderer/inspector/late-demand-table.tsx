import { notSet } from '#core/frame/frame-layout.ts';
import type { LateDemand } from '#core/plan/deliver/network-delivery.ts';
import { text } from '#renderer/text/text.ts';
import { describeLateDemand } from './describe-late-demand.ts';
import type { FrameReader } from './frame-reader.ts';
import { PlaceLink } from './place-link.tsx';
import { useShortList } from './use-short-list.tsx';

interface LateDemandTableProps {
  readonly node: number;
  readonly lateDemand: readonly LateDemand[];
  readonly reader: FrameReader;
}

/** The demands of an item-location that are served late or not at all, and what binds where. */
export function LateDemandTable({ node, lateDemand, reader }: LateDemandTableProps) {
  const { shown, more } = useShortList(describeLateDemand(lateDemand, reader));
  if (lateDemand.length === 0) return null;
  return (
    <section aria-label={text('late.title')}>
      <h3>{text('late.title')}</h3>
      <table className="facts-table" aria-label={text('late.title')}>
        <thead>
          <tr>
            <th scope="col">{text('late.demand')}</th>
            <th scope="col">{text('late.due')}</th>
            <th scope="col" className="figure">
              {text('late.missing', { uom: reader.uom(reader.frame.nodeItem[node] ?? notSet) })}
            </th>
            <th scope="col">{text('late.servedOn')}</th>
            <th scope="col">{text('late.constraint')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((row, index) => (
            <tr key={index}>
              <th scope="row">{row.name}</th>
              <td className="day">{row.due}</td>
              <td className="figure">{row.missing}</td>
              <td className={row.isNeverServed ? 'bad' : 'day'}>
                {row.served}
                {row.lateBy ? <span className="under warn">{row.lateBy}</span> : null}
              </td>
              <td>
                <PlaceLink node={row.constraintNode} from={node} words={row.constraint} reader={reader} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {more}
    </section>
  );
}
