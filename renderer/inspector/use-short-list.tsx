import { useState, type ReactElement } from 'react';
import { text } from '#renderer/text/text.ts';

const fewest = 6;

/** The first rows of a list that may be long, and the button that shows the rest. */
export function useShortList<Row>(rows: readonly Row[]): { readonly shown: readonly Row[]; readonly more: ReactElement | null } {
  const [isWhole, setIsWhole] = useState(false);
  if (rows.length <= fewest) return { shown: rows, more: null };
  const more = (
    <button type="button" className="button link more" aria-expanded={isWhole} onClick={() => setIsWhole(!isWhole)}>
      {isWhole ? text('list.fewer') : text('list.more', { count: rows.length - fewest })}
    </button>
  );
  return { shown: isWhole ? rows : rows.slice(0, fewest), more };
}
