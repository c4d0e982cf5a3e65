/** The classes, the dearest items first; the position is the code in columns. */
export const usageClasses = ['A', 'B', 'C'] as const;
export type UsageClass = (typeof usageClasses)[number];

/** Shares of the total usage value up to which an item is A and B; the rest is C (D-25). */
const shareOfA = 0.8;
const shareOfB = 0.95;

/**
 * ABC classes by annual usage value, largest first, ties by item (FRM-10). An item is A while the value before it is under
 * 80% of the total, B under 95%. Without any usage every item is C. Does not throw.
 *
 * @example classifyUsage([80, 15, 5, 0]) → ['A', 'B', 'C', 'C']
 */
export function classifyUsage(valueByItem: ArrayLike<number>): UsageClass[] {
  const order = Array.from({ length: valueByItem.length }, (_, item) => item).sort(
    (a, b) => (valueByItem[b] ?? 0) - (valueByItem[a] ?? 0) || a - b,
  );
  const total = order.reduce((sum, item) => sum + (valueByItem[item] ?? 0), 0);
  const classes = new Array<UsageClass>(valueByItem.length).fill('C');
  let before = 0;
  for (const item of order) {
    if (total <= 0 || (valueByItem[item] ?? 0) <= 0) break;
    classes[item] = before < shareOfA * total ? 'A' : before < shareOfB * total ? 'B' : 'C';
    before += valueByItem[item] ?? 0;
  }
  return classes;
}
