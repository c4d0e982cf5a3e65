import { useDesk, usePlan } from '#renderer/stores/desk-context.tsx';
import { text } from '#renderer/text/text.ts';

/** What stands in for a screen until there is a plan: how far it is, or what to do next. */
export function WaitingPlan(): React.ReactElement {
  const phase = usePlan((state) => state.phase);
  const error = usePlan((state) => state.error);
  const progress = usePlan((state) => state.progress);
  const goTo = useDesk((state) => state.goTo);
  if (phase === 'empty') {
    return (
      <div className="waiting">
        <h1>{text('empty.title')}</h1>
        <p>{text('empty.next')}</p>
        <button type="button" className="button primary" onClick={() => goTo({ screen: 'sync' })}>
          {text('empty.action')}
        </button>
      </div>
    );
  }
  if (phase === 'failed') {
    return (
      <div className="waiting">
        <h1>{text('app.failed')}</h1>
        <p role="alert">{error?.message}</p>
      </div>
    );
  }
  return (
    <div className="waiting late">
      <p role="status">
        {phase === 'planning' && progress
          ? text('waiting.planning', { done: progress.networksDone, total: progress.networks })
          : text('waiting.loading')}
      </p>
      <progress aria-label={text('waiting.loading')} max={progress?.networks ?? 1} value={progress?.networksDone ?? 0} />
    </div>
  );
}
