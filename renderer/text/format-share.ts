/** A share of 0 to 1 in percent, finer near 100 where it matters; not a number is empty. @example formatShare(0.975) // '97.5%' */
export function formatShare(share: number, decimals = 1): string {
  if (!Number.isFinite(share)) return '';
  const shown = `${(Math.abs(share) * 100).toFixed(decimals)}%`;
  return share < 0 && Number.parseFloat(shown) !== 0 ? `−${shown}` : shown;
}

/** A difference of two shares in points of a percent, with its sign. @example formatPoints(0.012) // '+1.2 pts' in the words of `unit` */
export function formatPoints(difference: number, unit: string, decimals = 1): string {
  if (!Number.isFinite(difference)) return '';
  const shown = (Math.abs(difference) * 100).toFixed(decimals);
  if (Number.parseFloat(shown) === 0) return '–';
  return `${difference < 0 ? '−' : '+'}${shown} ${unit}`;
}
