/** Money in minor units (cents), a whole number held in a double. */
export type Minor = number;

/**
 * The value of a quantity at a unit cost, rounded half away from zero to the minor unit.
 * `quantity` in stock units, `unitCost` in major units per stock unit. Does not throw.
 *
 * @example lineValueMinor(480, 1.235) === 59280
 */
export function lineValueMinor(quantity: number, unitCost: number): Minor {
  const value = quantity * unitCost * 100;
  return Math.sign(value) * Math.floor(Math.abs(value) * (1 + 2 ** -51) + 0.5);
}

/** Minor units as decimal text with two places. @example formatMinor(59280) === '592.80' */
export function formatMinor(minor: Minor): string {
  const digits = String(Math.abs(minor)).padStart(3, '0');
  return `${minor < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
