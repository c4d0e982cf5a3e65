import { codeOf, orderKinds } from '#core/frame/codes.ts';
import { notSet, type Frame } from '#core/frame/frame-layout.ts';
import { isComponentValid } from '#core/plan/post-components.ts';
import type { SupplyLinks } from '#core/simulate/network/supply-links.ts';
import type { PlannedRow } from './planned-row.ts';

const transfer = codeOf(orderKinds, 'transfer');

/**
 * Where the rows of a network take what they order (rule SIM-29): a transfer from its source, what is made or subcontracted from its
 * components as the recipe of the plan day has them; from places that are stocked, as others have nothing to wait for. Rows
 * are the nodes of the network in planning order. Does not throw.
 *
 * @example plannedLinks(frame, [{ node: 0, lane: 0, orderEnd: 91 }]).partStart is [0, 0] (its supplier is outside)
 */
export function plannedLinks(frame: Frame, rows: readonly PlannedRow[]): SupplyLinks {
  const first = rows[0]?.node ?? 0;
  const partStart = new Uint32Array(rows.length + 1);
  const partRow: number[] = [];
  const partPerUnit: number[] = [];
  const isWhole = new Uint8Array(rows.length);
  const heir = new Int32Array(rows.length).fill(-1);
  const heirFrom = new Int32Array(rows.length);

  function addPart(node: number, perUnit: number): void {
    if (rows[node - first]?.isStocked !== true) return;
    partRow.push(node - first);
    partPerUnit.push(perUnit);
  }
  rows.forEach(({ node, lane, orderEnd }, row) => {
    if (lane !== notSet && frame.laneKind[lane] === transfer) addPart(frame.laneSource[lane] ?? notSet, 1);
    else if (lane !== notSet) {
      isWhole[row] = 1;
      for (let part = frame.bomStart[lane] ?? 0; part < (frame.bomStart[lane + 1] ?? 0); part += 1) {
        if (!isComponentValid(frame, part, frame.meta.planDay)) continue;
        addPart(frame.bomNode[part] ?? notSet, (frame.bomNumerator[part] ?? 0) / (frame.bomDenominator[part] ?? 1));
      }
    }
    partStart[row + 1] = partRow.length;
    const successor = frame.nodeSuccessor[node] ?? notSet;
    if (successor === notSet) return;
    heir[row] = successor - first;
    heirFrom[row] = orderEnd;
  });
  return { partStart, partRow: Uint32Array.from(partRow), partPerUnit: Float64Array.from(partPerUnit), isWhole, heir, heirFrom };
}
