import { notSet } from '#core/frame/frame-layout.ts';
import { useDesk } from '#renderer/stores/desk-context.tsx';
import type { FrameReader } from './frame-reader.ts';

interface PlaceLinkProps {
  /** The item-location to go to. */
  readonly node: number;
  /** The one that is looked at; it needs no way to itself. */
  readonly from: number;
  readonly words: string;
  readonly reader: FrameReader;
}

/** Words about another item-location that lead to it in Inventory. */
export function PlaceLink({ node, from, words, reader }: PlaceLinkProps) {
  const goTo = useDesk((state) => state.goTo);
  const selectNode = useDesk((state) => state.selectNode);
  if (node === from || node === notSet) return <>{words}</>;
  const { frame } = reader;
  return (
    <button
      type="button"
      className="button link"
      onClick={(event) => {
        // The words go with what they are about; the panel stays and takes the focus.
        event.currentTarget.closest('aside')?.focus();
        selectNode(node);
        goTo({
          screen: 'inventory',
          company: '',
          site: reader.siteId(frame.nodeSite[node] ?? notSet),
          search: reader.itemId(frame.nodeItem[node] ?? notSet),
          filters: { show: 'all' },
        });
      }}
    >
      {words}
    </button>
  );
}
