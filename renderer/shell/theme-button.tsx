import { themes } from '#renderer/stores/create-desk-store.ts';
import { useDesk } from '#renderer/stores/desk-context.tsx';
import { text } from '#renderer/text/text.ts';

/** Light, dark, high contrast, in turn. */
export function ThemeButton(): React.ReactElement {
  const theme = useDesk((state) => state.theme);
  const setTheme = useDesk((state) => state.setTheme);
  const next = themes[(themes.indexOf(theme) + 1) % themes.length] ?? theme;
  return (
    <button
      type="button"
      className="button quiet icon"
      aria-label={text('command.theme', { theme: text(`theme.${next}`) })}
      onClick={() => setTheme(next)}
    >
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <circle cx="8" cy="8" r="5.5" fill="none" stroke="currentColor" />
        <path d="M8 2.500a5.5 5.5 0 0 1 0 11z" fill="currentColor" />
      </svg>
    </button>
  );
}
