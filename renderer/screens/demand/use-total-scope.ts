import { useEffect, useMemo, useState } from 'react';
import { groupNodes } from '#core/demand/hierarchy/group-nodes.ts';
import { nodeTests } from '#renderer/screens/node-tests.ts';
import { useDesk } from '#renderer/stores/desk-context.tsx';
import type { Planned } from '#renderer/stores/plan-state.ts';
import type { DemandScope } from './demand-scope.ts';
import type { OverrideIndex } from './index-overrides.ts';
import { runInPieces } from './run-in-pieces.ts';
import type { HierarchyChoice } from './use-hierarchy-level.ts';
import { totalMembers, type TotalMembers } from './total-members.ts';
import { totalScope } from './total-scope.ts';

export interface AskedTotal {
  readonly members: TotalMembers | null;
  /** null while it is not asked for or being summed up. */
  readonly scope: DemandScope | null;
}

/** The total of a level to which a node belongs, inside the company and site of the desk; nothing where `level` is null. */
export function useTotalScope(
  planned: Planned,
  node: number,
  overrides: OverrideIndex,
  { level, isValue }: Pick<HierarchyChoice, 'level' | 'isValue'>,
): AskedTotal {
  const company = useDesk((state) => state.place.company);
  const site = useDesk((state) => state.place.site);
  const { frame, forecast, excluded, texts } = planned;
  const grouping = useMemo(() => level && groupNodes(frame, level), [frame, level]);
  const group = grouping?.groupOf[node] ?? 0;
  const currency = texts.currency(frame.nodeSite[node] ?? 0);
  const tests = useMemo(
    () => nodeTests({ frame, texts }, { screen: 'demand', company, site, search: '', filters: {} }),
    [frame, texts, company, site],
  );
  // Shown although the desk's filters leave it out, an item-location is a total of its own.
  const alone = tests.every((test) => test(node)) ? null : node;
  const members = useMemo((): TotalMembers | null => {
    if (!grouping) return null;
    if (alone !== null)
      return { nodes: Uint32Array.of(alone), currency: isValue ? currency : null, hasOneUnit: true, leftOut: [] };
    return totalMembers({ frame, texts }, { grouping, group, isValue, currency, tests });
  }, [grouping, group, isValue, currency, tests, alone, frame, texts]);
  const key = `${level ?? ''} ${group} ${members?.currency ?? ''} ${company} ${site} ${alone ?? ''}`;
  const [scope, setScope] = useState<DemandScope | null>(null);
  useEffect(() => {
    if (!members) return;
    // While sums of another plan are made the last stay, so that typing does not flicker.
    return runInPieces(totalScope({ frame, forecast, excluded }, key, members, overrides), setScope);
  }, [frame, forecast, excluded, key, members, overrides]);
  return { members, scope: level !== null && scope?.key === key ? scope : null };
}
