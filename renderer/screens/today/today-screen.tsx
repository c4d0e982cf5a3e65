import { useEffect, useMemo } from 'react';
import { useDesk, usePlan } from '#renderer/stores/desk-context.tsx';
import { text } from '#renderer/text/text.ts';
import { AdviceTable } from './advice-table.tsx';
import { ExceptionTable } from './exception-table.tsx';
import { FirstSteps } from './first-steps.tsx';
import { OrderTable } from './order-table.tsx';
import { StateOfData } from './state-of-data.tsx';
import { countToday } from './today-view.ts';
import './today.css';

/** What needs attention this morning, counted and in money; every row leads to its work. */
export function TodayScreen(): React.ReactElement | null {
  const planned = usePlan((state) => state.planned);
  const company = useDesk((state) => state.place.company);
  const site = useDesk((state) => state.place.site);
  const summarise = useDesk((state) => state.summarise);
  const figures = useMemo(() => {
    if (!planned) return null;
    const { frame, result, texts, firmOrders } = planned;
    const isDecided = (order: number): boolean => firmOrders[result.orderFirm[order] ?? -1]?.origin === 'approved';
    return countToday(frame, result, texts, isDecided, { company, site });
  }, [planned, company, site]);
  const itemLocations = figures?.itemLocations ?? 0;
  useEffect(() => summarise(text('today.summary', { count: itemLocations })), [summarise, itemLocations]);
  if (!figures) return null;
  return (
    <>
      <header className="screen-head">
        <h1>{text('screen.today')}</h1>
      </header>
      <div className="screen-body today-body">
        <div className="today-main">
          <section aria-labelledby="today-orders">
            <h2 id="today-orders">{text('today.orders')}</h2>
            <OrderTable groups={figures.orders} />
          </section>
          <section aria-labelledby="today-exceptions">
            <h2 id="today-exceptions">{text('today.exceptions')}</h2>
            <ExceptionTable groups={figures.exceptions} />
          </section>
          {figures.advice.length > 0 && (
            <section aria-labelledby="today-advice">
              <h2 id="today-advice">{text('today.advice')}</h2>
              <AdviceTable groups={figures.advice} />
            </section>
          )}
        </div>
        <aside className="today-side" aria-label={text('today.state')}>
          <StateOfData figures={figures} />
          <FirstSteps />
        </aside>
      </div>
    </>
  );
}
