import type { ProposalColumns } from './proposal-columns.ts';

/**
 * The rows of proposals by urgency, then by the money at stake, the most first; ties in the order of the rows (POL-62).
 * O(n log n), does not throw.
 *
 * @example rankProposals({ length: 3, views: { severity: [1, 3, 3], score: [9, 2, 5] } }) is [2, 1, 0]
 */
export function rankProposals({ length, views }: ProposalColumns): Uint32Array {
  const { severity, score } = views;
  const rankOf = (row: number): readonly [number, number] => [severity[row] ?? 0, score[row] ?? 0];
  return Uint32Array.from({ length }, (_, row) => row).sort((a, b) => {
    const [severityA, scoreA] = rankOf(a);
    const [severityB, scoreB] = rankOf(b);
    return severityB - severityA || scoreB - scoreA || a - b;
  });
}
