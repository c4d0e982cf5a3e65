import { useEffect } from 'react';
import { useDesk, usePlan } from '#renderer/stores/desk-context.tsx';
import { formatMoment } from '#renderer/text/format-date.ts';
import { text } from '#renderer/text/text.ts';
import { ConnectionForm } from './connection-form.tsx';
import { DecisionList } from './decision-list.tsx';
import { OutboxTable } from './outbox-table.tsx';
import { SendOrders } from './send-orders.tsx';
import { TaskProgress } from './task-progress.tsx';
import { useProgress } from './use-progress.ts';
import './sync.css';

/** The way to the ERP and back: data in, approved orders out. */
export function SyncScreen(): React.ReactElement {
  const sync = usePlan((state) => state.sync);
  const outbox = usePlan((state) => state.outbox);
  const client = usePlan((state) => state.client);
  const summarise = useDesk((state) => state.summarise);
  const pull = useProgress();
  useEffect(() => summarise(text('outbox.count', { count: outbox.length })), [summarise, outbox.length]);
  return (
    <>
      <header className="screen-head">
        <h1>{text('screen.sync')}</h1>
        <button
          type="button"
          className="button"
          disabled={pull.isRunning || !sync?.connection}
          onClick={() => void pull.run((signal) => client().sync.pull(undefined, { signal }))}
        >
          {text('sync.pull')}
        </button>
        <TaskProgress task={pull} label={text('sync.pulling')} />
        <SendOrders lines={outbox} />
        <span className="top-space" />
        <span className="soft">
          {sync?.lastPullAt
            ? text('sync.lastPull', { moment: formatMoment(sync.lastPullAt, new Date()) })
            : text('sync.neverPulled')}
        </span>
      </header>
      <div className="screen-body sync-body">
        <div className="sync-main">
          {sync?.lastPullError && !pull.failure && (
            <p className="task-failure" role="alert">
              ▲ {sync.lastPullError.message}
            </p>
          )}
          <section aria-labelledby="outbox-title">
            <h2 id="outbox-title">{text('outbox.title')}</h2>
            <OutboxTable lines={outbox} />
          </section>
          <section aria-labelledby="decisions-title">
            <h2 id="decisions-title">{text('decisions.title')}</h2>
            <DecisionList />
          </section>
        </div>
        <aside aria-labelledby="connection-title">
          <h2 id="connection-title">{text('sync.connection')}</h2>
          <ConnectionForm key={sync?.connection?.url ?? ''} sync={sync} />
        </aside>
      </div>
    </>
  );
}
