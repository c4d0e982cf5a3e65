import { useImperativeHandle, useRef, type KeyboardEvent, type Ref } from 'react';
import { hierarchyLevels, type HierarchyLevel } from '#core/demand/hierarchy/hierarchy-level.ts';
import { text } from '#renderer/text/text.ts';
import type { HierarchyChoice } from './use-hierarchy-level.ts';

export interface LevelChoiceHandle {
  focus(): void;
}

interface LevelChoiceProps {
  readonly ref: Ref<LevelChoiceHandle>;
  readonly choice: HierarchyChoice;
  /** The total has one unit, so that it can also be counted in it. */
  readonly hasOneUnit: boolean;
}

const choices: readonly (HierarchyLevel | null)[] = [null, ...hierarchyLevels];
const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 };

/** The item-location or the total it is looked at in; one choice of a row, by arrow keys. And what the total is counted in. */
export function LevelChoice({ ref, choice: { level, choose, isValue, setValue }, hasOneUnit }: LevelChoiceProps) {
  const box = useRef<HTMLDivElement>(null);
  const focusAt = (place: number): void => box.current?.querySelectorAll('button')[place]?.focus();
  useImperativeHandle(ref, () => ({ focus: () => focusAt(choices.indexOf(level)) }), [level]);
  // Buttons and not fields, which would keep the plain keys of commands to themselves.
  function onKeyDown(event: KeyboardEvent): void {
    const step = steps[event.key];
    const edge = event.key === 'Home' ? 0 : event.key === 'End' ? choices.length - 1 : undefined;
    if ((step === undefined && edge === undefined) || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const place = edge ?? (choices.indexOf(level) + (step ?? 0) + choices.length) % choices.length;
    choose(choices[place] ?? null);
    focusAt(place);
  }
  return (
    <div className="level-choice">
      <span className="soft">{text('demand.view')}</span>
      <div ref={box} role="radiogroup" aria-label={text('demand.view')} tabIndex={-1} onKeyDown={onKeyDown}>
        {choices.map((choice) => (
          <button
            key={choice}
            type="button"
            role="radio"
            className="button small"
            aria-checked={choice === level}
            tabIndex={choice === level ? 0 : -1}
            onClick={() => choose(choice)}
          >
            {text(`demand.level.${choice ?? 'node'}`)}
          </button>
        ))}
      </div>
      <kbd>F</kbd> <kbd>L</kbd>
      {level !== null && (
        <button
          type="button"
          className="button small counted"
          aria-pressed={isValue || !hasOneUnit}
          disabled={!hasOneUnit}
          onClick={() => setValue(!isValue)}
        >
          {text('demand.inMoney')} <kbd>V</kbd>
        </button>
      )}
    </div>
  );
}
