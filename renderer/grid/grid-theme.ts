import { themeQuartz } from 'ag-grid-community';

/** The grid in the tokens of the desk: light, dark and high contrast come from the variables, not from a second theme. */
export const gridTheme = themeQuartz.withParams({
  accentColor: 'var(--accent)',
  backgroundColor: 'var(--ground)',
  foregroundColor: 'var(--ink)',
  borderColor: 'var(--line)',
  borderRadius: 0,
  browserColorScheme: 'inherit',
  cellHorizontalPadding: 8,
  cellTextColor: 'var(--ink)',
  chromeBackgroundColor: 'var(--ground)',
  columnBorder: false,
  fontFamily: 'inherit',
  fontSize: 13,
  headerBackgroundColor: 'var(--ground)',
  headerColumnResizeHandleColor: 'var(--line)',
  headerFontSize: 12,
  headerFontWeight: 500,
  headerTextColor: 'var(--ink-2)',
  headerRowBorder: { color: 'var(--line-strong)' },
  pinnedColumnBorder: { color: 'var(--line)' },
  rangeSelectionBorderColor: 'var(--accent)',
  rowBorder: { color: 'var(--line)' },
  rowHoverColor: 'var(--ground-2)',
  spacing: 4,
  wrapperBorder: false,
  wrapperBorderRadius: 0,
});

/** The nonce under which the page allows style elements; the host writes it into the page, elsewhere there is none. */
export function styleNonce(): string | undefined {
  const meta = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]');
  const nonce = meta?.nonce || meta?.content;
  return nonce === '' ? undefined : nonce;
}
