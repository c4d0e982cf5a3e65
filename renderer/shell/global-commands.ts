import { densities, themes } from '#renderer/stores/create-desk-store.ts';
import type { DeskStores } from '#renderer/stores/desk-context.tsx';
import { screens } from '#renderer/stores/desk-place.ts';
import { failureOf } from '#renderer/stores/failure.ts';
import { text } from '#renderer/text/text.ts';
import type { Command } from './command.ts';

/** Commands that work on every screen. */
export function globalCommands({ plan, desk }: DeskStores): readonly Command[] {
  const { goTo, setTheme, setDensity, float, say } = desk.getState();
  const { undo, redo } = plan.getState();
  function tell(work: Promise<void>): void {
    work.catch((error: unknown) => say({ text: failureOf(error)?.message ?? '', tone: 'error' }));
  }
  return [
    ...screens.map((screen, index) => ({
      id: `go.${screen}`,
      name: text('command.goTo', { screen: text(`screen.${screen}`) }),
      shortcut: `Alt+${index + 1}`,
      run: () => goTo({ screen }),
    })),
    { id: 'palette', name: text('command.palette'), shortcut: 'Ctrl+K', run: () => float('palette') },
    { id: 'keys', name: text('command.keys'), shortcut: 'F1', run: () => float('keys') },
    { id: 'undo', name: text('command.undo'), shortcut: 'Ctrl+Z', run: () => tell(undo()) },
    { id: 'redo', name: text('command.redo'), shortcut: 'Ctrl+Shift+Z', run: () => tell(redo()) },
    {
      id: 'search',
      name: text('command.search'),
      shortcut: 'Ctrl+F',
      run: () => document.getElementById('desk-search')?.focus(),
    },
    ...themes.map((theme) => ({
      id: `theme.${theme}`,
      name: text('command.theme', { theme: text(`theme.${theme}`) }),
      run: () => setTheme(theme),
    })),
    ...densities.map((density) => ({
      id: `density.${density}`,
      name: text('command.density', { density: text(`density.${density}`) }),
      run: () => setDensity(density),
    })),
  ];
}
