import { useMemo } from 'react';
import { createFrameReader } from '#renderer/inspector/frame-reader.ts';
import { usePlan } from '#renderer/stores/desk-context.tsx';
import type { PlanState } from '#renderer/stores/plan-state.ts';
import { text } from '#renderer/text/text.ts';
import { PolicyDesk } from './policy-desk.tsx';
import { usePolicyAnswer } from './use-policy-answers.ts';
import '#renderer/screens/planning-screen.css';
import '#renderer/inspector/inspector.css';
import './policy.css';

const locale = 'en';

/** What each segment of the assortment is given in service and stock, what that costs, and which parameters no longer fit. */
export function PolicyScreen(): React.ReactElement | null {
  const planned = usePlan((state) => state.planned);
  const frame = planned?.frame;
  const reader = useMemo(() => frame && createFrameReader(frame, locale), [frame]);
  const policies = usePolicyAnswer(planned?.result, readPolicies);
  if (!planned || !reader) return null;
  // Columns of another dataset do not fit the rows of this one.
  const inputs = policies.value?.isJudged.length === planned.frame.meta.nodes ? policies.value : undefined;
  if (!inputs) {
    return (
      <div className="waiting late">
        <h1 className="visually-hidden">{text('screen.policy')}</h1>
        <p role={policies.problem === undefined ? 'status' : 'alert'}>{policies.problem ?? text('policy.reading')}</p>
      </div>
    );
  }
  return <PolicyDesk planned={planned} reader={reader} inputs={inputs} isBusy={!policies.isCurrent} />;
}

function readPolicies(plan: PlanState) {
  return plan.readPolicies();
}
