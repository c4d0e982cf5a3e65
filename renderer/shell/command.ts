/** Something the desk can do, by name, by key and from the palette. */
export interface Command {
  readonly id: string;
  readonly name: string;
  /** Such as `Ctrl+K`, `F1`, `Alt+1`. */
  readonly shortcut?: string | undefined;
  readonly run: () => void;
}

type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** Whether a key press is a shortcut; Command stands for Ctrl on a Mac. @example matchesShortcut('Ctrl+K', event) */
export function matchesShortcut(shortcut: string, press: KeyPress): boolean {
  const parts = shortcut.toLowerCase().split('+');
  const key = parts.at(-1);
  return (
    press.key.toLowerCase() === key &&
    (press.ctrlKey || press.metaKey) === parts.includes('ctrl') &&
    press.altKey === parts.includes('alt') &&
    press.shiftKey === parts.includes('shift')
  );
}

/** Commands whose name holds every word typed, in the order given. */
export function findCommands(commands: readonly Command[], typed: string): readonly Command[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return commands.filter(({ name }) => words.every((word) => name.toLowerCase().includes(word)));
}
