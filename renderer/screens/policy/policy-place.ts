import { demandClasses } from '#core/demand/classify/classify-demand.ts';
import { usageClasses } from '#core/frame/usage-classes.ts';
import { proposalKinds, type ProposalKind } from '#core/insight/parameters/proposal-columns.ts';
import type { DeskPlace } from '#renderer/stores/desk-place.ts';

/** XYZ: how much demand varies around what is expected. */
export const variationNames = ['X', 'Y', 'Z'] as const;

/** What the columns of the matrix are. */
export const matrixViews = ['variation', 'demand'] as const;
export type MatrixView = (typeof matrixViews)[number];

/** The lists below the matrix. */
export const policyLists = ['proposals', 'items', 'placement'] as const;
export type PolicyList = (typeof policyLists)[number];

/** A cell, a whole row or a whole column of the matrix; undefined stands for all. */
export interface MatrixCell {
  readonly row: number | undefined;
  readonly column: number | undefined;
}

export const wholeMatrix: MatrixCell = { row: undefined, column: undefined };

export interface PolicyPlace {
  readonly view: MatrixView;
  readonly list: PolicyList;
  readonly cell: MatrixCell;
  /** Empty where the planner has not chosen one. */
  readonly currency: string;
  /** The kind of proposals to show; undefined for all that stand for themselves. */
  readonly kind: ProposalKind | undefined;
}

/** The names of the columns of a view, as they stand in the address. */
export function columnNames(view: MatrixView): readonly string[] {
  return view === 'variation' ? variationNames : demandClasses;
}

/** What the address says of the screen; what it does not say is the usual. Does not throw. */
export function readPolicyPlace({ filters }: DeskPlace): PolicyPlace {
  const view = matrixViews.find((name) => name === filters['view']) ?? 'variation';
  const [rowName = '', columnName = ''] = (filters['cell'] ?? '').split('-', 2);
  const positionOf = (names: readonly string[], name: string): number | undefined =>
    names.includes(name) ? names.indexOf(name) : undefined;
  return {
    view,
    list: policyLists.find((name) => name === filters['list']) ?? 'proposals',
    cell: { row: positionOf(usageClasses, rowName), column: positionOf(columnNames(view), columnName) },
    currency: filters['currency'] ?? '',
    kind: proposalKinds.find((name) => name === filters['kind']),
  };
}

/** A cell as the address keeps it; empty for the whole matrix. @example cellText('variation', { row: 0, column: 2 }) // 'A-Z' */
export function cellText(view: MatrixView, { row, column }: MatrixCell): string {
  if (row === undefined && column === undefined) return '';
  const rowName = row === undefined ? '' : usageClasses[row];
  return `${rowName ?? ''}-${column === undefined ? '' : (columnNames(view)[column] ?? '')}`;
}
