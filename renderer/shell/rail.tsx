import { useDesk } from '#renderer/stores/desk-context.tsx';
import { placeHash, screens, type Screen } from '#renderer/stores/desk-place.ts';
import { text } from '#renderer/text/text.ts';

/** One path per screen on a 20 px square. */
const icons: Readonly<Record<Screen, string>> = {
  today: 'M10 3v2M10 15v2M3 10h2M15 10h2M10 7a3 3 0 1 0 .01 0',
  replenish: 'M4 6h9M4 10h6M4 14h4M13 10v6M10.5 13.5 13 16l2.5-2.5',
  inventory: 'M3.5 6.5 10 3.500l6.5 3v7L10 16.500l-6.5-3zM3.5 6.5 10 9.500l6.5-3M10 9.500v7',
  demand: 'M3.5 16.500h13M4 13l3-4 3 2.500 3-6M13 5.500l3.500 2.500M13 5.500v4.500',
  policy: 'M3.5 3.500v13h13M6 13.500c3-.5 4-7.500 10-8.500M9.600 9.600a1.300 1.300 0 1 0 .01 0',
  sync: 'M4 8a6.2 6.2 0 0 1 11-1.500M16 12a6.2 6.2 0 0 1-11 1.500M15.5 3.500v3h-3M4.5 16.500v-3h3',
};

/** The screens, one key each. */
export function Rail(): React.ReactElement {
  const place = useDesk((state) => state.place);
  const goTo = useDesk((state) => state.goTo);
  return (
    <nav className="rail" aria-label={text('shell.screens')}>
      {screens.map((screen, index) => (
        <a
          key={screen}
          href={placeHash({ ...place, screen, filters: {} })}
          aria-current={place.screen === screen ? 'page' : undefined}
          aria-keyshortcuts={`Alt+${index + 1}`}
          onClick={(event) => {
            event.preventDefault();
            goTo({ screen });
          }}
        >
          <svg viewBox="0 0 20 20" aria-hidden="true">
            <path d={icons[screen]} />
          </svg>
          {text(`screen.${screen}`)}
        </a>
      ))}
    </nav>
  );
}
