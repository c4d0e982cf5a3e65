export const screens = ['today', 'replenish', 'inventory', 'demand', 'policy', 'sync'] as const;

export type Screen = (typeof screens)[number];

/** Where the desk is, as the address keeps it: back and forward walk through places (DSK-4). */
export interface DeskPlace {
  readonly screen: Screen;
  /** Empty for all. */
  readonly company: string;
  readonly site: string;
  readonly search: string;
  /** Filters of the screen by name, such as `exception: 'shortage'`. */
  readonly filters: Readonly<Record<string, string>>;
}

export const firstPlace: DeskPlace = { screen: 'today', company: '', site: '', search: '', filters: {} };

const ownNames: ReadonlySet<string> = new Set(['company', 'site', 'q']);

/** The address of a place. @example placeHash({ ...firstPlace, site: 'HUB' }) // '#/today?site=HUB' */
export function placeHash(place: DeskPlace): string {
  const query = new URLSearchParams();
  if (place.company) query.set('company', place.company);
  if (place.site) query.set('site', place.site);
  if (place.search) query.set('q', place.search);
  for (const [name, value] of Object.entries(place.filters)) if (value) query.set(name, value);
  const text = query.toString();
  return `#/${place.screen}${text ? `?${text}` : ''}`;
}

/** The place an address names; an unknown screen is the first one. Does not throw. */
export function placeOfHash(hash: string): DeskPlace {
  const [path = '', queryText = ''] = hash.replace(/^#\/?/, '').split('?', 2);
  const query = new URLSearchParams(queryText);
  const filters = Object.fromEntries([...query].filter(([name]) => !ownNames.has(name)));
  return {
    screen: screens.find((screen) => screen === path) ?? firstPlace.screen,
    company: query.get('company') ?? '',
    site: query.get('site') ?? '',
    search: query.get('q') ?? '',
    filters,
  };
}
