import { Fragment, useEffect, useRef } from 'react';
import type { PlanResult } from '#core/plan/plan-result.ts';
import { text } from '#renderer/text/text.ts';
import { DeliveredInFact } from './delivered-in-fact.tsx';
import { listDeliveryRows } from './delivery-rows.ts';
import { ExceptionList } from './exception-list.tsx';
import { ExplanationView } from './explanation-view.tsx';
import type { FrameReader } from './frame-reader.ts';
import { KeyFigures } from './key-figures.tsx';
import { LateDemandTable } from './late-demand-table.tsx';
import { DemandChart, ProjectionChart } from './node-charts.tsx';
import { StockByStatus } from './stock-by-status.tsx';
import { TippingPoints } from './tipping-points.tsx';
import { useNodeDetail } from './use-node-detail.ts';
import { usePanelWidth } from './use-panel-width.ts';
import './inspector.css';

export interface InspectorProps {
  readonly node: number;
  /** The order whose quantity is explained; none where the item-location itself is looked at. */
  readonly order?: number;
  /** One line about the order: what, how much, from where, when. */
  readonly headline?: string;
  readonly result: PlanResult;
  readonly reader: FrameReader;
  readonly onClosed: () => void;
  /** Counts up with every "Why?", which takes the focus to the explanation. */
  readonly whyAsked: number;
}

/** Why this number, where stock goes, and what is wrong, beside the row it is about. Esc closes it. */
export function Inspector({ node, order, headline, result, reader, onClosed, whyAsked }: InspectorProps) {
  const { widthPx, separatorProps } = usePanelWidth();
  const detail = useNodeDetail(node, order, result);
  const why = useRef<HTMLElement>(null);
  const item = reader.frame.nodeItem[node] ?? 0;
  const site = reader.frame.nodeSite[node] ?? 0;
  const isCurrent = detail?.node === node && detail.order === order && detail.result === result;
  useEffect(() => {
    if (whyAsked > 0) why.current?.focus();
  }, [whyAsked]);

  return (
    <>
      <div {...separatorProps} />
      <aside
        className="inspector"
        tabIndex={-1}
        style={{ width: widthPx }}
        aria-label={text('inspector.name', { item: reader.itemId(item), site: reader.siteId(site) })}
        aria-busy={!isCurrent || !detail.isComplete}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          onClosed();
        }}
      >
        <header className="inspector-head">
          <div>
            <h2>{reader.itemName(item) || reader.itemId(item)}</h2>
            <p className="soft">
              {text('inspector.place', {
                item: reader.itemId(item),
                site: reader.siteId(site),
                name: reader.siteName(site),
                family: reader.family(item),
              })}
            </p>
          </div>
          <button type="button" className="button quiet small" onClick={onClosed}>
            {text('action.close')} <span className="key">{text('key.escape')}</span>
          </button>
        </header>
        <KeyFigures node={node} result={result} reader={reader} />
        {detail?.problem ? <p role="alert">{detail.problem}</p> : null}
        {order === undefined ? null : (
          <section ref={why} tabIndex={-1} className="why" aria-label={text('explain.title')}>
            <h3>{text('explain.title')}</h3>
            {headline ? <p className="soft">{headline}</p> : null}
            {detail?.explanation && detail.order !== undefined ? (
              <ExplanationView key={detail.order} explanation={detail.explanation} uom={reader.uom(item)} reader={reader} />
            ) : null}
          </section>
        )}
        {detail?.explanation && detail.order !== undefined ? (
          <TippingPoints explanation={detail.explanation} uom={reader.uom(item)} currency={reader.currencyOf(detail.node)} />
        ) : null}
        {detail?.delivery ? (
          <Fragment key={detail.node}>
            <DeliveredInFact
              node={detail.node}
              rows={listDeliveryRows(detail.delivery.deliveries, detail.result, detail.node, detail.order)}
              reader={reader}
            />
            <LateDemandTable node={detail.node} lateDemand={detail.delivery.lateDemand} reader={reader} />
          </Fragment>
        ) : null}
        {detail?.projection ? (
          <ProjectionChart node={detail.node} projection={detail.projection} result={detail.result} reader={reader} />
        ) : null}
        <ExceptionList node={node} result={result} reader={reader} />
        {detail?.projection ? (
          <DemandChart node={detail.node} projection={detail.projection} result={detail.result} reader={reader} />
        ) : null}
        <StockByStatus node={node} reader={reader} />
      </aside>
    </>
  );
}
