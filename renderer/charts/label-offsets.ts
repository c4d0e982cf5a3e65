const chartPx = 146;
const labelPx = 13;

/**
 * How far the name at the end of each line is moved, in pixels downwards, so that names of lines that end close together
 * do not cover each other. Does not throw; lines without values count as zero.
 *
 * @example labelOffsets([[100], [99], [0]]) // 0, 12, 0: the second moves down
 */
export function labelOffsets(lines: readonly (readonly number[])[]): number[] {
  const all = lines.flat();
  const low = all.reduce((least, value) => Math.min(least, value), 0);
  const high = all.reduce((most, value) => Math.max(most, value), 0);
  const range = high - low || 1;
  const ends = lines.map((values, line) => ({ line, y: ((high - (values.at(-1) ?? 0)) / range) * chartPx }));
  const offsets = lines.map(() => 0);
  let taken = -Infinity;
  for (const { line, y } of ends.sort((a, b) => a.y - b.y)) {
    const place = Math.max(y, taken + labelPx);
    offsets[line] = Math.round(place - y);
    taken = place;
  }
  return offsets;
}
