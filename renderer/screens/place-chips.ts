import { exceptionKinds } from '#core/plan/plan-result.ts';
import type { DeskPlace } from '#renderer/stores/desk-place.ts';
import { text } from '#renderer/text/text.ts';
import type { FilterChip } from './filter-chips.tsx';

/** A change of the place without one of the screen's filters. */
export function withoutFilter(place: DeskPlace, name: string): Pick<DeskPlace, 'filters'> {
  return { filters: Object.fromEntries(Object.entries(place.filters).filter(([kept]) => kept !== name)) };
}

/** The filters that all screens share, as chips. */
export function placeChips(place: DeskPlace, goTo: (change: Partial<DeskPlace>) => void): FilterChip[] {
  const chips: FilterChip[] = [];
  const { company, site, search } = place;
  if (company)
    chips.push({ id: 'company', name: text('filter.company', { name: company }), remove: () => goTo({ company: '' }) });
  if (site) chips.push({ id: 'site', name: text('filter.site', { name: site }), remove: () => goTo({ site: '' }) });
  if (search) chips.push({ id: 'search', name: text('filter.search', { name: search }), remove: () => goTo({ search: '' }) });
  const exception = exceptionKinds.find((kind) => kind === place.filters['exception']);
  if (exception) {
    const name = text('filter.exception', { name: text(`exception.${exception}`) });
    chips.push({ id: 'exception', name, remove: () => goTo(withoutFilter(place, 'exception')) });
  }
  return chips;
}
