import { useState } from 'react';
import { useDesk } from '#renderer/stores/desk-context.tsx';
import { text } from '#renderer/text/text.ts';
import { findCommands, type Command } from './command.ts';
import { FloatingPanel } from './floating-panel.tsx';

/** Every command by name. */
export function CommandPalette({ commands }: { readonly commands: readonly Command[] }): React.ReactElement {
  const screenCommands = useDesk((state) => state.screenCommands);
  const float = useDesk((state) => state.float);
  const [typed, setTyped] = useState('');
  const [marked, setMarked] = useState(0);
  const found = findCommands([...screenCommands, ...commands], typed);
  function run(command: Command | undefined): void {
    float('none');
    // The panel gives the focus back first, so that a command may move it.
    if (command) requestAnimationFrame(command.run);
  }
  function onKeyDown(event: React.KeyboardEvent): void {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      setMarked((found.length + marked + step) % Math.max(1, found.length));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      run(found[marked]);
    }
  }
  return (
    <FloatingPanel label={text('command.palette')}>
      <input
        autoFocus
        role="combobox"
        aria-expanded="true"
        aria-controls="commands"
        aria-activedescendant={found[marked] ? `command-${found[marked].id}` : undefined}
        aria-label={text('command.palette')}
        placeholder={text('palette.hint')}
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value);
          setMarked(0);
        }}
        onKeyDown={onKeyDown}
      />
      <ul id="commands" role="listbox" aria-label={text('command.palette')}>
        {found.map((command, index) => (
          <li
            key={command.id}
            id={`command-${command.id}`}
            role="option"
            aria-selected={index === marked}
            onMouseEnter={() => setMarked(index)}
            onClick={() => run(command)}
          >
            {command.name}
            {command.shortcut && <kbd>{command.shortcut.replaceAll('+', ' ')}</kbd>}
          </li>
        ))}
      </ul>
    </FloatingPanel>
  );
}
