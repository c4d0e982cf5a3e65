import { useEffect, useMemo, useState } from 'react';
import type { Planned } from '#renderer/stores/plan-state.ts';
import { createDemandMeasures, type DemandMeasures } from './demand-measures.ts';
import { runInPieces } from './run-in-pieces.ts';

const nodesPerStep = 250;

function* measureAll(measures: DemandMeasures, nodes: number): Generator<undefined, undefined> {
  while (measures.measured() < nodes) {
    measures.measureTo(measures.measured() + nodesPerStep);
    yield;
  }
}

/** The measures of all item-locations, or null while they are being made. */
export function useDemandMeasures({ frame, forecast }: Planned): DemandMeasures | null {
  const measures = useMemo(() => createDemandMeasures(frame, forecast), [frame, forecast]);
  const [finished, setFinished] = useState<DemandMeasures>();
  useEffect(() => runInPieces(measureAll(measures, frame.meta.nodes), () => setFinished(measures)), [measures, frame]);
  return finished === measures ? measures : null;
}
