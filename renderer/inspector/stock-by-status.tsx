import { notSet } from '#core/frame/frame-layout.ts';
import { formatFigure } from '#renderer/text/format-figure.ts';
import { text } from '#renderer/text/text.ts';
import type { FrameReader } from './frame-reader.ts';
import { stockByStatus } from './node-facts.ts';

/** Stock as it is booked, by status. */
export function StockByStatus({ node, reader }: { readonly node: number; readonly reader: FrameReader }) {
  const stock = [...stockByStatus(reader.frame, node)];
  const decimals = reader.decimalsOf(node);
  const uom = reader.uom(reader.frame.nodeItem[node] ?? notSet);
  return (
    <section aria-label={text('inventory.stockByStatus')}>
      <h3>{text('inventory.stockByStatus')}</h3>
      {stock.length === 0 ? <p className="soft">{text('inventory.noStock')}</p> : null}
      <dl className="plain-list">
        {stock.map(([status, grains]) => (
          <div key={status}>
            <dt>{text(`inventory.status.${status}`)}</dt>
            <dd className="figure">{`${formatFigure(reader.units(node, grains), decimals)} ${uom}`}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
