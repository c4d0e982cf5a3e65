import { describe, expect } from 'vitest';
import { publishedCases, testPublished } from '#core/base/testing/published-cases.ts';
import { placeSafetyStock } from './place-safety-stock.ts';

interface Stage {
  readonly processing_time: number;
  readonly local_holding_cost: number;
  readonly external_inbound_cst: number | null;
  readonly external_outbound_cst: number | null;
  readonly demand_bound_constant: number;
  readonly demand_sd: number | null;
}
interface Inputs {
  readonly nodes: Readonly<Record<string, Stage>>;
  readonly edges: readonly (readonly [number, number])[];
}
interface Expected {
  readonly cst: Readonly<Record<string, number>>;
  readonly cost: number;
}

const cases = publishedCases<Inputs, Expected>('gsm-').map((one) => ({
  ...one,
  // The tolerance of these cases is of their cost alone.
  costShare: (one.tolerance as { readonly cost_rel: number }).cost_rel,
}));

describe('published placements of safety stock', () => {
  testPublished('POL-34 $id ($source)', cases, ({ inputs, expected, costShare }) => {
    const names = Object.keys(inputs.nodes);
    const nodes = Object.values(inputs.nodes).map((stage) => ({
      processingTime: stage.processing_time,
      holdingCost: stage.local_holding_cost,
      safetyFactor: stage.demand_bound_constant,
      supplierServiceTime: stage.external_inbound_cst ?? 0,
      ...(stage.external_outbound_cst === null ? {} : { customerServiceTime: stage.external_outbound_cst }),
      demandSd: stage.demand_sd ?? 0,
    }));
    const arcs = inputs.edges.map(([from, to]) => ({ from: names.indexOf(String(from)), to: names.indexOf(String(to)) }));
    const found = placeSafetyStock({ nodes, arcs });
    expect(Math.abs(found.cost - expected.cost)).toBeLessThanOrEqual(costShare * expected.cost);
    expect(Object.fromEntries(names.map((name, node) => [name, found.serviceTimes[node]]))).toEqual(expected.cst);
  });
});
