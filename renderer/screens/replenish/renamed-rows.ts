/** Rows that are known by another key from the next plan on: a typed proposal is a firm order then, and a restored one a proposal. */
export interface RenamedRows {
  rename(keyBefore: string, keyAfter: string): void;
  /** The key under which a row is to be found now. */
  keyNow(keyBefore: string): string;
}

/** Remembers which row became which, so that focus and selection can follow. Does not throw. */
export function createRenamedRows(): RenamedRows {
  const keyAfter = new Map<string, string>();
  return {
    rename(before, after) {
      // The way back must not lead round in a circle.
      keyAfter.delete(after);
      keyAfter.set(before, after);
    },
    keyNow: (before) => keyAfter.get(before) ?? before,
  };
}
