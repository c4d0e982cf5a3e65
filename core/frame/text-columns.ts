/**
 * Texts as two columns: all UTF-8 bytes in one, the end of each text in the other. A text is decoded only
 * when it is shown.
 */
export interface TextColumn {
  readonly bytes: Uint8Array;
  readonly ends: Uint32Array;
}

const decoder = new TextDecoder();

/** The text at an index; an index outside the column gives the empty text. @example textAt(packed, 0) */
export function textAt(column: TextColumn, index: number): string {
  const end = column.ends[index];
  if (end === undefined) return '';
  const start = index === 0 ? 0 : (column.ends[index - 1] ?? 0);
  return start === end ? '' : decoder.decode(column.bytes.slice(start, end));
}

/** Packs texts for `textAt`. Does not throw. @example packTexts(['a', 'bc']).ends → [1, 3] */
export function packTexts(texts: readonly string[]): TextColumn {
  const encoder = new TextEncoder();
  const parts = texts.map((text) => encoder.encode(text));
  const ends = new Uint32Array(parts.length);
  let end = 0;
  parts.forEach((part, index) => {
    end += part.length;
    ends[index] = end;
  });
  const bytes = new Uint8Array(end);
  parts.forEach((part, index) => bytes.set(part, (ends[index] ?? 0) - part.length));
  return { bytes, ends };
}
