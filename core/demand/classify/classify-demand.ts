/** Demand patterns after Syntetos, Boylan and Croston (2005); the position is the code. */
export const demandClasses = ['none', 'smooth', 'erratic', 'intermittent', 'lumpy'] as const;

/**
 * The demand pattern as a position in `demandClasses`, from the mean interval between demands (periods) and the
 * squared coefficient of variation of their sizes. Does not throw.
 * Source: Syntetos, Boylan and Croston 2005, On the categorization of demand patterns, JORS 56 (cut-offs 1.32 and 0.49).
 *
 * @example classifyDemand(2, 0.1) === 3 (intermittent)
 */
export function classifyDemand(meanInterval: number, squaredVariation: number): number {
  if (meanInterval === 0) return 0;
  if (meanInterval < 1.32) return squaredVariation < 0.49 ? 1 : 2;
  return squaredVariation < 0.49 ? 3 : 4;
}
