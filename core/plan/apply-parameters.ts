import type { Frame } from '#core/frame/frame-layout.ts';
import type { NodeParameters } from './node-changes.ts';
import { parameterFields, targetOfField } from './parameter-fields.ts';

/**
 * The frame with the parameters of a scenario in force (PLN-24): changed columns are copies, all others are shared.
 * A lane field applies to all lanes of the item-location. Does not throw.
 *
 * @example applyParameters(frame, noNodeChanges.parameters) === frame
 */
export function applyParameters(frame: Frame, { node, field, value }: NodeParameters): Frame {
  if (node.length === 0) return frame;
  const changed: { -readonly [Name in keyof Frame]: Frame[Name] } = { ...frame };
  parameterFields.forEach((name, code) => {
    if (!field.includes(code)) return;
    const { column, owner } = targetOfField(name);
    const values = frame[column].slice();
    for (let row = 0; row < node.length; row += 1) {
      if (field[row] !== code) continue;
      const owned = node[row] ?? 0;
      if (owner === 'node') values[owned] = value[row] ?? 0;
      else values.fill(value[row] ?? 0, frame.laneStart[owned], frame.laneStart[owned + 1]);
    }
    Object.assign(changed, { [column]: values });
  });
  return changed;
}
