import { useEffect, useMemo } from 'react';
import { useDesk, useDeskStores, usePlan } from '#renderer/stores/desk-context.tsx';
import { text } from '#renderer/text/text.ts';
import { DemandScreen } from '#renderer/screens/demand/demand-screen.tsx';
import { InventoryScreen } from '#renderer/screens/inventory/inventory-screen.tsx';
import { PolicyScreen } from '#renderer/screens/policy/policy-screen.tsx';
import { ReplenishScreen } from '#renderer/screens/replenish/replenish-screen.tsx';
import { SyncScreen } from '#renderer/screens/sync/sync-screen.tsx';
import { TodayScreen } from '#renderer/screens/today/today-screen.tsx';
import { matchesShortcut } from './command.ts';
import { CommandPalette } from './command-palette.tsx';
import { globalCommands } from './global-commands.ts';
import { KeysPanel } from './keys-panel.tsx';
import { Rail } from './rail.tsx';
import { StatusBar } from './status-bar.tsx';
import { TopBar } from './top-bar.tsx';
import { WaitingPlan } from './waiting-plan.tsx';
import './shell.css';

const screenOf = {
  today: TodayScreen,
  replenish: ReplenishScreen,
  inventory: InventoryScreen,
  demand: DemandScreen,
  policy: PolicyScreen,
  sync: SyncScreen,
} as const;

/** The frame of the desk: where the planner is, what is true now, and the screen itself. */
export function Shell(): React.ReactElement {
  const stores = useDeskStores();
  const screen = useDesk((state) => state.place.screen);
  const floating = useDesk((state) => state.floating);
  const hasPlan = usePlan((state) => state.planned !== null);
  const commands = useMemo(() => globalCommands(stores), [stores]);
  useEffect(() => {
    document.title = `${text(`screen.${screen}`)} · ${text('app.name')}`;
  }, [screen]);
  useEffect(() => {
    function onKey(event: KeyboardEvent): void {
      if (stores.desk.getState().floating !== 'none') return;
      const known = [...stores.desk.getState().screenCommands, ...commands];
      const command = known.find(({ shortcut }) => shortcut !== undefined && matchesShortcut(shortcut, event));
      if (!command || (isTyping(event) && !isReserved(event))) return;
      event.preventDefault();
      command.run();
    }
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [stores, commands]);

  const Current = screenOf[screen];
  return (
    <div className="shell">
      <a className="skip" href="#work" onClick={(event) => (event.preventDefault(), document.getElementById('work')?.focus())}>
        {text('shell.skip')}
      </a>
      <Rail />
      <TopBar />
      <main id="work" tabIndex={-1} aria-label={text(`screen.${screen}`)} className="work">
        {hasPlan || screen === 'sync' ? <Current /> : <WaitingPlan />}
      </main>
      <StatusBar />
      {floating === 'palette' && <CommandPalette commands={commands} />}
      {floating === 'keys' && <KeysPanel commands={commands} />}
    </div>
  );
}

/** While text is typed, plain keys and Ctrl+Z belong to the field. */
function isTyping({ target }: KeyboardEvent): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}

function isReserved({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return key === 'F1' || altKey || ((ctrlKey || metaKey) && 'kf'.includes(key.toLowerCase()));
}
