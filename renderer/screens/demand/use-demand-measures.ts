import { useEffect, useMemo, useState } from 'react';
import { historyWithout } from '#core/demand/nodes/excluded-history.ts';
import type { Frame } from '#core/frame/frame-layout.ts';
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

/**
 * The measures of all item-locations, without excluded demand, or null while those of a dataset are being made. Where only the
 * forecast or what is excluded changed, the older ones stay meanwhile.
 */
export function useDemandMeasures({ frame, forecast, excluded }: Planned): DemandMeasures | null {
  const measures = useMemo(
    () => createDemandMeasures(frame, forecast, historyWithout(frame, 0, frame.meta.nodes, excluded)),
    [frame, forecast, excluded],
  );
  const [finished, setFinished] = useState<{ readonly frame: Frame; readonly measures: DemandMeasures }>();
  useEffect(() => runInPieces(measureAll(measures, frame.meta.nodes), () => setFinished({ frame, measures })), [measures, frame]);
  return finished?.frame === frame ? finished.measures : null;
}
