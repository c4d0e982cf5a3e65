import { Fragment } from 'react';
import { notSet } from '#core/frame/frame-layout.ts';
import { formatShortDay } from '#renderer/text/format-date.ts';
import { formatFigure } from '#renderer/text/format-figure.ts';
import { text } from '#renderer/text/text.ts';
import type { DeliveryRow } from './delivery-rows.ts';
import type { FrameReader } from './frame-reader.ts';
import { PlaceLink } from './place-link.tsx';
import { placeName } from './place-name.ts';
import { useShortList } from './use-short-list.tsx';

interface DeliveredInFactProps {
  readonly node: number;
  readonly rows: readonly DeliveryRow[];
  readonly reader: FrameReader;
}

/** The lines that do not arrive as planned: what comes when instead, and which place is short. */
export function DeliveredInFact({ node, rows, reader }: DeliveredInFactProps) {
  const { shown, more } = useShortList(rows);
  if (rows.length === 0) return null;
  const decimals = reader.decimalsOf(node);
  const show = (grains: number): string => formatFigure(reader.units(node, grains), decimals + 3);
  return (
    <section aria-label={text('delivery.title')}>
      <h3>{text('delivery.title')}</h3>
      <table className="facts-table" aria-label={text('delivery.title')}>
        <thead>
          <tr>
            <th scope="col" className="figure">
              {text('delivery.planned', { uom: reader.uom(reader.frame.nodeItem[node] ?? notSet) })}
            </th>
            <th scope="col">{text('delivery.plannedDay')}</th>
            <th scope="col" className="figure">
              {text('delivery.arrives')}
            </th>
            <th scope="col">{text('delivery.arrivesOn')}</th>
            <th scope="col">{text('delivery.shortAt')}</th>
          </tr>
        </thead>
        {shown.map((row) => (
          <tbody key={row.order} className={row.isSelected ? 'selected' : ''}>
            {row.arrivals.map((arrival, index) => (
              <tr key={arrival.day} aria-current={row.isSelected || undefined}>
                {index === 0 ? (
                  <Fragment>
                    <td className="figure" rowSpan={row.arrivals.length}>
                      {show(row.grains)}
                    </td>
                    <th scope="rowgroup" className="day" rowSpan={row.arrivals.length}>
                      {row.isSelected ? <span className="visually-hidden">{text('delivery.thisOrder')}</span> : null}
                      {formatShortDay(row.receiptDay)}
                    </th>
                  </Fragment>
                ) : null}
                <td className="figure">{show(arrival.grains)}</td>
                <td className={arrival.day === notSet ? 'bad' : arrival.day > row.receiptDay ? 'day warn' : 'day'}>
                  {arrival.day === notSet ? text('delivery.never') : formatShortDay(arrival.day)}
                </td>
                {index === 0 ? (
                  <td rowSpan={row.arrivals.length}>
                    <PlaceLink
                      node={row.shortNode}
                      from={node}
                      words={row.shortNode === notSet ? '' : placeName(row.shortNode, node, reader)}
                      reader={reader}
                    />
                  </td>
                ) : null}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
      {more}
    </section>
  );
}
