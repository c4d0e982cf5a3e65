import { useEffect } from 'react';
import { useDeskStores } from '#renderer/stores/desk-context.tsx';
import type { Command } from './command.ts';

/** Gives the commands of a screen to the palette, the keys and F1 for as long as the screen is shown. */
export function useScreenCommands(commands: readonly Command[]): void {
  const { desk } = useDeskStores();
  useEffect(() => {
    desk.setState({ screenCommands: commands });
    return () => desk.setState({ screenCommands: [] });
  }, [desk, commands]);
}
