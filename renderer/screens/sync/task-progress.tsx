import { formatFigure } from '#renderer/text/format-figure.ts';
import { text } from '#renderer/text/text.ts';
import type { LongTask } from './use-progress.ts';

/** How far a task is, in numbers, with the way to end it; its failure afterwards. */
export function TaskProgress({ task, label }: { readonly task: LongTask; readonly label: string }): React.ReactElement | null {
  const { step, isRunning, failure, cancel } = task;
  if (failure) {
    return (
      <p className="task-failure" role="alert">
        ▲ {failure.message}
      </p>
    );
  }
  if (!isRunning) return null;
  return (
    <div className="task-progress">
      <progress
        aria-label={label}
        {...(step?.total != null ? { max: Math.max(1, step.total), value: Math.min(step.done, step.total) } : {})}
      />
      <span role="status">
        {step
          ? text('sync.step', {
              phase: step.phase,
              done: formatFigure(step.done),
              total: step.total === null ? '' : formatFigure(step.total),
              known: step.total === null ? 'no' : 'yes',
            })
          : label}
      </span>
      <button type="button" className="button small" onClick={cancel}>
        {text('action.cancel')}
      </button>
    </div>
  );
}
