import { demandClasses } from '#core/demand/classify/classify-demand.ts';
import { usageClasses } from '#core/frame/usage-classes.ts';
import { formatShare } from '#renderer/text/format-share.ts';
import { text } from '#renderer/text/text.ts';
import { variationNames, type MatrixCell, type MatrixView } from './policy-place.ts';

/** The title of a column of the matrix. */
export function columnTitle(view: MatrixView, column: number): string {
  if (view === 'variation') return text(`policy.variation.${variationNames[column] ?? 'Z'}`);
  return text(`policy.class.${demandClasses[column] ?? 'none'}`);
}

/** A cell, row or column of the matrix in words. @example cellName('variation', { row: 0, column: 2 }) // 'A Z' */
export function cellName(view: MatrixView, { row, column }: MatrixCell): string {
  if (row === undefined && column === undefined) return text('policy.all');
  const words = [
    ...(row === undefined ? [] : [usageClasses[row] ?? '']),
    ...(column === undefined
      ? []
      : [view === 'variation' ? (variationNames[column] ?? '') : text(`policy.class.${demandClasses[column] ?? 'none'}`)]),
  ];
  return words.join(' ');
}

/** Service targets of a cell: one, or from the least to the highest; empty where there is none. */
export function targetText(least: number, most: number): string {
  if (Number.isNaN(least)) return '';
  const [from, to] = [shortShare(least), shortShare(most)];
  return from === to ? `${from}%` : text('policy.range', { from, to: `${to}%` });
}

/** Percent without a digit that says nothing. */
function shortShare(share: number): string {
  return formatShare(share).replace(/\.0%$|%$/, '');
}
