import { useDesk } from '#renderer/stores/desk-context.tsx';
import { text } from '#renderer/text/text.ts';
import type { Command } from './command.ts';
import { FloatingPanel } from './floating-panel.tsx';

/** The keys of the screen and of the desk. */
export function KeysPanel({ commands }: { readonly commands: readonly Command[] }): React.ReactElement {
  const screenCommands = useDesk((state) => state.screenCommands);
  const gridKeys = [
    ['keys.move', '↑ ↓ ← →'],
    ['keys.edit', 'F2'],
    ['keys.open', 'Enter'],
    ['keys.select', 'Space'],
    ['keys.copy', 'Ctrl C'],
    ['keys.close', 'Esc'],
  ] as const;
  return (
    <FloatingPanel label={text('command.keys')}>
      <h2>{text('command.keys')}</h2>
      <dl className="keys">
        {[...screenCommands, ...commands]
          .filter(({ shortcut }) => shortcut !== undefined)
          .map(({ id, name, shortcut }) => (
            <div key={id}>
              <dt>{name}</dt>
              <dd>
                <kbd>{shortcut?.replaceAll('+', ' ')}</kbd>
              </dd>
            </div>
          ))}
        {gridKeys.map(([key, keys]) => (
          <div key={key}>
            <dt>{text(key)}</dt>
            <dd>
              <kbd>{keys}</kbd>
            </dd>
          </div>
        ))}
      </dl>
    </FloatingPanel>
  );
}
