/** More than anybody orders of one item: a figure above it is a slip of the finger. */
export const maxOrderQty = 1e9;
