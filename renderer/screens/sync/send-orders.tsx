import { useState } from 'react';
import type { OutboxLine } from '#core/contract/schemas.ts';
import { usePlan } from '#renderer/stores/desk-context.tsx';
import { text } from '#renderer/text/text.ts';
import { showMoney, sumByCurrency } from './money-of-lines.ts';
import { TaskProgress } from './task-progress.tsx';
import { useProgress } from './use-progress.ts';

/** Sending cannot be undone, so it is reviewed first: lines and money, then one confirmation. */
export function SendOrders({ lines }: { readonly lines: readonly OutboxLine[] }): React.ReactElement {
  const client = usePlan((state) => state.client);
  const task = useProgress();
  const [isReviewing, setIsReviewing] = useState(false);
  const queued = lines.filter(({ state }) => state === 'queued' || state === 'sending');
  return (
    <>
      {!isReviewing && (
        <button
          type="button"
          className="button primary"
          disabled={queued.length === 0 || task.isRunning}
          onClick={() => setIsReviewing(true)}
        >
          {text('sync.send')}
        </button>
      )}
      {isReviewing && (
        <div
          className="review-strip"
          role="region"
          aria-label={text('sync.review')}
          onKeyDown={({ key }) => key === 'Escape' && setIsReviewing(false)}
        >
          <span>
            <b>{text('sync.reviewLines', { count: queued.length })}</b> {showMoney(sumByCurrency(queued))}
          </span>
          <button
            autoFocus
            type="button"
            className="button primary"
            onClick={() => {
              setIsReviewing(false);
              void task.run((signal) => client().sync.push(undefined, { signal }));
            }}
          >
            {text('sync.confirm')}
          </button>
          <button type="button" className="button" onClick={() => setIsReviewing(false)}>
            {text('action.back')}
          </button>
        </div>
      )}
      <TaskProgress task={task} label={text('sync.sending')} />
    </>
  );
}
