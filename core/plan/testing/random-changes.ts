import fc from 'fast-check';
import { planDay } from '#core/frame/testing/random-tables.ts';
import { compareFirmOrders } from '#core/model/scenario/fold-scenario.ts';
import type { FirmOrder } from '#core/model/scenario/scenario-record.ts';
import { parameterFields } from '#core/plan/parameter-fields.ts';
import type { PlanChanges } from '#core/plan/plan-changes.ts';

const item = fc.constantFrom('I0', 'I1', 'I2', 'I3', 'I4', 'I5');
const site = fc.constantFrom('S0', 'S1', 'S2');
const methods = ['min_max', 'none', 'make_to_order', 'periodic', 'reorder_point'] as const;

const firmOrder: fc.Arbitrary<FirmOrder> = fc
  .record({
    id: fc.constantFrom('F1', 'F2', 'F3', 'F4', 'F5'),
    kind: fc.constantFrom('buy', 'transfer', 'make'),
    itemId: item,
    siteId: site,
    sourceId: fc.constantFrom('V0', 'V1', 'S0', 'S1', 'S2'),
    offset: fc.integer({ min: -2, max: 30 }),
    waitDays: fc.integer({ min: 0, max: 3 }),
    leadDays: fc.integer({ min: 0, max: 6 }),
    qty: fc.constantFrom(0, 1, 2, 5),
    proposedQty: fc.constantFrom(null, 1, 3),
  })
  .map(({ offset, waitDays, leadDays, ...order }) => ({
    ...order,
    orderDay: planDay + offset,
    shipDay: planDay + offset + waitDays,
    receiptDay: planDay + offset + waitDays + leadDays,
    origin: 'override',
    reason: '',
  }));

const parameter: fc.Arbitrary<PlanChanges['parameters'][number]> = fc
  .record({
    itemId: item,
    siteId: site,
    field: fc.constantFrom(...parameterFields),
    number: fc.constantFrom(0, 1, 2, 7),
    method: fc.constantFrom(...methods),
  })
  .map(({ number, method, ...cell }) => ({
    ...cell,
    kind: 'parameter.set',
    value: cell.field === 'method' ? method : cell.field === 'service_target' ? number / 10 : number,
    reason: '',
  }));

/** Weeks of the plan day and of days around it, so that they overlap; some expired, some over. */
const forecast: fc.Arbitrary<PlanChanges['forecasts'][number]> = fc
  .record({
    itemId: item,
    siteId: site,
    offset: fc.constantFrom(-14, -7, -2, 0, 0, 1, 7, 14, 21, 28),
    qty: fc.constantFrom(0, 1, 2.5, 9, 0.0001),
    expiresIn: fc.constantFrom(null, null, -1, 0),
  })
  .map(({ offset, expiresIn, ...cell }) => ({
    ...cell,
    kind: 'forecast.set',
    weekDay: planDay + offset,
    statisticalQty: 1,
    reason: 'drawn',
    owner: 'ada',
    expiresOn: expiresIn === null ? null : planDay + expiresIn,
  }));

/** Lines of weeks before the history, in it and behind it, of more and of less than the week had. */
const exclusion: fc.Arbitrary<PlanChanges['exclusions'][number]> = fc
  .record({
    itemId: item,
    siteId: site,
    offset: fc.constantFrom(-21, -14, -14, -8, -7, -7, -1, 0, 7),
    qty: fc.constantFrom(1, 2, 2.5, 900, 0.0001),
    lines: fc.constantFrom(1, 1, 2),
  })
  .map(({ offset, ...line }) => ({
    ...line,
    kind: 'history.exclude',
    day: planDay + offset,
    isExcluded: true,
    reason: 'drawn',
    owner: 'ada',
  }));

/** Changes to the packages of `randomTables`: firm orders of every kind between any two places, every field, any week, any line. */
export const randomChanges: fc.Arbitrary<PlanChanges> = fc.record({
  firmOrders: fc.array(firmOrder, { maxLength: 4 }).map((orders) => orders.toSorted(compareFirmOrders)),
  parameters: fc.array(parameter, { maxLength: 4 }),
  forecasts: fc.array(forecast, { maxLength: 4 }),
  exclusions: fc.array(exclusion, { maxLength: 4 }),
});
