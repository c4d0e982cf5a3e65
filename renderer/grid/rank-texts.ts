/**
 * The place of each text in alphabetical order, numbers inside texts by their size (A-9 before A-10). Equal texts share
 * a place. One pass per dictionary, so that sorting 100,000 rows compares numbers. Does not throw.
 *
 * @example rankTexts(['b', 'a', 'b'], 'en') // 1, 0, 1
 */
export function rankTexts(texts: readonly string[], locale: string): Uint32Array {
  const collator = new Intl.Collator(locale, { numeric: true });
  const order = texts.map((_, index) => index).sort((a, b) => collator.compare(texts[a] ?? '', texts[b] ?? ''));
  const ranks = new Uint32Array(texts.length);
  let rank = 0;
  order.forEach((index, place) => {
    const before = order[place - 1];
    if (before !== undefined && collator.compare(texts[before] ?? '', texts[index] ?? '') !== 0) rank += 1;
    ranks[index] = rank;
  });
  return ranks;
}
