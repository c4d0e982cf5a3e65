import { useMemo } from 'react';
import type { OutboxLine, OutboxState } from '#core/contract/schemas.ts';
import { useDesk, usePlan } from '#renderer/stores/desk-context.tsx';
import { failureOf } from '#renderer/stores/failure.ts';
import { formatShortDay } from '#renderer/text/format-date.ts';
import { formatFigure, formatMoney } from '#renderer/text/format-figure.ts';
import { text } from '#renderer/text/text.ts';

/** A shape for each state, so that colour is never alone. */
const signs: Readonly<Record<OutboxState, { readonly sign: string; readonly tone: string }>> = {
  queued: { sign: '○', tone: 'soft' },
  sending: { sign: '◐', tone: 'soft' },
  acknowledged: { sign: '●', tone: 'good' },
  reconciled: { sign: '✓', tone: 'good' },
  conflict: { sign: '◆', tone: 'warn' },
  rejected: { sign: '▲', tone: 'bad' },
  cancelled: { sign: '–', tone: 'faint' },
};

const shownAtMost = 500;

/** Every approved line on its way to the ERP: where it is, what went wrong, what can be done. */
export function OutboxTable({ lines }: { readonly lines: readonly OutboxLine[] }): React.ReactElement {
  const client = usePlan((state) => state.client);
  const say = useDesk((state) => state.say);
  const shown = useMemo(
    () => [...lines].sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : a.updatedAt > b.updatedAt ? -1 : 0)).slice(0, shownAtMost),
    [lines],
  );
  function act(work: Promise<unknown>, done: string): void {
    work.then(
      () => say({ text: done, tone: 'info' }),
      (error: unknown) => say({ text: failureOf(error)?.message ?? '', tone: 'error' }),
    );
  }
  if (lines.length === 0) return <p className="soft">{text('outbox.empty')}</p>;
  return (
    <div className="table-frame">
      <table className="table" aria-label={text('outbox.title')}>
        <thead>
          <tr>
            <th scope="col">{text('outbox.state')}</th>
            <th scope="col">{text('outbox.line')}</th>
            <th scope="col">{text('column.from')}</th>
            <th scope="col" className="figure">
              {text('column.qty')}
            </th>
            <th scope="col" className="figure">
              {text('column.value')}
            </th>
            <th scope="col">{text('column.receipt')}</th>
            <th scope="col">{text('outbox.document')}</th>
            <th scope="col" className="figure">
              {text('outbox.attempts')}
            </th>
            <th scope="col">{text('outbox.next')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((line) => (
            <tr key={line.id}>
              <td className={signs[line.state].tone}>
                <span aria-hidden="true">{signs[line.state].sign}</span> {text(`outbox.state.${line.state}`)}
              </td>
              <td>
                {line.order.itemId} <span className="soft">→ {line.order.siteId}</span>
              </td>
              <td>{line.order.sourceId || text(`kind.${line.order.kind}`)}</td>
              <td className="figure">{formatFigure(line.order.qty, 6)}</td>
              <td className="figure">{formatMoney(line.value, line.currency)}</td>
              <td>{formatShortDay(line.order.receiptDay)}</td>
              <td>{line.documentName ?? ''}</td>
              <td className="figure">{formatFigure(line.attempts)}</td>
              <td className="outbox-next">
                {line.errorMessage && <span className="bad">{line.errorMessage}</span>}
                {line.state === 'queued' && (
                  <button
                    type="button"
                    className="button small"
                    aria-label={text('outbox.cancelLine', { item: line.order.itemId })}
                    onClick={() => act(client().outbox.cancel({ ids: [line.id] }), text('outbox.cancelled'))}
                  >
                    {text('outbox.cancel')}
                  </button>
                )}
                {(line.state === 'rejected' || line.state === 'conflict') && (
                  <button
                    type="button"
                    className="button small"
                    aria-label={text('outbox.retryLine', { item: line.order.itemId })}
                    onClick={() => act(client().outbox.retry({ ids: [line.id] }), text('outbox.retried'))}
                  >
                    {text('outbox.retry')}
                  </button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {lines.length > shownAtMost && <p className="soft">{text('outbox.more', { count: lines.length - shownAtMost })}</p>}
    </div>
  );
}
