import { useDesk, usePlan } from '#renderer/stores/desk-context.tsx';
import { text } from '#renderer/text/text.ts';

/** Counts of the screen, how long planning took, and quiet messages with a way back. */
export function StatusBar(): React.ReactElement {
  const summary = useDesk((state) => state.summary);
  const message = useDesk((state) => state.message);
  const say = useDesk((state) => state.say);
  const phase = usePlan((state) => state.phase);
  const planned = usePlan((state) => state.planned);
  const error = usePlan((state) => state.error);
  const shown = message ?? (error && planned ? { text: error.message, tone: 'error' as const, undo: undefined } : null);
  return (
    <footer className="status-bar">
      <span>{summary}</span>
      <span className="status-message" role="status">
        {shown && (
          <span className={shown.tone}>
            {shown.text}
            {shown.undo && (
              <button
                type="button"
                className="button link"
                onClick={() => {
                  shown.undo?.();
                  say(null);
                }}
              >
                {text('command.undo')}
              </button>
            )}
            {message && (
              <button type="button" className="button link" onClick={() => say(null)}>
                {text('action.dismiss')}
              </button>
            )}
          </span>
        )}
      </span>
      <span>
        {phase === 'planning'
          ? text('status.planning')
          : planned && text('status.planned', { count: planned.result.meta.nodes, ms: Math.round(planned.times.planMs) })}
      </span>
      <span>
        <kbd>F1</kbd> {text('status.keys')}
      </span>
    </footer>
  );
}
