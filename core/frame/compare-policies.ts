import { packageTables } from '#core/model/package/package-tables.ts';
import { compareRows } from './compare-rows.ts';
import type { PolicyRow } from './policy-chain.ts';

/** Two rows for the same items and sites are no package; of such the first cell by cell holds, not the first row (FRM-5). */
export const comparePolicies = compareRows<PolicyRow>(
  Object.keys(packageTables.policies.columns) as (keyof PolicyRow)[], // keys of a const object
);
