import { useDesk } from '#renderer/stores/desk-context.tsx';
import { withoutFilter } from './place-chips.ts';

/** A filter that is on or off, kept in the address under its name. */
export function ToggleFilter({ name, label }: { readonly name: string; readonly label: string }): React.ReactElement {
  const place = useDesk((state) => state.place);
  const goTo = useDesk((state) => state.goTo);
  const isOn = place.filters[name] === 'yes';
  return (
    <button
      type="button"
      className="chip toggle"
      aria-pressed={isOn}
      onClick={() => goTo(isOn ? withoutFilter(place, name) : { filters: { ...place.filters, [name]: 'yes' } })}
    >
      {label}
    </button>
  );
}
