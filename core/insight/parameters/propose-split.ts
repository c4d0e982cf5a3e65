import { usageClasses } from '#core/frame/usage-classes.ts';
import { differentiateService } from '#core/policy/service/differentiate-service.ts';
import { serviceAt } from '#core/policy/service/service-at.ts';
import { serviceColumns } from '#core/policy/service/service-items.ts';
import { normalCumulative } from '#core/statistics/normal-cumulative.ts';
import { normalLoss } from '#core/statistics/normal-loss.ts';
import { addServiceProposal, serviceChange, type ServiceChange } from './add-service-proposal.ts';
import { exchangeInputs } from './exchange-inputs.ts';
import { protections, readNodePolicy } from './node-policy.ts';
import type { PolicyInputs } from './policy-inputs.ts';
import type { ProposalWork } from './proposal-work.ts';

const byTarget = protections.indexOf('target');

/** What the best split gives one node. */
interface Share extends ServiceChange {
  readonly factor: number;
}

/**
 * Proposes to the nodes of each ABC class that are planned by service targets the targets with which the class keeps its fill
 * rate with the least money in safety stock (POL-64). They only make sense together. A class in which that saves little, or
 * costs more, has none. Does not throw.
 *
 * @example const work = createProposalWork(frame, frame, forecast, result, usualOptions);
 *   proposeSplit(work, readPolicyInputs(frame, forecast, result));
 *   work.rows.length === 0 (one item alone has nothing to split)
 */
export function proposeSplit(work: ProposalWork, inputs: PolicyInputs): void {
  for (let usageClass = 0; usageClass < usageClasses.length; usageClass += 1) {
    const { items, rows } = exchangeInputs(
      inputs,
      (node) => inputs.usageClass[node] === usageClass && inputs.protections[node] === byTarget,
    );
    if (rows.length < 2) continue;
    const columns = serviceColumns(items, rows);
    const { fillRate } = serviceAt(items, columns, factorsOf(inputs, rows, columns.places), rows);
    const { factors } = differentiateService(items, { kind: 'fillRate', fillRate }, rows);
    const shares = Array.from(rows, (node, place) => shareOf(work, node, factors[place] ?? 0));
    const before = shares.reduce((sum, { policy, held }) => sum + held * policy.unitCost, 0);
    const after = shares.reduce((sum, { policy, needed }) => sum + needed * policy.unitCost, 0);
    // Whole steps and rounded targets may take more than the split saves.
    if (!(before > 0) || before - after < work.options.leastClassSaving * before) continue;
    for (const share of shares) {
      // A small part of a split is one of it all the same: without it the class would not keep its fill rate.
      if (share.needed === share.held) continue;
      addServiceProposal(work, share, {
        kind: 'service_optimum',
        figures: {
          usageClass,
          classFillRate: fillRate,
          classStockBefore: before,
          classStockAfter: after,
          safetyFactor: share.factor,
        },
      });
    }
  }
}

function factorsOf(inputs: PolicyInputs, rows: Uint32Array, places: Uint32Array): Float64Array {
  return Float64Array.from(places, (place) => inputs.factor[rows[place] ?? 0] ?? 0);
}

function shareOf(work: ProposalWork, node: number, factor: number): Share {
  const { frame, forecast, result, options } = work;
  const policy = readNodePolicy(frame, forecast, result, node);
  const { serviceType, sigma, fillOrderQty } = policy;
  const exact = serviceType === 'cycle' ? normalCumulative(factor) : 1 - (sigma * normalLoss(factor)) / fillOrderQty;
  const target = Math.min(options.mostTarget, Math.max(options.leastTarget, Math.round(exact * 1000) / 1000));
  return { ...serviceChange(work, policy, target), factor };
}
