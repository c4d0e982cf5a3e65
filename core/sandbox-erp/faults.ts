/** A fault to inject: which calls it meets, and what then happens (SBX-11). */
export interface FaultRule {
  readonly model?: string;
  readonly method?: string;
  /** The first call that is hit, counted from 1 among the matching ones; 1 where left out. */
  readonly nth?: number;
  /** How many calls from there on are hit; 1 where left out. */
  readonly times?: number;
  readonly fault: 'delay' | 'cutBefore' | 'cutAfter' | 'status' | 'serialization' | 'half';
  /** For `delay`. */
  readonly ms?: number;
  /** For `status`, such as 503 or 429. */
  readonly status?: number;
}

export interface FaultPlan {
  /** The fault of the next call of a method, or undefined. */
  next(model: string, method: string): FaultRule | undefined;
  add(rule: FaultRule): void;
}

/** Counts calls per rule; a rule is spent after its calls. */
export function createFaultPlan(rules: readonly FaultRule[]): FaultPlan {
  const counted = rules.map((rule) => ({ rule, calls: 0 }));
  return {
    next(model, method) {
      let hit: FaultRule | undefined;
      for (const entry of counted) {
        const { rule } = entry;
        if ((rule.model ?? model) !== model || (rule.method ?? method) !== method) continue;
        entry.calls += 1;
        const first = rule.nth ?? 1;
        if (entry.calls >= first && entry.calls < first + (rule.times ?? 1)) hit ??= rule;
      }
      return hit;
    },
    add: (rule) => void counted.push({ rule, calls: 0 }),
  };
}
