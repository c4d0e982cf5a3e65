import { formatFigure } from '#renderer/text/format-figure.ts';
import { text } from '#renderer/text/text.ts';
import type { PlacementRows } from './placement-rows.ts';

interface PlacementHeadProps {
  readonly rows: PlacementRows;
  readonly currency: string;
  /** Networks that hold what would be placed. */
  readonly settled: number;
  readonly selectedCount: number;
  readonly isLeftOut: boolean;
  readonly onLeftOutToggled: () => void;
  readonly onAccepted: () => void;
}

/** Above the list: what is left out, the money of all rows, and the way to accept. */
export function PlacementHead(props: PlacementHeadProps): React.ReactElement {
  const { rows, currency, settled, selectedCount, isLeftOut, onLeftOutToggled, onAccepted } = props;
  const now = formatFigure(Math.round(rows.now));
  const placed = formatFigure(Math.round(rows.placed));
  return (
    <>
      <button type="button" className="button quiet small" aria-pressed={isLeftOut} onClick={onLeftOutToggled}>
        {text('policy.leftOutCount', { count: rows.leftOut.length })} <kbd>O</kbd>
      </button>
      <span className="soft">{text('policy.placementTotal', { now, placed, currency, settled })}</span>
      <span className="actions">
        <button type="button" className="button" disabled={rows.networks.length === 0 || isLeftOut} onClick={onAccepted}>
          {text(selectedCount > 1 ? 'policy.acceptMany' : 'policy.accept', { count: selectedCount })} <kbd>A</kbd>
        </button>
      </span>
    </>
  );
}
