import { demandClasses } from '#core/demand/classify/classify-demand.ts';
import { FilterChips, type FilterChip } from '#renderer/screens/filter-chips.tsx';
import { placeChips, withoutFilter } from '#renderer/screens/place-chips.ts';
import { ToggleFilter } from '#renderer/screens/toggle-filter.tsx';
import { useDesk } from '#renderer/stores/desk-context.tsx';
import { text } from '#renderer/text/text.ts';

/** What narrows the forecasts: class, bias, end of life, overrides; what is in force stands as chips. */
export function DemandFilterBar(): React.ReactElement {
  const place = useDesk((state) => state.place);
  const goTo = useDesk((state) => state.goTo);
  const chips: FilterChip[] = placeChips(place, goTo);
  const chosen = demandClasses.find((name) => name === place.filters['class']);
  if (chosen) {
    chips.push({
      id: 'class',
      name: text('demand.filterClass', { name: text(`demand.class.${chosen}`) }),
      remove: () => goTo(withoutFilter(place, 'class')),
    });
  }
  return (
    <div className="filter-bar" role="group" aria-label={text('filter.bar')}>
      <select
        aria-label={text('demand.class')}
        value={chosen ?? ''}
        onChange={({ target }) =>
          goTo(target.value === '' ? withoutFilter(place, 'class') : { filters: { ...place.filters, class: target.value } })
        }
      >
        <option value="">{text('demand.anyClass')}</option>
        {demandClasses.map((name) => (
          <option key={name} value={name}>
            {text(`demand.class.${name}`)}
          </option>
        ))}
      </select>
      <ToggleFilter name="biased" label={text('demand.filterBiased')} />
      <ToggleFilter name="ending" label={text('demand.filterEnding')} />
      <ToggleFilter name="typed" label={text('demand.filterTyped')} />
      <FilterChips chips={chips} />
    </div>
  );
}
