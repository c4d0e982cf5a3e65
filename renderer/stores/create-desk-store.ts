import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Command } from '#renderer/shell/command.ts';
import { placeHash, placeOfHash, type DeskPlace } from './desk-place.ts';

export const themes = ['light', 'dark', 'contrast'] as const;
export const densities = ['compact', 'normal', 'comfortable'] as const;
export type Theme = (typeof themes)[number];
export type Density = (typeof densities)[number];

/** A quiet line in the status bar, with a way back where there is one. */
export interface DeskMessage {
  readonly text: string;
  readonly tone: 'info' | 'error';
  readonly undo?: (() => void) | undefined;
}

export interface DeskState {
  readonly place: DeskPlace;
  /** The item-location that follows the planner through the screens, or null. */
  readonly node: number | null;
  readonly theme: Theme;
  readonly density: Density;
  readonly message: DeskMessage | null;
  /** What the screen counts, for the status bar. */
  readonly summary: string;
  readonly screenCommands: readonly Command[];
  readonly floating: 'none' | 'palette' | 'keys';
  readonly goTo: (change: Partial<DeskPlace>) => void;
  readonly selectNode: (node: number | null) => void;
  readonly setTheme: (theme: Theme) => void;
  readonly setDensity: (density: Density) => void;
  readonly say: (message: DeskMessage | null) => void;
  readonly summarise: (summary: string) => void;
  readonly float: (floating: DeskState['floating']) => void;
}

/** The page's address and memory, as far as the desk needs them. */
export interface DeskWindow {
  readonly location: Pick<Location, 'hash'>;
  readonly history: Pick<History, 'pushState' | 'replaceState'>;
  readonly localStorage: Pick<Storage, 'getItem' | 'setItem'>;
  readonly addEventListener: (kind: 'popstate' | 'hashchange', listener: () => void) => void;
  readonly document: { readonly documentElement: { readonly dataset: DOMStringMap } };
}

/** Where the planner is and how the desk looks. Typing a search replaces the address instead of adding to it. */
export function createDeskStore(page: DeskWindow, prefersDark: boolean): StoreApi<DeskState> {
  const kept = (name: string): string | null => page.localStorage.getItem(`desk.${name}`);
  const store = createStore<DeskState>((set, get) => ({
    place: placeOfHash(page.location.hash),
    node: null,
    theme: themes.find((theme) => theme === kept('theme')) ?? (prefersDark ? 'dark' : 'light'),
    density: densities.find((density) => density === kept('density')) ?? 'normal',
    message: null,
    summary: '',
    screenCommands: [],
    floating: 'none',
    goTo(change) {
      const place = { ...get().place, ...change };
      if (change.screen && change.screen !== get().place.screen && !change.filters) place.filters = {};
      const isTyping = Object.keys(change).join() === 'search';
      page.history[isTyping ? 'replaceState' : 'pushState'](null, '', placeHash(place));
      set({ place });
    },
    selectNode: (node) => set({ node }),
    setTheme(theme) {
      page.localStorage.setItem('desk.theme', theme);
      set({ theme });
    },
    setDensity(density) {
      page.localStorage.setItem('desk.density', density);
      set({ density });
    },
    say: (message) => set({ message }),
    summarise: (summary) => set({ summary }),
    float: (floating) => set({ floating }),
  }));
  function show({ theme, density }: DeskState): void {
    page.document.documentElement.dataset['theme'] = theme;
    page.document.documentElement.dataset['density'] = density;
  }
  show(store.getState());
  store.subscribe(show);
  for (const kind of ['popstate', 'hashchange'] as const) {
    page.addEventListener(kind, () => store.setState({ place: placeOfHash(page.location.hash) }));
  }
  return store;
}
