import { useDesk, usePlan } from '#renderer/stores/desk-context.tsx';
import { formatMoment, formatShortDay } from '#renderer/text/format-date.ts';
import { formatFigure } from '#renderer/text/format-figure.ts';
import { text } from '#renderer/text/text.ts';
import { showMoney, sumByCurrency } from '#renderer/screens/sync/money-of-lines.ts';
import { showAmounts } from './today-rows.ts';
import type { TodayFigures } from './today-view.ts';

/** How fresh the data is, what the stock is worth, and what waits to be sent. */
export function StateOfData({ figures }: { readonly figures: TodayFigures }): React.ReactElement {
  const dataset = usePlan((state) => state.dataset);
  const outbox = usePlan((state) => state.outbox);
  const goTo = useDesk((state) => state.goTo);
  const queued = outbox.filter(({ state }) => state === 'queued');
  const facts = [
    [text('today.planDay'), dataset ? formatShortDay(dataset.planDay) : ''],
    [text('today.asOf'), dataset?.asOf ? formatMoment(dataset.asOf, new Date()) : '–'],
    [text('today.source'), dataset?.sourceName ?? ''],
  ] as const;
  return (
    <section aria-labelledby="today-state">
      <h2 id="today-state">{text('today.state')}</h2>
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        <div>
          <dt>{text('today.stockValue')}</dt>
          <dd className="amounts">
            {Object.entries(figures.stockValue).map(([currency, amount]) => (
              <span key={currency}>{showAmounts({ [currency]: amount })}</span>
            ))}
          </dd>
        </div>
        <div>
          <dt>
            <button type="button" className="button link" onClick={() => goTo({ screen: 'inventory', filters: { out: 'soon' } })}>
              {text('today.stockOuts')}
            </button>
          </dt>
          <dd className={figures.stockOutsComing > 0 ? 'warn' : ''}>{formatFigure(figures.stockOutsComing)}</dd>
        </div>
        <div>
          <dt>
            <button type="button" className="button link" onClick={() => goTo({ screen: 'sync' })}>
              {text('today.toSend')}
            </button>
          </dt>
          <dd>
            {formatFigure(queued.length)} {showMoney(sumByCurrency(queued))}
          </dd>
        </div>
      </dl>
    </section>
  );
}
