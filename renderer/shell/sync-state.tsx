import { useDesk, usePlan } from '#renderer/stores/desk-context.tsx';
import { text } from '#renderer/text/text.ts';

/** Whether the ERP answers and how much waits to be sent; leads to Sync. */
export function SyncState(): React.ReactElement {
  const sync = usePlan((state) => state.sync);
  const link = usePlan((state) => state.link);
  const goTo = useDesk((state) => state.goTo);
  const state = link === 'lost' ? 'lost' : sync?.connection ? sync.reachable : 'none';
  const waiting = sync?.outboxCounts.queued ?? 0;
  return (
    <button type="button" className={`button quiet sync-state ${state}`} onClick={() => goTo({ screen: 'sync' })}>
      <i aria-hidden="true" />
      {text(`syncState.${state}`)}
      {waiting > 0 && <b>{text('syncState.waiting', { count: waiting })}</b>}
    </button>
  );
}
