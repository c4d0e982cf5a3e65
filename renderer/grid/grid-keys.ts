/** What a key means in the grid, apart from moving and editing, which the grid library does. */
export type GridKey = 'toggle' | 'extendUp' | 'extendDown' | 'selectAll' | 'open' | 'ignore' | 'pass';

const figureKey = /^[0-9.,+\-\u2212]$/;

/**
 * Decides what a pressed key does while no cell is edited. `ignore` keeps the grid library from acting (a letter typed on
 * a figure, keys of commands), `pass` leaves it to the library. Does not throw.
 */
export function decideKey(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>,
  canEditCell: boolean,
): GridKey {
  const isCommand = event.ctrlKey || event.metaKey;
  if (event.key === ' ') return isCommand || event.altKey ? 'ignore' : 'toggle';
  if (event.shiftKey && event.key === 'ArrowDown') return 'extendDown';
  if (event.shiftKey && event.key === 'ArrowUp') return 'extendUp';
  if (isCommand && event.key.toLowerCase() === 'a') return 'selectAll';
  if (event.key === 'Enter' && !isCommand) return canEditCell ? 'pass' : 'open';
  if (event.key.startsWith('Arrow') || ['Home', 'End', 'PageUp', 'PageDown', 'Tab', 'F2'].includes(event.key)) {
    return event.altKey ? 'ignore' : 'pass';
  }
  if (isCommand || event.altKey) return 'ignore';
  return canEditCell && figureKey.test(event.key) ? 'pass' : 'ignore';
}
