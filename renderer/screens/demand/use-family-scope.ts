import { useEffect, useMemo, useState } from 'react';
import { nodeTests } from '#renderer/screens/node-tests.ts';
import { useDesk } from '#renderer/stores/desk-context.tsx';
import type { Planned } from '#renderer/stores/plan-state.ts';
import { familyMembers, familyScope, type DemandScope } from './demand-scope.ts';
import type { OverrideIndex } from './index-overrides.ts';
import { runInPieces } from './run-in-pieces.ts';

/** The family of a node inside the company and site of the desk, or null while it is not asked for or being summed up. */
export function useFamilyScope(planned: Planned, node: number, overrides: OverrideIndex, isAsked: boolean): DemandScope | null {
  const company = useDesk((state) => state.place.company);
  const site = useDesk((state) => state.place.site);
  const { frame, forecast, texts } = planned;
  const item = frame.nodeItem[node] ?? 0;
  const key = `family ${frame.itemFamily[item] ?? -1} ${frame.itemUom[item] ?? -1} ${company} ${site}`;
  const members = useMemo(() => {
    if (!isAsked) return null;
    const place = { screen: 'demand', company, site, search: '', filters: {} } as const;
    const tests = nodeTests({ frame, texts }, place);
    return familyMembers(frame, node, (other) => tests.every((test) => test(other)));
  }, [isAsked, frame, texts, node, company, site]);
  const [scope, setScope] = useState<DemandScope | null>(null);
  useEffect(() => {
    if (!members) return;
    // While sums of another plan are made the last stay, so that typing does not flicker.
    return runInPieces(familyScope({ frame, forecast }, key, members, overrides), setScope);
  }, [frame, forecast, key, members, overrides]);
  return isAsked && scope?.key === key ? scope : null;
}
