import { useMemo } from 'react';
import type { FrameReader } from '#renderer/inspector/frame-reader.ts';
import { FilterChips, type FilterChip } from '#renderer/screens/filter-chips.tsx';
import { placeChips, withoutFilter } from '#renderer/screens/place-chips.ts';
import { ToggleFilter } from '#renderer/screens/toggle-filter.tsx';
import { useDesk } from '#renderer/stores/desk-context.tsx';
import { text } from '#renderer/text/text.ts';

const kinds = ['buy', 'transfer', 'make'] as const;

/** What narrows the orders: kind, supplier, urgency, exceptions; what is in force stands as chips. */
export function OrderFilterBar({ reader }: { readonly reader: FrameReader }): React.ReactElement {
  const place = useDesk((state) => state.place);
  const goTo = useDesk((state) => state.goTo);
  const suppliers = useMemo(
    () =>
      Array.from(reader.frame.supplierIdEnds, (_, index) => ({ id: reader.supplierId(index), name: reader.supplierName(index) })),
    [reader],
  );
  const { filters } = place;
  const set = (name: string, value: string): void =>
    goTo(value === '' ? withoutFilter(place, name) : { filters: { ...filters, [name]: value } });
  const chips: FilterChip[] = placeChips(place, goTo);
  const kind = kinds.find((name) => name === filters['kind']);
  if (kind)
    chips.push({
      id: 'kind',
      name: text('filter.kind', { name: text(`replenish.kind.${kind}`) }),
      remove: () => set('kind', ''),
    });
  const supplier = suppliers.find(({ id }) => id === filters['supplier']);
  if (supplier) {
    const name = text('filter.supplier', { name: supplier.name || supplier.id });
    chips.push({ id: 'supplier', name, remove: () => set('supplier', '') });
  }
  return (
    <div className="filter-bar" role="group" aria-label={text('filter.bar')}>
      <select
        aria-label={text('filter.kindField')}
        value={filters['kind'] ?? ''}
        onChange={({ target }) => set('kind', target.value)}
      >
        <option value="">{text('filter.anyKind')}</option>
        {kinds.map((name) => (
          <option key={name} value={name}>
            {text(`replenish.kind.${name}`)}
          </option>
        ))}
      </select>
      <select
        aria-label={text('filter.supplierField')}
        value={filters['supplier'] ?? ''}
        onChange={({ target }) => set('supplier', target.value)}
      >
        <option value="">{text('filter.anySupplier')}</option>
        {suppliers.map(({ id, name }) => (
          <option key={id} value={id}>
            {name || id}
          </option>
        ))}
      </select>
      <ToggleFilter name="urgent" label={text('filter.urgent')} />
      <ToggleFilter name="exceptions" label={text('filter.exceptions')} />
      <FilterChips chips={chips} />
    </div>
  );
}
