import { usageClasses } from '#core/frame/usage-classes.ts';
import { differentiateService } from '#core/policy/service/differentiate-service.ts';
import { serviceAt } from '#core/policy/service/service-at.ts';
import { serviceColumns } from '#core/policy/service/service-items.ts';
import { normalCumulative } from '#core/statistics/normal-cumulative.ts';
import { normalLoss } from '#core/statistics/normal-loss.ts';
import { addProposal } from './add-proposal.ts';
import { exchangeInputs } from './exchange-inputs.ts';
import { expectedStock } from './expected-stock.ts';
import { protections, readNodePolicy, type NodePolicy } from './node-policy.ts';
import type { PolicyInputs } from './policy-inputs.ts';
import type { ProposalWork } from './proposal-work.ts';
import { safetyNeed } from './safety-need.ts';

const byTarget = protections.indexOf('target');

/** What the best split gives one node. */
interface Share {
  readonly policy: NodePolicy;
  readonly factor: number;
  readonly target: number;
  readonly held: number;
  readonly needed: number;
}

/**
 * Proposes to the nodes of each ABC class that are planned by service targets the targets with which the class reaches its fill
 * rate with the least money in safety stock (POL-64). They only make sense together. A class in which that saves little
 * has none. Does not throw.
 */
export function proposeSplit(work: ProposalWork, inputs: PolicyInputs): void {
  for (let usageClass = 0; usageClass < usageClasses.length; usageClass += 1) {
    const { items, rows } = exchangeInputs(
      inputs,
      (node) => inputs.usageClass[node] === usageClass && inputs.protections[node] === byTarget,
    );
    if (rows.length < 2) continue;
    const columns = serviceColumns(items, rows);
    const present = serviceAt(items, columns, factorsOf(inputs, rows, columns.places), rows);
    const fillRate = work.options.classFillRates?.[usageClass] ?? present.fillRate;
    const { factors } = differentiateService(items, { kind: 'fillRate', fillRate }, rows);
    const shares = Array.from(rows, (node, place) => shareOf(work, node, factors[place] ?? 0));
    const before = shares.reduce((sum, { policy, held }) => sum + held * policy.unitCost, 0);
    const after = shares.reduce((sum, { policy, needed }) => sum + needed * policy.unitCost, 0);
    if (Math.abs(before - after) < work.options.leastClassSaving * before) continue;
    for (const share of shares) proposeShare(work, share, { usageClass, fillRate, before, after });
  }
}

function factorsOf(inputs: PolicyInputs, rows: Uint32Array, places: Uint32Array): Float64Array {
  return Float64Array.from(places, (place) => inputs.factor[rows[place] ?? 0] ?? 0);
}

function shareOf({ frame, forecast, result, options }: ProposalWork, node: number, factor: number): Share {
  const policy = readNodePolicy(frame, forecast, result, node);
  const { serviceType, sigma, fillOrderQty, serviceTarget } = policy;
  const exact = serviceType === 'cycle' ? normalCumulative(factor) : 1 - (sigma * normalLoss(factor)) / fillOrderQty;
  const target = Math.min(options.mostTarget, Math.max(options.leastTarget, Math.round(exact * 1000) / 1000));
  return {
    policy,
    factor,
    target,
    held: safetyNeed(forecast, policy, serviceTarget),
    needed: safetyNeed(forecast, policy, target),
  };
}

function proposeShare(
  work: ProposalWork,
  { policy, factor, target, held, needed }: Share,
  group: { readonly usageClass: number; readonly fillRate: number; readonly before: number; readonly after: number },
): void {
  const { forecast, options } = work;
  if (Math.abs(target - policy.serviceTarget) <= options.serviceTolerance + 1e-9) return;
  if (Math.abs(needed - held) <= policy.step * (1 + 1e-9)) return;
  addProposal(work, policy, {
    kind: 'service_optimum',
    field: 'service_target',
    current: policy.serviceTarget,
    proposed: target,
    step: options.serviceTolerance,
    noise: 0,
    before: expectedStock(forecast, policy, held),
    after: expectedStock(forecast, policy, needed),
    receipts: 0,
    weeks: 0,
    figures: {
      usageClass: group.usageClass,
      classFillRate: group.fillRate,
      classStockBefore: group.before,
      classStockAfter: group.after,
      safetyFactor: factor,
    },
  });
}
