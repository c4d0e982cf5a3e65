import { IntlMessageFormat } from 'intl-messageformat';
import english from '#resources/locales/en.json';

/** The name of a text of the catalogue. */
export type TextKey = keyof typeof english;

export type TextValues = Readonly<Record<string, string | number>>;

const formats = new Map<TextKey, IntlMessageFormat>();

/** The text of the catalogue with its values filled in. @example text('shell.rows', { count: 2 }) // '2 rows' */
export function text(key: TextKey, values: TextValues = {}): string {
  let format = formats.get(key);
  if (!format) formats.set(key, (format = new IntlMessageFormat(english[key], 'en')));
  return String(format.format(values));
}
