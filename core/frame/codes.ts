import { packageTables } from '#core/model/package/package-tables.ts';

/**
 * Choices of the data package as small numbers, for columns. The code is the position in the package's own
 * list, so there is no second list to keep in step.
 */
export const orderKinds = packageTables.supply_open.columns.kind.kind.choices;
export const stockStatuses = packageTables.stock.columns.status.kind.choices;
export const supplyStatuses = packageTables.supply_open.columns.status.kind.choices;
export const siteKinds = packageTables.sites.columns.kind.kind.choices;
export const lifecycles = packageTables.items.columns.lifecycle.kind.choices;
export const planMethods = packageTables.policies.columns.method.kind.choices;
export const serviceTypes = packageTables.policies.columns.service_type.kind.choices;
export const lotRules = packageTables.policies.columns.lot_rule.kind.choices;
export const transferRules = packageTables.policies.columns.transfer_rule.kind.choices;
export const forecastStreams = packageTables.forecast.columns.stream.kind.choices;
export const supplierStatuses = packageTables.suppliers.columns.status.kind.choices;

/** The code of a choice; the caller passes checked values, so an unknown one is a bug and gives -1 only to tests. */
export function codeOf<const Choices extends readonly string[]>(choices: Choices, value: Choices[number]): number {
  return choices.indexOf(value);
}
