import { useDesk, usePlan } from '#renderer/stores/desk-context.tsx';
import { text } from '#renderer/text/text.ts';

const steps = ['explain', 'change', 'approve'] as const;

/** Three short tasks on the demo company; they leave once an order was approved. */
export function FirstSteps(): React.ReactElement | null {
  const isDemo = usePlan((state) => state.info?.demo ?? false);
  const hasApproved = usePlan((state) => state.outbox.length > 0);
  const goTo = useDesk((state) => state.goTo);
  if (!isDemo || hasApproved) return null;
  return (
    <section aria-labelledby="first-steps">
      <h2 id="first-steps">{text('today.firstSteps')}</h2>
      <ol className="first-steps">
        {steps.map((step) => (
          <li key={step}>{text(`today.step.${step}`)}</li>
        ))}
      </ol>
      <button type="button" className="button" onClick={() => goTo({ screen: 'replenish' })}>
        {text('today.start')}
      </button>
    </section>
  );
}
