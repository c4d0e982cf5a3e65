/**
 * What quantities of records that are written again and again begin as. V8 keeps a field that began as a whole number as an
 * integer and tests and converts at every use; this one is a double from the start.
 */
export const unsetQuantity = Number.NaN;
