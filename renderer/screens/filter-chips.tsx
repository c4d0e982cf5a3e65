import { text } from '#renderer/text/text.ts';

export interface FilterChip {
  readonly id: string;
  readonly name: string;
  readonly remove: () => void;
}

/** What the screen is filtered by; each chip takes its filter away. */
export function FilterChips({ chips }: { readonly chips: readonly FilterChip[] }): React.ReactElement {
  return (
    <ul className="chips" aria-label={text('filter.title')}>
      {chips.map(({ id, name, remove }) => (
        <li key={id}>
          <button type="button" className="chip" aria-label={text('filter.remove', { name })} onClick={remove}>
            {name} <span aria-hidden="true">×</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
