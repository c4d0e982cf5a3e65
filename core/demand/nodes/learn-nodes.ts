import { createLevelEvidence, learnFrom, type LevelEvidence } from '#core/demand/forecast/learn-weights.ts';
import { studySeries } from '#core/demand/forecast/study-series.ts';
import type { Frame } from '#core/frame/frame-layout.ts';
import { taskOfNode } from './node-task.ts';

/** What the past of nodes [firstNode, endNode) says about the level members. Does not throw. */
export function learnNodes(frame: Frame, firstNode: number, endNode: number): LevelEvidence {
  const evidence = createLevelEvidence();
  for (let node = firstNode; node < endNode; node += 1) learnFrom(studySeries(taskOfNode(frame, node)), evidence);
  return evidence;
}
