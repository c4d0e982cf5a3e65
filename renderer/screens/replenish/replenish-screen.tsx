import { usePlan } from '#renderer/stores/desk-context.tsx';
import { OrderDesk } from './order-desk.tsx';

/** Proposed orders to decide on. It is shown as soon as there is a plan. */
export function ReplenishScreen(): React.ReactElement | null {
  const planned = usePlan((state) => state.planned);
  return planned && <OrderDesk planned={planned} />;
}
